package id.narahubung.papers;

import id.narahubung.requests.Wording;
import id.narahubung.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The same in both languages: Indonesian first, English small under it.
 *
 * @param en empty where it says nothing else
 */
public record Twice(String id, String en) {

  public Twice {
    en = en.equals(id) ? "" : en;
  }

  /** Both languages' words, the ministry's zone. */
  record Both(Words id, Words en) {

    Twice say(String key, Object... arguments) {
      return new Twice(id.say(key, arguments), en.say(key, arguments));
    }

    Twice of(Function<Words, String> text) {
      return new Twice(text.apply(id), text.apply(en));
    }

    /** Lines that both languages have alike, one beside the other. */
    List<OrderPaper.Fact> facts(Function<Words, List<Wording.Fact>> lines) {
      List<Wording.Fact> first = lines.apply(id);
      List<Wording.Fact> second = lines.apply(en);
      List<OrderPaper.Fact> facts = new ArrayList<>();
      for (int at = 0; at < first.size(); at++) {
        facts.add(
            new OrderPaper.Fact(
                new Twice(first.get(at).label(), second.get(at).label()),
                new Twice(first.get(at).value(), second.get(at).value())));
      }
      return facts;
    }
  }

  public boolean hasEn() {
    return !en.isEmpty();
  }
}

package id.narahubung.papers;

import id.narahubung.text.Words;
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
  }

  public boolean hasEn() {
    return !en.isEmpty();
  }
}

package id.narahubung.requests;

import id.narahubung.requests.Wording.Fact;
import id.narahubung.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All that items/shown.html may see: what identifies restricted items, shown once. */
record ShownPage(String title, String eyebrow, String back, String told, List<Row> rows) {

  /** One item, with its finding. */
  public record Row(String number, String address, String copied, List<Fact> facts) {}

  static ShownPage of(
      TakedownRequest request, String href, List<RestrictedStore.Opened> opened, Words words) {
    Wording wording = new Wording(words, Instant.EPOCH);
    return new ShownPage(
        words.say("restricted.title"),
        request.number().orElse(request.content().subject()),
        href,
        words.say("restricted.told"),
        opened.stream().map(each -> row(each, words, wording)).toList());
  }

  private static Row row(RestrictedStore.Opened opened, Words words, Wording wording) {
    Item item = opened.item();
    WrittenFinding finding = opened.about().finding();
    List<Fact> facts = new ArrayList<>();
    if (!wording.givenOpened(item).equals(wording.opened(item))) {
      facts.add(new Fact(words.say("item.given"), wording.givenOpened(item)));
    }
    facts.addAll(wording.about(opened.about()));
    Stream.of(
            new Fact(words.say("finding.what"), finding.what()),
            new Fact(words.say("finding.place"), finding.place()),
            new Fact(words.say("finding.found_by"), finding.foundBy()),
            new Fact(words.say("finding.hash"), finding.hash()),
            new Fact(words.say("finding.case_number"), finding.caseNumber()))
        .filter(fact -> !fact.value().isEmpty())
        .forEach(facts::add);
    return new Row(item.shortNumber(), wording.opened(item), item.identity(), facts);
  }
}

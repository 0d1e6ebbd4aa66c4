package id.narahubung.decisions;

import id.narahubung.access.Permission;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.requests.Address;
import id.narahubung.text.Words;
import id.narahubung.web.FormPage.Link;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what may lead to a decision, with ways to the facts and to what may be done. */
final class CauseWording {

  /** As many numbers as fit an address and a look. */
  private static final int MOST_SHOWN = 20;

  private final Words words;

  CauseWording(Words words) {
    this.words = words;
  }

  String told(Cause cause) {
    return words.say(
        "decision.cause." + cause.kind().code(),
        cause.facts().size(),
        day(cause.facts().getFirst()));
  }

  /** With its facts, each a line. */
  String quoted(Cause cause) {
    return Stream.concat(
            Stream.of(told(cause)),
            cause.facts().stream().limit(MOST_SHOWN).map(each -> fact(each).label()))
        .collect(Collectors.joining("\n"));
  }

  /** The list of a platform's page: only for whoever prepares decisions, and acts on it. */
  AccessPage.Weighings of(Causes.Weighed weighed, PersonViewer viewer) {
    return new AccessPage.Weighings(
        weighed.open().stream().map(each -> weighed(each, viewer)).toList(),
        weighed.aside().stream()
            .map(
                each ->
                    words.say(
                        "decision.cause.was_put_aside",
                        words.say("decision.cause.kind." + each.kind().code()),
                        words.date(LocalDate.ofInstant(each.at(), Words.WIB)),
                        each.by().told(words),
                        each.reason()))
            .toList());
  }

  private AccessPage.Weighed weighed(Cause cause, PersonViewer viewer) {
    List<Link> acts = new ArrayList<>();
    acts.add(new Link(prepare(cause), words.say("decision.prepare.link")));
    if (cause.kind() == Cause.Kind.ORDERS && viewer.may(Permission.SEND_LETTERS)) {
      acts.add(new Link("/letters#wanted", words.say("decision.cause.letters")));
    }
    acts.add(
        new Link(
            "/platforms/" + cause.platformId() + "/causes/" + cause.kind().code(),
            words.say("decision.cause.aside.link")));
    return new AccessPage.Weighed(
        told(cause),
        cause.facts().stream().limit(MOST_SHOWN).map(each -> fact(each)).toList(),
        cause.facts().size() > MOST_SHOWN
            ? words.say("decision.causes.more", cause.facts().size() - MOST_SHOWN)
            : "",
        acts);
  }

  /** With the facts as grounds and as links; which kind it is to be is for whoever prepares it. */
  private String prepare(Cause cause) {
    String numbers = cause.numbers().stream().limit(MOST_SHOWN).collect(Collectors.joining("\n"));
    String grounds = told(cause) + (numbers.isEmpty() ? "" : ": " + numbers.replace("\n", ", "));
    return Address.of("/decisions/new")
        .with("platform", Long.toString(cause.platformId()))
        .with("grounds", grounds)
        .with("links", cause.kind() == Cause.Kind.SAMPLE ? "" : numbers)
        .toString();
  }

  private Link fact(Cause.Fact fact) {
    return switch (fact.kind()) {
      case ORDERS -> new Link("/requests/" + fact.number(), dated(fact));
      case CONTACT -> new Link("/roster", words.instant(fact.at()));
      case COMMITMENT -> new Link("/commitments/" + fact.number(), dated(fact));
      case SAMPLE -> new Link("/verifications/" + fact.number(), dated(fact));
    };
  }

  private String dated(Cause.Fact fact) {
    return words.say("decision.cause.fact", fact.number(), day(fact));
  }

  private String day(Cause.Fact fact) {
    return words.date(LocalDate.ofInstant(fact.at(), Words.WIB));
  }
}

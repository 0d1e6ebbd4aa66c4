package id.narahubung.papers;

import id.narahubung.access.Share;
import id.narahubung.evidence.Evidence;
import id.narahubung.ledger.Event;
import id.narahubung.ledger.EventKind;
import id.narahubung.platforms.Platform;
import id.narahubung.requests.Item;
import id.narahubung.requests.ItemAbout;
import id.narahubung.requests.OrderFacts;
import id.narahubung.requests.TakedownRequest;
import id.narahubung.requests.Wording;
import id.narahubung.rules.RuleSet;
import id.narahubung.text.Language;
import id.narahubung.text.Words;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the order as it is printed, from what was sent and what both sides may see. */
final class OrderPaperMaker {

  private final Twice.Both words;
  private final URI publicUrl;

  OrderPaperMaker(Twice.Both words, URI publicUrl) {
    this.words = words;
    this.publicUrl = publicUrl;
  }

  /** What was read for it, in one transaction. */
  record Read(
      String ministry,
      TakedownRequest request,
      RuleSet rules,
      Platform platform,
      List<Item> items,
      Map<String, ItemAbout> abouts,
      List<Evidence> evidence,
      List<Event> events) {

    Instant sentAt() {
      return request.sentAt().orElseThrow();
    }

    /** The platform and the company that runs it. */
    String addressee() {
      return platform.name() + " – " + platform.companyName();
    }
  }

  OrderPaper make(Read read, String code) {
    String number = read.request().requireNumber();
    Wording wording = new Wording(words.id(), read.sentAt());
    return new OrderPaper(
        words.id().say("paper.order.title", number),
        read.ministry(),
        words.say("paper.order"),
        number,
        facts(read),
        words.say("evidence.title"),
        read.evidence().stream()
            .filter(piece -> wasSent(piece, read))
            .map(
                piece ->
                    new OrderPaper.File(
                        piece.name(), piece.file().kind().name(), piece.file().sha256()))
            .toList(),
        words.say("paper.check"),
        CheckCode.printed(code),
        publicUrl.resolve("/verify").toString(),
        words.say("paper.annex", read.items().size()),
        words.id().say("column.no"),
        words.say("column.content"),
        read.items().stream()
            .map(item -> line(item, AddressOnPaper.about(item, read.abouts()), wording))
            .toList());
  }

  private static OrderPaper.Line line(Item item, ItemAbout about, Wording wording) {
    return new OrderPaper.Line(
        item.shortNumber(),
        AddressOnPaper.of(item, wording),
        wording.about(about).stream().map(fact -> fact.label() + ": " + fact.value()).toList());
  }

  /** What the order went out with: later proof is in the proof pack. */
  private static boolean wasSent(Evidence piece, Read read) {
    return piece.share() == Share.BOTH && !piece.addedAt().isAfter(read.sentAt());
  }

  private List<OrderPaper.Fact> facts(Read read) {
    TakedownRequest request = read.request();
    List<OrderPaper.Fact> facts = new ArrayList<>();
    add(facts, "paper.to", new Twice(read.addressee(), ""));
    add(facts, "paper.subject", new Twice(request.content().subject(), ""));
    add(facts, "paper.sent", words.of(each -> each.instant(read.sentAt())));
    Instant due = read.sentAt().plus(read.rules().urgency(request.content().urgencyCode()).span());
    add(facts, "paper.due", words.of(each -> due(each, due, read.platform())));
    Language declared = read.platform().language();
    facts.addAll(
        words.facts(each -> new OrderFacts(each).printed(request, read.rules(), declared)));
    read.events().stream()
        .filter(event -> event.kind().equals(EventKind.SENT.code()))
        .findFirst()
        .ifPresent(
            sent ->
                add(facts, "paper.approved", words.of(each -> sent.by().withoutName().told(each))));
    return facts;
  }

  private static String due(Words words, Instant due, Platform platform) {
    String here = words.instant(due);
    String there = words.at(due, platform.zone());
    return here.equals(there) ? here : here + " = " + there;
  }

  private void add(List<OrderPaper.Fact> facts, String key, Twice value) {
    facts.add(new OrderPaper.Fact(words.say(key), value));
  }
}

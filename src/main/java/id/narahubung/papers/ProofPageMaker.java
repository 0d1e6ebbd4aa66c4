package id.narahubung.papers;

import id.narahubung.access.Share;
import id.narahubung.evidence.Evidence;
import id.narahubung.ledger.By;
import id.narahubung.letters.Letter;
import id.narahubung.letters.LetterWording;
import id.narahubung.requests.Answer;
import id.narahubung.requests.Check;
import id.narahubung.requests.Clarification;
import id.narahubung.requests.Credit;
import id.narahubung.requests.Deadline;
import id.narahubung.requests.Extension;
import id.narahubung.requests.Item;
import id.narahubung.requests.ItemFacts;
import id.narahubung.requests.Objection;
import id.narahubung.requests.OrderFacts;
import id.narahubung.requests.Round;
import id.narahubung.requests.Ruling;
import id.narahubung.requests.Wording;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.rules.RuleSet;
import id.narahubung.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Makes the report of a proof pack, in the language of whom it is for. */
final class ProofPageMaker {

  private final Words words;
  private final Wording wording;

  ProofPageMaker(Words words, Instant now) {
    this.words = words;
    this.wording = new Wording(words, now);
  }

  ProofPage make(Proof proof) {
    String number = proof.request().requireNumber();
    return new ProofPage(
        words.language().code(),
        words.say("proof.title", number),
        words.say("proof.heading"),
        number,
        facts(proof),
        words.say("proof.items", proof.items().size()),
        proof.items().stream().map(item -> line(proof, item)).toList(),
        words.say("evidence.title"),
        proof.evidence().stream().map(this::file).toList(),
        words.say("letters.title"),
        proof.letters().stream().map(letter -> letter(proof, letter)).toList(),
        words.say("timeline.title"),
        proof.events().stream()
            .map(
                event ->
                    new Fact(
                        when(event.at()) + ", " + by(event.by()),
                        wording.event(event, proof.rules())))
            .toList());
  }

  private List<Fact> facts(Proof proof) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.say("paper.from"), proof.ministry()));
    facts.add(
        new Fact(
            words.say("paper.to"),
            proof.platform().name() + " – " + proof.platform().companyName()));
    facts.add(new Fact(words.say("paper.subject"), proof.request().content().subject()));
    proof
        .request()
        .sentAt()
        .ifPresent(at -> facts.add(new Fact(words.say("paper.sent"), when(at))));
    facts.addAll(new OrderFacts(words).of(proof.request(), proof.rules()));
    facts.add(
        new Fact(
            words.say("order.acknowledged"),
            proof.request().acknowledgedAt().map(this::when).orElse(words.say("order.not_yet"))));
    facts.add(
        new Fact(
            words.say("proof.made"),
            words.say(
                "proof.made.value",
                when(proof.madeAt()),
                words.say("side." + lower(proof.madeFor())))));
    return facts;
  }

  private OrderPaper.File file(Evidence piece) {
    String item =
        piece
            .ordinal()
            .map(n -> ", " + words.say("evidence.item", String.format(Locale.ROOT, "%04d", n)))
            .orElse("");
    String gone =
        piece
            .removal()
            .map(
                removal ->
                    ", "
                        + words.say(
                            "evidence.removed",
                            words.instantShort(removal.at()),
                            by(removal.by()),
                            Proof.told(piece, removal.reason())))
            .orElse("");
    return new OrderPaper.File(
        piece.name(),
        piece.file().kind().name()
            + item
            + ", "
            + words.say(
                "evidence.who",
                words.say("side." + lower(piece.owner())),
                by(piece.by()),
                words.instantShort(piece.addedAt()))
            + gone
            + (piece.share() == Share.BOTH
                ? ""
                : ", " + words.say("evidence.audience." + lower(piece.share()))),
        piece.file().sha256());
  }

  private record Dated(Instant at, String text) {}

  private ProofPage.Line line(Proof proof, Item item) {
    ItemFacts facts = proof.of(item);
    List<Dated> all = new ArrayList<>();
    for (Round round : facts.rounds()) {
      all.add(new Dated(round.startedAt(), words.say("clock.start." + lower(round.cause()))));
    }
    for (Answer answer : facts.answers()) {
      all.add(new Dated(answer.answeredAt(), answered(proof.rules(), facts, answer)));
      answer
          .takenBack()
          .ifPresent(
              back ->
                  all.add(
                      new Dated(
                          back.at(),
                          words.say("history.taken_back")
                              + ", "
                              + by(back.by())
                              + ": "
                              + back.reason())));
    }
    for (Check check : facts.checks()) {
      String verdict = wording.verdict(check);
      all.add(
          new Dated(
              check.checkedAt(),
              words.say(check.again() ? "history.rechecked" : "history.checked", verdict)
                  + ", "
                  + by(check.by())));
    }
    for (Ruling ruling : facts.rulings()) {
      String outcome = lower(ruling.outcome());
      all.add(
          new Dated(
              ruling.ruledAt(),
              words.say("history.ruled." + outcome) + ", " + by(ruling.by()) + reason(ruling)));
    }
    for (Objection objection : facts.objections()) {
      all.add(
          new Dated(
              objection.filedAt(),
              words.say("history.objected")
                  + ", "
                  + by(objection.by())
                  + ": "
                  + objection.reason()));
      objection
          .decision()
          .ifPresent(
              end ->
                  all.add(
                      new Dated(
                          end.decidedAt(),
                          words.say("history.objection." + lower(end.outcome()))
                              + ", "
                              + by(end.by())
                              + ": "
                              + end.reason())));
    }
    for (Clarification reply : facts.clarifications()) {
      all.add(
          new Dated(
              reply.repliedAt(),
              words.say("history.clarified") + ", " + by(reply.by()) + ": " + reply.reply()));
    }
    for (Extension more : facts.extensions()) {
      all.add(
          new Dated(
              more.grantedAt(),
              words.say("history.extended", words.span(more.added()))
                  + ", "
                  + by(more.by())
                  + ": "
                  + more.reason()));
    }
    for (Credit credit : facts.credits()) {
      all.add(new Dated(credit.grantedAt(), wording.credited(credit) + ", " + by(credit.by())));
    }
    facts
        .withdrawal()
        .ifPresent(
            gone ->
                all.add(
                    new Dated(
                        gone.withdrawnAt(),
                        words.say(
                                gone.ourError()
                                    ? "history.withdrawn.our_error"
                                    : "history.withdrawn")
                            + ", "
                            + by(gone.by())
                            + ": "
                            + gone.reason())));
    List<String> lines = new ArrayList<>();
    wording.about(proof.about(item)).forEach(fact -> lines.add(fact.label() + ": " + fact.value()));
    all.stream()
        .sorted(Comparator.comparing(Dated::at))
        .forEach(dated -> lines.add(when(dated.at()) + " " + dated.text()));
    lines.add(clock(facts.deadline()));
    return new ProofPage.Line(item.shortNumber(), AddressOnPaper.of(item, wording), lines);
  }

  /** A letter, its fine and what happened to it; names of people are left out. */
  private ProofPage.Line letter(Proof proof, Letter letter) {
    LetterWording told = new LetterWording(words);
    List<String> lines = new ArrayList<>();
    lines.add(words.say("letter.sent") + ": " + when(letter.sentAt()) + ", " + by(letter.by()));
    lines.add(words.say("letter.due") + ": " + when(letter.dueAt()));
    told.receipt(proof.rules(), letter)
        .forEach(fact -> lines.add(fact.label() + ": " + fact.value()));
    told.happened(letter, By::withoutName)
        .forEach(fact -> lines.add(fact.label() + ": " + fact.value()));
    return new ProofPage.Line(letter.number(), told.stage(proof.rules(), letter), lines);
  }

  private static String reason(Ruling ruling) {
    return ruling.reason().isEmpty() ? "" : ": " + ruling.reason();
  }

  private String answered(RuleSet rules, ItemFacts facts, Answer answer) {
    StringBuilder text =
        new StringBuilder(words.say("history.answered", wording.answerText(rules, answer)));
    text.append(", ").append(by(answer.by()));
    if (answer.type().isFinal()) {
      Instant due = facts.deadlineOf(answer).due();
      text.append(" (")
          .append(
              words.say(
                  facts.firstOfTurn(answer).answeredAt().isAfter(due)
                      ? "proof.late"
                      : "proof.on_time",
                  when(due)))
          .append(')');
    }
    for (Fact detail : wording.details(rules, answer)) {
      text.append("; ").append(detail.label()).append(": ").append(detail.value());
    }
    return text.toString();
  }

  /** The sum that gives the due time. */
  private String clock(Deadline deadline) {
    StringBuilder sum = new StringBuilder(when(deadline.round().startedAt()));
    for (Deadline.Line line : deadline.lines()) {
      sum.append(' ').append(words.clockDuration(line.added()));
      if (line.reason() != Deadline.Reason.HOURS) {
        sum.append(" (").append(wording.moved(line)).append(')');
      }
    }
    return words.say("proof.clock", sum + " = " + when(deadline.due()));
  }

  private String when(Instant at) {
    return words.instant(at);
  }

  private String by(By by) {
    return by.withoutName().told(words);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

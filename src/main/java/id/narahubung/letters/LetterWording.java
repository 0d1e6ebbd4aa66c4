package id.narahubung.letters;

import id.narahubung.ledger.By;
import id.narahubung.letters.Letter.Objection;
import id.narahubung.letters.Letter.Withdrawal;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.rules.Category;
import id.narahubung.rules.Fine;
import id.narahubung.rules.LetterStage;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.Term;
import id.narahubung.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Letters in words: what pages, tables and papers say of them. */
public final class LetterWording {

  private final Words words;

  public LetterWording(Words words) {
    this.words = words;
  }

  public String rupiah(long amount) {
    return words.say("amount.rupiah", amount);
  }

  /** 'Surat teguran kedua'; by its code where the set has no such stage any more. */
  public String stage(RuleSet rules, Letter letter) {
    return stage(rules, letter.stageCode());
  }

  public String stage(RuleSet rules, String code) {
    return rules.warnings().letters().stream()
        .filter(each -> each.code().equals(code))
        .map(each -> words.label(each.label()))
        .findFirst()
        .orElse(code);
  }

  /** Where the law says that there are such letters. */
  public String article(RuleSet rules, Letter letter) {
    return rules.warnings().letters().stream()
        .filter(each -> each.code().equals(letter.stageCode()))
        .map(each -> words.label(each.article()))
        .findFirst()
        .orElse("");
  }

  public Tag state(Letter letter, Instant now) {
    LetterState state = letter.state(now);
    String css =
        switch (state) {
          case OPEN -> "open";
          case OVERDUE -> "late";
          case CLOSED -> "good";
          case REPLACED, WITHDRAWN -> "gone";
        };
    boolean paid = state == LetterState.CLOSED && letter.fine().isPresent();
    return new Tag(
        words.say(
            paid ? "letter.state.paid" : "letter.state." + state.code(),
            letter.account().replacedBy()),
        css,
        letter.isContested() ? words.say("letter.state.contested") : "");
  }

  /** How long a letter gives, before it is sent. */
  String term(LetterStage stage) {
    return switch (stage.term()) {
      case Term.AsOrdered asOrdered -> words.say("letter.term.as_ordered");
      case Term.Hours hours -> words.say("letter.term.hours", words.span(hours.span()));
      case Term.Days days -> words.say("letter.term.days", days.count());
    };
  }

  /** The sum of a fine, line by line, as on a receipt; empty where there is none. */
  public List<Fact> receipt(RuleSet rules, Letter letter) {
    return letter.fine().map(fine -> receipt(rules, fine, letter.items())).orElse(List.of());
  }

  private List<Fact> receipt(RuleSet rules, FineGiven fine, int items) {
    List<Fact> lines = new ArrayList<>();
    fine.sum()
        .ifPresent(
            sum -> {
              lines.add(new Fact(words.say("letter.fine.base"), rupiah(sum.base())));
              lines.add(factor("letter.fine.category", sum.categoryPercent()));
              sum.scale()
                  .ifPresent(
                      code ->
                          lines.add(
                              new Fact(
                                  words.say("letter.fine.scale", scale(rules, code)),
                                  words.say("letter.fine.times", sum.scalePercent()))));
              lines.add(factor("letter.fine.letter", sum.letterPercent()));
            });
    boolean cut = fine.sum().filter(sum -> sum.isCut(fine.perItem())).isPresent();
    lines.add(
        new Fact(
            words.say(cut ? "letter.fine.per_item.cut" : "letter.fine.per_item"),
            rupiah(fine.perItem())));
    lines.add(new Fact(words.say("letter.fine.items"), words.say("letter.fine.count", items)));
    lines.add(new Fact(words.say("letter.fine.total"), rupiah(fine.perItem() * items)));
    return lines;
  }

  private Fact factor(String key, int percent) {
    return new Fact(words.say(key), words.say("letter.fine.times", percent));
  }

  private String scale(RuleSet rules, String code) {
    return rules.warnings().fine().map(Fine::scales).orElse(List.of()).stream()
        .filter(each -> each.code().equals(code))
        .map(each -> words.label(each.label()))
        .findFirst()
        .orElse(code);
  }

  /** The same sum in one line, for one of several sizes of a company. */
  String reckoning(FineGiven fine, int items) {
    FineGiven.Sum sum = fine.sum().orElseThrow();
    return words.say(
        sum.isCut(fine.perItem()) ? "letter.fine.line.cut" : "letter.fine.line",
        rupiah(sum.base()),
        sum.categoryPercent(),
        sum.scalePercent(),
        sum.letterPercent(),
        rupiah(fine.perItem()),
        items,
        rupiah(fine.perItem() * items));
  }

  /** The lines of a fine that is the same for every company; empty where its size matters. */
  List<Fact> reckoned(Fine fine, RuleSet rules, Category category, LetterStage stage, int items) {
    return fine.base().isEmpty() || !fine.scales().isEmpty()
        ? List.of()
        : receipt(rules, FineGiven.reckoned(fine, category, Optional.empty(), stage), items);
  }

  /** What was paid and what is left, and what both sides did, as labels and values. */
  public List<Fact> happened(Letter letter) {
    return happened(letter, UnaryOperator.identity());
  }

  /** The same where people are told otherwise: papers travel, and hold no names. */
  public List<Fact> happened(Letter letter, UnaryOperator<By> who) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            words.say("letter.acknowledged"),
            letter
                .acknowledged()
                .map(step -> words.instant(step.at()) + ", " + who.apply(step.by()).told(words))
                .orElse(words.say("order.not_yet"))));
    letter
        .commitment()
        .ifPresent(
            promise ->
                facts.add(
                    new Fact(
                        words.say("letter.commitment"),
                        words.say(
                            "letter.commitment.value",
                            words.date(promise.payBy()),
                            words.instant(promise.at()),
                            who.apply(promise.by()).told(words)))));
    for (Letter.Payment payment : letter.payments()) {
      facts.add(payment(payment, who));
    }
    if (letter.account().credited() > 0) {
      facts.add(new Fact(words.say("letter.credited"), rupiah(letter.account().credited())));
    }
    if (letter.fine().isPresent() && !letter.isWithdrawn() && !letter.isReplaced()) {
      facts.add(new Fact(words.say("letter.left"), rupiah(letter.left())));
    }
    letter.objection().ifPresent(objection -> objection(letter, objection, who, facts));
    letter.withdrawal().ifPresent(taken -> facts.add(withdrawal(taken, who)));
    return facts;
  }

  private Fact payment(Letter.Payment payment, UnaryOperator<By> who) {
    String told = payment(payment) + ", " + who.apply(payment.by()).told(words);
    return new Fact(
        words.say(payment.recorded() ? "letter.payment" : "letter.payment.told"),
        payment
            .reversal()
            .map(
                undone ->
                    told
                        + "\n"
                        + words.say(
                            "letter.payment.reversed",
                            words.instant(undone.at()),
                            who.apply(undone.by()).told(words))
                        + "\n"
                        + undone.reason())
            .orElse(told));
  }

  /** 'Rp5.000.000 on 4 Mar 2026, NTPN A1B2…'. */
  String payment(Letter.Payment payment) {
    return words.say(
        "letter.payment.value",
        rupiah(payment.amount()),
        words.date(payment.paidOn()),
        payment.reference());
  }

  private Fact withdrawal(Withdrawal taken, UnaryOperator<By> who) {
    return new Fact(
        words.say("letter.withdrawal"),
        taken.reason()
            + "\n"
            + words.say(
                taken.proposedAgain() ? "letter.withdrawal.again" : "letter.withdrawal.last")
            + "\n"
            + words.instant(taken.at())
            + ", "
            + who.apply(taken.by()).told(words));
  }

  private void objection(
      Letter letter, Objection objection, UnaryOperator<By> who, List<Fact> facts) {
    facts.add(
        new Fact(
            words.say("letter.objection"),
            objection.reason()
                + "\n"
                + words.instant(objection.filedAt())
                + ", "
                + who.apply(objection.by()).told(words)));
    objection
        .decision()
        .ifPresent(
            end ->
                facts.add(
                    new Fact(
                        words.say(
                            "letter.decision." + end.outcome().name().toLowerCase(Locale.ROOT)),
                        end.reason()
                            + "\n"
                            + words.instant(end.at())
                            + ", "
                            + who.apply(end.by()).told(words))));
    if (letter.isContested()) {
      facts.add(new Fact(words.say("letter.objection.due"), words.deadline(objection.dueAt())));
    }
  }
}

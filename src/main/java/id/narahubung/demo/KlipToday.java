package id.narahubung.demo;

import static id.narahubung.demo.Part.KLIP_LEAD;
import static id.narahubung.demo.Part.KLIP_RESPONDER;
import static id.narahubung.demo.Part.OFFICER_1;
import static id.narahubung.demo.Part.OFFICER_2;
import static id.narahubung.demo.Part.SUPERVISOR_1;
import static id.narahubung.demo.Part.SUPERVISOR_2;

import id.narahubung.requests.Origin;
import id.narahubung.requests.RequestContent;
import id.narahubung.requests.RequesterKind;
import id.narahubung.requests.Scope;
import id.narahubung.requests.Surface;
import id.narahubung.requests.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A made-up company's work of today, dated from the hour of loading: clocks that run, and something
 * in the queue of every role.
 */
final class KlipToday {

  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

  private final Turns turns;
  private final Texts texts;
  private final Says says;
  private final Instant loading;

  KlipToday(Turns turns, Texts texts, Instant loading) {
    this.turns = turns;
    this.texts = texts;
    this.says = new Says(texts);
    this.loading = loading;
  }

  void play(long platform) {
    cameBack(platform);
    gambling(platform);
    urgent(platform);
    awaitingApproval(platform);
    returned(platform);
    warned(platform);
  }

  /**
   * Three urgent items, confirmed down more than a day ago: two are to be looked at again, and one
   * was up when somebody did.
   */
  private void cameBack(long platform) {
    String number =
        sent(order(platform, "rumour", "19", List.of("pm5_9_4_b", "ite_28_3")), "rumour", 31);
    turns.at(ago("PT30H50M"), KLIP_RESPONDER).open(number);
    Turn removes = turns.at(ago("PT30H"), KLIP_RESPONDER);
    removes.answer(number, IntStream.rangeClosed(1, 3), says.removed(removes));
    Turn checks = turns.at(ago("PT29H30M"), OFFICER_2);
    checks.check(
        number, IntStream.rangeClosed(1, 3), says.found(checks, Verdict.DOWN, Surface.WEB, "down"));
    Turn again = turns.at(ago("PT4H"), OFFICER_2);
    again.lookAgain(
        number, IntStream.of(1), says.found(again, Verdict.STILL_UP, Surface.WEB, "up_again"));
  }

  /**
   * Twelve items sent twenty hours ago: what is still open has four hours left, the twenty minutes
   * that the portal was away, and one of them six more hours.
   */
  private void gambling(long platform) {
    String number =
        sent(order(platform, "gambling", "04", List.of("ite_27_2", "kuhp_426")), "gambling", 20);
    turns.at(ago("PT19H30M"), KLIP_RESPONDER).open(number);
    turns.at(ago("PT19H20M"), KLIP_RESPONDER).acknowledge(number);
    long outage = turns.away(ago("PT18H30M"), ago("PT18H10M"));
    turns.at(ago("PT17H30M"), SUPERVISOR_2).credit(outage, texts.get("klip.outage"));
    Turn removes = turns.at(ago("PT17H"), KLIP_RESPONDER);
    removes.answer(number, IntStream.rangeClosed(1, 4), says.removed(removes));
    turns
        .at(ago("PT16H50M"), KLIP_RESPONDER)
        .answer(number, IntStream.of(5), says.removedByUploader(texts.get("klip.by_uploader")));
    Turn closes = turns.at(ago("PT16H"), KLIP_RESPONDER);
    closes.answer(number, IntStream.of(6), says.accountClosed(closes));
    turns
        .at(ago("PT15H"), KLIP_RESPONDER)
        .answer(number, IntStream.of(7), says.asks(texts.get("klip.question")));
    Turn checks = turns.at(ago("PT14H"), OFFICER_2);
    checks.check(number, IntStream.of(1, 2), says.found(checks, Verdict.DOWN, Surface.WEB, "down"));
    Turn again = turns.at(ago("PT13H50M"), OFFICER_2);
    again.check(
        number, IntStream.of(3), says.found(again, Verdict.STILL_UP, Surface.WEB, "still_up"));
    turns
        .at(ago("PT12H"), KLIP_LEAD)
        .answer(number, IntStream.of(8), says.refuses("R6", texts.get("klip.refusal")));
    turns
        .at(ago("PT10H"), KLIP_RESPONDER)
        .answer(number, IntStream.of(9), says.underReview(loading.plus(Duration.ofHours(2))));
    turns.at(ago("PT9H50M"), KLIP_LEAD).write(number, true, texts.get("klip.message"));
    turns.at(ago("PT9H40M"), KLIP_LEAD).write(number, false, texts.get("klip.note_company"));
    turns
        .at(ago("PT9H20M"), KLIP_RESPONDER)
        .draft(number, IntStream.of(10), says.removedByUploader(texts.get("klip.by_uploader")));
    turns
        .at(ago("PT8H"), SUPERVISOR_1)
        .extend(number, IntStream.of(12), 6, texts.get("klip.extension"));
    turns.at(ago("PT3H"), OFFICER_1).write(number, true, texts.get("klip.reminder"));
    turns.at(ago("PT2H50M"), OFFICER_1).write(number, false, texts.get("klip.note_ministry"));
  }

  /** Three items sent two hours ago with four hours' time, nobody has answered. */
  private void urgent(long platform) {
    RequestContent content = order(platform, "urgent", "19", List.of("pm5_9_4_b", "ite_28_3"));
    sent(content, "urgent", 2);
  }

  private void awaitingApproval(long platform) {
    RequestContent content = order(platform, "fraud", "05", List.of("pm5_9_4_a", "uu8_1999"));
    long draft =
        turns.at(ago("PT1H30M"), OFFICER_2).draft(content, texts.get("klip.fraud.addresses"));
    turns.at(ago("PT1H10M"), OFFICER_2).submit(draft);
  }

  /** Came back with a note; one of its lines is no address. */
  private void returned(long platform) {
    RequestContent content = order(platform, "medicine", "07", List.of("pm5_9_4_a"));
    long draft =
        turns.at(ago("PT5H"), OFFICER_1).draft(content, texts.get("klip.medicine.addresses"));
    turns.at(ago("PT4H50M"), OFFICER_1).submit(draft);
    turns.at(ago("PT40M"), SUPERVISOR_2).giveBack(draft, texts.get("klip.medicine.returned"));
  }

  /**
   * Four items sent more than three days ago. Two were late and warned of; one of them came down
   * then, the other is fined, and its letter has four hours left.
   */
  private void warned(long platform) {
    String number =
        sent(order(platform, "loans", "05", List.of("pm5_9_4_a", "uu8_1999")), "loans", 78);
    turns.at(ago("PT77H30M"), KLIP_RESPONDER).open(number);
    Turn removes = turns.at(ago("PT70H"), KLIP_RESPONDER);
    removes.answer(number, IntStream.of(1, 2), says.removed(removes));
    Turn checks = turns.at(ago("PT66H"), OFFICER_2);
    checks.check(number, IntStream.of(1, 2), says.found(checks, Verdict.DOWN, Surface.WEB, "down"));
    String first =
        turns
            .at(ago("PT52H"), SUPERVISOR_1)
            .warn(number, "ST1", Optional.empty(), "", IntStream.of(3, 4));
    turns.at(ago("PT51H"), KLIP_LEAD).acknowledgeLetter(first);
    Turn late = turns.at(ago("PT50H"), KLIP_RESPONDER);
    late.answer(number, IntStream.of(3), says.removed(late));
    Turn again = turns.at(ago("PT30H"), OFFICER_2);
    again.check(number, IntStream.of(3), says.found(again, Verdict.DOWN, Surface.WEB, "down"));
    String second =
        turns
            .at(ago("PT20H"), SUPERVISOR_2)
            .warn(
                number,
                "ST2",
                Optional.of(5_000_000L),
                texts.get("klip.loans.note"),
                IntStream.of(4));
    turns.at(ago("PT19H"), KLIP_LEAD).acknowledgeLetter(second);
  }

  private String sent(RequestContent content, String name, int hours) {
    Instant sending = loading.minus(Duration.ofHours(hours));
    long draft =
        turns
            .at(sending.minus(Duration.ofMinutes(50)), OFFICER_1)
            .draft(content, texts.get("klip." + name + ".addresses"));
    turns.at(sending.minus(Duration.ofMinutes(25)), OFFICER_1).submit(draft);
    return turns.at(sending, SUPERVISOR_1).send(draft);
  }

  /** The category gives the urgency, so a reason for it is not asked. */
  private RequestContent order(long platform, String name, String category, List<String> bases) {
    String prefix = "klip." + name + ".";
    return new RequestContent(
        platform,
        texts.get(prefix + "subject"),
        category,
        category.equals("19") ? "urgent" : "ordinary",
        "",
        RequesterKind.AGENCY,
        texts.get("klip.requester"),
        texts.get("klip.contact"),
        Origin.CYBER_PATROL,
        texts.get(prefix + "letter"),
        Optional.of(LocalDate.ofInstant(ago("P1D"), WIB)),
        bases,
        texts.get(prefix + "analysis"),
        "remove",
        Scope.INDONESIA,
        true,
        texts.get("klip.redress"),
        "");
  }

  private Instant ago(String duration) {
    return loading.minus(Duration.parse(duration));
  }
}

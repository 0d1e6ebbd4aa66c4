package id.narahubung.letters;

import id.narahubung.ledger.By;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A letter of warning as it was sent, and what both sides did since.
 *
 * @param items how many it covers
 * @param fine of each item; none where its stage has none
 * @param asksToPay whether it asks for a commitment to its fine; never where it has none
 * @param account what other letters change of its fine
 * @param unsettled how many of its items are not settled
 */
public record Letter(
    long id,
    Of of,
    String number,
    String stageCode,
    int stage,
    Instant sentAt,
    Instant dueAt,
    int items,
    Optional<FineGiven> fine,
    boolean asksToPay,
    String note,
    String leftOutReason,
    By by,
    Optional<Step> acknowledged,
    Optional<Commitment> commitment,
    List<Payment> payments,
    Optional<Objection> objection,
    Optional<Withdrawal> withdrawal,
    Account account,
    int unsettled) {

  public Letter {
    payments = List.copyOf(payments);
    asksToPay = asksToPay && fine.isPresent();
  }

  /**
   * What other letters change of a fine, where fines do not add up.
   *
   * @param replaced how many of the items a later letter's fine took the place of
   * @param replacedBy the number of the latest of those; empty where there is none
   * @param credited of what was paid for the letters that this one took the place of
   */
  public record Account(int replaced, String replacedBy, long credited) {

    static final Account NONE = new Account(0, "", 0);
  }

  /** The request it belongs to. */
  public record Of(
      long requestId,
      String requestNumber,
      String subject,
      String platform,
      String company,
      long companyId,
      long ruleSetId) {}

  /** Something done once, by whom and when. */
  public record Step(Instant at, By by) {}

  /** What the company committed itself to, and the evidence with its signature where there is. */
  public record Commitment(LocalDate payBy, Optional<Long> evidence, Instant at, By by) {}

  /**
   * A payment.
   *
   * @param recorded whether the ministry found it at the treasury; else the company says so
   * @param reversal that it was recorded wrongly
   */
  public record Payment(
      long id,
      boolean recorded,
      long amount,
      LocalDate paidOn,
      String reference,
      Instant at,
      By by,
      Optional<Reversal> reversal) {

    /** Whether the fine is less by it. */
    public boolean counts() {
      return recorded && reversal.isEmpty();
    }
  }

  /** That a payment counts for nothing any more. */
  public record Reversal(String reason, Instant at, By by) {}

  /** What the company has against it, and until when that is to be decided. */
  public record Objection(
      String reason, Instant filedAt, Instant dueAt, By by, Optional<Decision> decision) {}

  /** How an objection ended. */
  public record Decision(LetterOutcome outcome, String reason, Instant at, By by) {}

  /**
   * That the ministry took it back by itself.
   *
   * @param proposedAgain whether another may be proposed in its place
   */
  public record Withdrawal(String reason, boolean proposedAgain, Instant at, By by) {}

  /** By the ministry itself, or because its objection was accepted. */
  public boolean isWithdrawn() {
    return withdrawal.isPresent()
        || objection
            .flatMap(Objection::decision)
            .filter(end -> end.outcome() == LetterOutcome.ACCEPTED)
            .isPresent();
  }

  /** Whether its objection waits to be decided. */
  public boolean isContested() {
    return withdrawal.isEmpty()
        && objection.filter(filed -> filed.decision().isEmpty()).isPresent();
  }

  /** The fine of all its items, as it was sent; 0 where there is none. */
  public long total() {
    return fine.map(each -> each.perItem() * items).orElse(0L);
  }

  /** What is owed for it: no removal changes that, only its withdrawal or a later fine. */
  public long owed() {
    return isWithdrawn()
        ? 0
        : fine.map(each -> each.perItem() * (items - account.replaced())).orElse(0L);
  }

  /** What the ministry recorded as paid; what a company says it paid counts for nothing yet. */
  public long paid() {
    return payments.stream().filter(Payment::counts).mapToLong(Payment::amount).sum();
  }

  /** What was paid of what is owed for it, here or for a letter whose place it took. */
  public long met() {
    return Math.min(owed(), paid() + account.credited());
  }

  /** What is still to be paid for it. */
  public long left() {
    return owed() - met();
  }

  /** Whether later fines took the place of its own for every item. */
  public boolean isReplaced() {
    return fine.isPresent() && !isWithdrawn() && account.replaced() == items;
  }

  public LetterState state(Instant now) {
    if (isWithdrawn()) {
      return LetterState.WITHDRAWN;
    }
    if (isReplaced()) {
      return LetterState.REPLACED;
    }
    if (fine.isPresent() ? left() == 0 : unsettled == 0) {
      return LetterState.CLOSED;
    }
    return dueAt.isBefore(now) ? LetterState.OVERDUE : LetterState.OPEN;
  }
}

package id.narahubung.decisions;

import id.narahubung.ledger.By;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the portal itself knows of a platform that a decision may hang on.
 *
 * @param orders how many requests were sent; of those linked, where some are
 * @param acknowledged how many of them were acknowledged
 * @param items of these orders
 * @param unsettled how many of them are not settled
 * @param overdue how many are past their time
 * @param letters of warning that stand; of a block on linked orders those about them, or linked
 * @param fined how many of them have a fine
 * @param owed what is left of fines, in rupiah
 * @param unpromised how many with something left have no commitment to pay it
 * @param contested how many of the letters' objections wait
 * @param milder the numbers of the freezes, removals of the app and partial blocks before
 * @param sampled how many of the items nobody looked at, as a sample of their like had passed
 * @param sample the latest sample of the platform since the block; empty where none was drawn
 * @param called the last call to the company's contact since the block
 * @param paperAt since when the request to open again is complete
 * @param paperMissing how many of its papers are missing; -1 where nobody asked
 * @param inTime whether the time for deciding on it has not passed, be it before its clock rested;
 *     empty while none waits whose clock ever ran
 * @param blocks how often it was blocked
 */
public record AccessFacts(
    int orders,
    int acknowledged,
    int items,
    int unsettled,
    int sampled,
    int overdue,
    int letters,
    int fined,
    long owed,
    int unpromised,
    int contested,
    List<String> milder,
    Optional<Sampled> sample,
    Optional<Call> called,
    Optional<Instant> paperAt,
    int paperMissing,
    Optional<Boolean> inTime,
    int blocks) {

  /** A call that tried whether the company's contact answers, and who rang. */
  public record Call(Instant rungAt, boolean confirmed, By by) {}

  /**
   * A sample that was concluded.
   *
   * @param result 'pass', 'partly' or 'fail', and 'expired' once that holds no more
   * @param step the number of its step
   */
  public record Sampled(
      String result, String step, LocalDate on, Optional<LocalDate> validUntil, By by) {}
}

package id.narahubung.commitments;

import id.narahubung.commitments.CommitmentState.Mark;
import id.narahubung.commitments.CommitmentState.Word;
import java.util.Optional;

/**
 * Which commitments a list shows.
 *
 * @param condition only those that access hangs on
 * @param toSign only those whose open version the viewer's side has not signed
 * @param mine only those that the viewer minds
 * @param dueDays only those whose due day comes within so many days, and has not passed
 */
public record CommitmentFilter(
    Optional<Long> platform,
    Optional<Long> company,
    Optional<String> kind,
    Optional<Word> word,
    Optional<Mark> mark,
    boolean condition,
    boolean toSign,
    boolean mine,
    Optional<Integer> dueDays) {

  static final CommitmentFilter ALL =
      new CommitmentFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          false,
          false,
          Optional.empty());

  /** Those whose open version the viewer's side is to sign. */
  static CommitmentFilter waiting() {
    return new CommitmentFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        true,
        false,
        Optional.empty());
  }

  /** Of these, those of which this is said. */
  CommitmentFilter saying(Word said) {
    return new CommitmentFilter(
        platform, company, kind, Optional.of(said), mark, condition, toSign, mine, dueDays);
  }

  /** Of these, those that bear this. */
  CommitmentFilter bearing(Mark borne) {
    return new CommitmentFilter(
        platform, company, kind, word, Optional.of(borne), condition, toSign, mine, dueDays);
  }

  /** All of a company, whatever platform they are about. */
  static CommitmentFilter ofCompany(long company) {
    return new CommitmentFilter(
        Optional.empty(),
        Optional.of(company),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        false,
        Optional.empty());
  }

  /** All of a platform. */
  public static CommitmentFilter of(long platform) {
    return new CommitmentFilter(
        Optional.of(platform),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        false,
        Optional.empty());
  }
}

package id.narahubung.commitments;

import id.narahubung.commitments.CommitmentState.Mark;
import id.narahubung.commitments.CommitmentState.Word;
import java.util.Optional;

/**
 * Which commitments a list shows.
 *
 * @param condition only those that access hangs on
 * @param toSign only those whose open version the viewer's side has not signed
 */
public record CommitmentFilter(
    Optional<Long> platform,
    Optional<String> kind,
    Optional<Word> word,
    Optional<Mark> mark,
    boolean condition,
    boolean toSign) {

  static final CommitmentFilter ALL =
      new CommitmentFilter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, false);

  /** Those whose open version the viewer's side is to sign. */
  static CommitmentFilter waiting() {
    return new CommitmentFilter(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, true);
  }

  /** Of these, those of which this is said. */
  CommitmentFilter saying(Word said) {
    return new CommitmentFilter(platform, kind, Optional.of(said), mark, condition, toSign);
  }

  /** Of these, those that bear this. */
  CommitmentFilter bearing(Mark borne) {
    return new CommitmentFilter(platform, kind, word, Optional.of(borne), condition, toSign);
  }

  /** All of a platform. */
  public static CommitmentFilter of(long platform) {
    return new CommitmentFilter(
        Optional.of(platform), Optional.empty(), Optional.empty(), Optional.empty(), false, false);
  }
}

package id.narahubung.rules;

import id.narahubung.text.Label;
import java.util.List;
import java.util.Optional;

/**
 * What a company may promise.
 *
 * @param unit what its values count; empty where it is simply done or not
 * @param proof what proves it
 * @param methodCode how it is checked where nobody chooses otherwise
 * @param checkEveryDays the rhythm of checks; empty where one is enough
 * @param proofValidDays how long a pass and its evidence hold; empty where they do not lapse
 * @param selfMeasured whether the portal computes its value, nightly
 * @param bounds of its values
 * @param fields what it asks for besides target and date, in the order of the form
 */
public record CommitmentKind(
    String code,
    Label label,
    Optional<Label> unit,
    Direction direction,
    Label proof,
    String methodCode,
    Optional<Integer> checkEveryDays,
    Optional<Integer> proofValidDays,
    boolean selfMeasured,
    Bounds bounds,
    List<CommitmentField> fields) {

  /** How a value stands to its target. */
  public enum Direction {
    /** At least the target is kept. */
    RISE,
    /** At most the target is kept. */
    FALL,
    /** There is no value: it is done or it is not. */
    DONE
  }

  public CommitmentKind {
    fields = List.copyOf(fields);
  }

  /** What each row of it names; empty for a kind that has no rows. */
  public List<CommitmentField> rowFields() {
    return direction == Direction.DONE
        ? List.of()
        : fields.stream().filter(CommitmentField::perRow).toList();
  }

  /** What it asks for once. */
  public List<CommitmentField> ownFields() {
    return fields.stream().filter(field -> !rowFields().contains(field)).toList();
  }

  /** Whether what is promised is the sum of rows. */
  public boolean hasRows() {
    return !rowFields().isEmpty();
  }

  /** The field of this code, where the kind asks for one. */
  public Optional<CommitmentField> findField(String fieldCode) {
    return fields.stream().filter(field -> field.code().equals(fieldCode)).findFirst();
  }
}

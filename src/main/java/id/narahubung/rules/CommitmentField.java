package id.narahubung.rules;

import id.narahubung.text.Label;

/**
 * One thing a kind of commitment asks for.
 *
 * @param bounds of a number, or of hours
 * @param perRow whether it is asked of each row of what is promised, rather than once
 */
public record CommitmentField(
    String code, Label label, Type type, boolean required, Bounds bounds, boolean perRow) {

  /** What is filled in. */
  public enum Type {
    TEXT,
    DAY,
    NUMBER,
    /** So many hours. */
    HOURS
  }
}

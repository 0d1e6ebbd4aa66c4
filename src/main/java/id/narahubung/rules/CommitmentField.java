package id.narahubung.rules;

import id.narahubung.text.Label;

/**
 * One thing a kind of commitment asks for.
 *
 * @param bounds of a number, or of hours
 */
public record CommitmentField(
    String code, Label label, Type type, boolean required, Bounds bounds) {

  /** What is filled in. */
  public enum Type {
    TEXT,
    DAY,
    NUMBER,
    /** So many hours. */
    HOURS
  }
}

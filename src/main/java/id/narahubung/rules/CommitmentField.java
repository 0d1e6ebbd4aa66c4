package id.narahubung.rules;

import id.narahubung.text.Label;

/** One thing a kind of commitment asks for. */
public record CommitmentField(String code, Label label, Type type, boolean required) {

  /** What is filled in. */
  public enum Type {
    TEXT,
    DAY,
    NUMBER,
    /** So many hours. */
    HOURS
  }
}

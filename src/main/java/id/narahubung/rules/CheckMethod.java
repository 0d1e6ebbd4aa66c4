package id.narahubung.rules;

import id.narahubung.text.Label;

/**
 * A way to verify what was promised or answered.
 *
 * @param form what a step of it records
 * @param secondPerson whether who concludes a step is not who recorded it
 */
public record CheckMethod(String code, Label label, Form form, boolean secondPerson) {

  /** What a step records; two methods may share one. */
  public enum Form {
    DOCUMENT,
    VISIT,
    DEVICE,
    LINK,
    SAMPLE,
    BLIND,
    CALL,
    THIRD_PARTY,
    RECHECK
  }
}

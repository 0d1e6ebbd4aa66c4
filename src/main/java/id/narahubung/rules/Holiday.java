package id.narahubung.rules;

import id.narahubung.text.Label;
import java.time.LocalDate;

/**
 * A day on which offices are closed.
 *
 * @param provisional whether it is expected but not yet certain
 */
public record Holiday(LocalDate day, Kind kind, boolean provisional, Label label) {

  /** Who closes them. */
  public enum Kind {
    NATIONAL,
    /** Leave that all take together (cuti bersama). */
    JOINT_LEAVE
  }
}

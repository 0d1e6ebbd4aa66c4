package id.narahubung.rules;

import id.narahubung.text.Label;
import java.util.List;
import java.util.Optional;

/**
 * One thing to go through before a decision, in a request to open again, or in a check.
 *
 * @param list which list it stands in: one of {@link #LISTS}, or the code of a method of checking
 * @param evidence what the portal itself can show for it; empty where a person says so
 * @param needsFile whether it is a paper that no words stand for
 * @param leastLength how much is to be said of a paper where no file comes
 */
public record ChecklistEntry(
    String list,
    String code,
    Label label,
    Optional<Evidence> evidence,
    boolean needsFile,
    Optional<Integer> leastLength) {

  public static final String BEFORE_BLOCK = "before_block";
  public static final String BEFORE_RESTORE = "before_restore";

  /** The papers of a request to open again. */
  public static final String NORMALISATION = "normalisation";

  /** Whether the portal alone answers it in a check, and nobody ticks it. */
  public boolean isOfMinutes() {
    return evidence.filter(Evidence.MINUTES_SIGNED::equals).isPresent();
  }

  /** The lists that belong to no method of checking. */
  static final List<String> LISTS = List.of(BEFORE_BLOCK, BEFORE_RESTORE, NORMALISATION);

  /** What the portal can show. */
  public enum Evidence {
    ORDER_RECEIVED,
    DEADLINE_PASSED,
    LETTERS_SERVED,
    FINE_STATE,
    REASONS_CONSIDERED,
    MILDER_STEP,
    BODIES_CONSULTED,
    REQUEST_COMPLETE,
    CONDITIONS_VERIFIED,
    ITEMS_CHECKED,
    SAMPLE_PASSED,
    CONTACT_TESTED,
    FINES_SETTLED,
    HOURS_MINDED,
    BLOCKS_COUNTED,
    WATCH_PLAN,

    /** Of a visit. */
    MINUTES_SIGNED
  }
}

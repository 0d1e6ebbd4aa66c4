package id.narahubung.status;

import java.util.List;
import java.util.Locale;

/**
 * How a company stands at the end of a week: one colour and the one reason for it, the gravest
 * first. Pure: what is looked at are its arguments, and the same order holds for every company.
 */
enum Light {
  RED,
  AMBER,
  GREEN;

  /** Below this share in time is red, from so many items on; below the other amber. */
  static final int RED_PERCENT = 80;

  static final int AMBER_PERCENT = 95;
  static final int ENOUGH_ITEMS = 10;

  /** From so many days before its end a restore is to be decided about. */
  static final int ENDS_SOON_DAYS = 14;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Light of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** Why; each has a sentence with its arguments, status.reason.CODE. */
  enum Reason {
    ACCESS_SHUT(RED),
    OVERDUE_URGENT(RED),
    CONDITION_BROKEN(RED),
    LETTER_OVERDUE(RED),
    SELDOM_ON_TIME(RED),
    OVERDUE(AMBER),
    COMMITMENT_LATE(AMBER),
    STILL_UP(AMBER),
    NOT_ALWAYS_ON_TIME(AMBER),
    LETTER_OPEN(AMBER),
    RESTORE_ENDS(AMBER),
    EVIDENCE_MISSING(AMBER),
    MOSTLY_ON_TIME(GREEN),
    ALL_IN_TIME(GREEN),
    NONE_OVERDUE(GREEN),
    NOTHING_OPEN(GREEN);

    private final Light light;

    Reason(Light light) {
      this.light = light;
    }

    Light light() {
      return light;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Reason of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * The reason, and the numbers and codes its sentence holds.
   *
   * @param first a count, or the number of a decision, letter or commitment
   * @param second of how many, or until when; empty where it has none
   */
  record Verdict(String reason, String first, String second) {

    Light light() {
      return Reason.of(reason).light();
    }

    private static Verdict of(Reason reason, Object first, Object second) {
      return new Verdict(reason.code(), first.toString(), second.toString());
    }
  }

  /**
   * What is looked at.
   *
   * @param shut the decisions by which somebody is kept from a platform, each with since when
   * @param broken numbers of commitments access hangs on that failed or are late
   * @param late numbers of other commitments that are late
   * @param overdueLetters numbers of letters past their own time
   * @param openLetters numbers of the others
   * @param ending restores that end soon, each with the day
   * @param unproven numbers of commitments due soon without evidence
   */
  record Facts(
      int open,
      int overdue,
      int overdueUrgent,
      int onTime,
      int due,
      int checked,
      int down,
      List<Dated> shut,
      List<String> broken,
      List<String> late,
      List<String> overdueLetters,
      List<String> openLetters,
      List<Dated> ending,
      List<String> unproven) {

    private boolean isBelow(int percent) {
      return due > 0 && onTime * 100L < (long) percent * due;
    }
  }

  /** A number and a day. */
  record Dated(String number, String day) {}

  static Verdict of(Facts of) {
    if (!of.shut().isEmpty()) {
      return dated(Reason.ACCESS_SHUT, of.shut());
    }
    if (of.overdueUrgent() > 0) {
      return Verdict.of(Reason.OVERDUE_URGENT, of.overdueUrgent(), "");
    }
    if (!of.broken().isEmpty()) {
      return numbers(Reason.CONDITION_BROKEN, of.broken());
    }
    if (!of.overdueLetters().isEmpty()) {
      return numbers(Reason.LETTER_OVERDUE, of.overdueLetters());
    }
    if (of.due() >= ENOUGH_ITEMS && of.isBelow(RED_PERCENT)) {
      return Verdict.of(Reason.SELDOM_ON_TIME, of.onTime(), of.due());
    }
    return amber(of);
  }

  private static Verdict amber(Facts of) {
    if (of.overdue() > 0) {
      return Verdict.of(Reason.OVERDUE, of.overdue(), of.open());
    }
    if (!of.late().isEmpty()) {
      return numbers(Reason.COMMITMENT_LATE, of.late());
    }
    if (of.down() < of.checked()) {
      return Verdict.of(Reason.STILL_UP, of.checked() - of.down(), of.checked());
    }
    if (of.isBelow(AMBER_PERCENT)) {
      return Verdict.of(Reason.NOT_ALWAYS_ON_TIME, of.onTime(), of.due());
    }
    if (!of.openLetters().isEmpty()) {
      return numbers(Reason.LETTER_OPEN, of.openLetters());
    }
    if (!of.ending().isEmpty()) {
      return dated(Reason.RESTORE_ENDS, of.ending());
    }
    if (!of.unproven().isEmpty()) {
      return numbers(Reason.EVIDENCE_MISSING, of.unproven());
    }
    return green(of);
  }

  private static Verdict green(Facts of) {
    if (of.due() > 0) {
      // What is not all is never told as all.
      Reason reason = of.onTime() < of.due() ? Reason.MOSTLY_ON_TIME : Reason.ALL_IN_TIME;
      return Verdict.of(reason, of.onTime(), of.due());
    }
    return of.open() > 0
        ? Verdict.of(Reason.NONE_OVERDUE, of.open(), "")
        : Verdict.of(Reason.NOTHING_OPEN, "", "");
  }

  private static Verdict numbers(Reason reason, List<String> numbers) {
    return Verdict.of(reason, numbers.getFirst(), numbers.size());
  }

  private static Verdict dated(Reason reason, List<Dated> all) {
    return Verdict.of(reason, all.getFirst().number(), all.getFirst().day());
  }
}

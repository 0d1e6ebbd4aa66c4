package id.narahubung.letters;

import id.narahubung.access.Permission;
import id.narahubung.access.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What may be done to a letter by a form of its own. */
enum LetterAct {
  COMMIT("commitment", Permission.ANSWER_LETTERS),
  TELL_PAYMENT("payment-claims", Permission.ANSWER_LETTERS),
  RECORD_PAYMENT("payments", Permission.SEND_LETTERS),
  OBJECT("objection", Permission.ANSWER_LETTERS),
  DECIDE("objection-decision", Permission.SEND_LETTERS),
  WITHDRAW("withdrawal", Permission.SEND_LETTERS);

  private final String path;
  private final Permission permission;

  LetterAct(String path, Permission permission) {
    this.path = path;
    this.permission = permission;
  }

  /** The last part of its address. */
  String path() {
    return path;
  }

  /** As it stands in message keys. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a page should offer it: the commands know for certain. */
  boolean isOffered(Letter letter, Viewer viewer, Duration objectWithin, Instant now) {
    boolean owing = letter.fine().isPresent() && !letter.isWithdrawn() && !letter.isPaid();
    return viewer.may(permission)
        && switch (this) {
          case COMMIT -> owing && letter.asksToPay() && letter.commitment().isEmpty();
          case TELL_PAYMENT, RECORD_PAYMENT -> owing;
          case OBJECT ->
              !letter.isWithdrawn()
                  && letter.objection().isEmpty()
                  && !letter.sentAt().plus(objectWithin).isBefore(now);
          case DECIDE -> letter.isContested();
          case WITHDRAW -> !letter.isWithdrawn();
        };
  }
}

package id.narahubung.letters;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Viewer.PersonViewer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What may be done to a letter by a form of its own. */
enum LetterAct {
  COMMIT("commitment", Permission.ANSWER_LETTERS),
  TELL_PAYMENT("payment-claims", Permission.ANSWER_LETTERS),
  RECORD_PAYMENT("payments", Permission.SEND_LETTERS),
  REVERSE_PAYMENT("payment-reversals", Permission.SEND_LETTERS),
  OBJECT("objection", Permission.ANSWER_LETTERS),
  DECIDE("objection-decision", Permission.SEND_LETTERS),
  WITHDRAW("withdrawal", Permission.SEND_LETTERS);

  /** Who sent a letter is offered to decide on the objection, and told why somebody else does. */
  private static final String OWN = "letter.refused.own";

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

  Permission permission() {
    return permission;
  }

  /** As it stands in message keys. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Refuses where the letter does not let it be done, whatever is typed. */
  void require(Letter letter, PersonViewer viewer, Duration objectWithin, Instant now) {
    Optional<String> refusal = refusal(letter, viewer, objectWithin, now);
    if (refusal.isPresent()) {
      throw new RuleBroken(refusal.get());
    }
  }

  /** Whether a page should offer it. */
  boolean isOffered(Letter letter, PersonViewer viewer, Duration objectWithin, Instant now) {
    return viewer.may(permission)
        && refusal(letter, viewer, objectWithin, now).filter(key -> !key.equals(OWN)).isEmpty();
  }

  private Optional<String> refusal(
      Letter letter, PersonViewer viewer, Duration objectWithin, Instant now) {
    return switch (this) {
      case COMMIT ->
          when(!letter.asksToPay() || letter.left() == 0, "letter.refused.no_commitment")
              .or(() -> when(letter.commitment().isPresent(), "letter.refused.committed"));
      case TELL_PAYMENT, RECORD_PAYMENT ->
          when(letter.fine().isEmpty() || letter.isWithdrawn(), "letter.refused.no_fine")
              .or(() -> when(letter.isReplaced(), "letter.refused.replaced"))
              .or(() -> when(letter.left() == 0, "letter.refused.paid"));
      case REVERSE_PAYMENT ->
          when(
              letter.payments().stream().noneMatch(Letter.Payment::counts),
              "letter.refused.no_payment");
      case OBJECT ->
          when(letter.withdrawal().isPresent(), "letter.refused.withdrawn")
              .or(() -> when(letter.objection().isPresent(), "letter.refused.objection.twice"))
              .or(
                  () ->
                      when(
                          letter.sentAt().plus(objectWithin).isBefore(now),
                          "letter.refused.objection.late"));
      case DECIDE ->
          when(!letter.isContested(), "letter.refused.decided")
              .or(() -> when(letter.by().sharesHandWith(viewer, permission), OWN));
      case WITHDRAW -> when(letter.isWithdrawn(), "letter.refused.withdrawn");
    };
  }

  private static Optional<String> when(boolean so, String refusal) {
    return so ? Optional.of(refusal) : Optional.empty();
  }
}

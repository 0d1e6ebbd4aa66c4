package id.narahubung.decisions;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Viewer.PersonViewer;
import java.util.Locale;
import java.util.Optional;

/** What may be done to a decision by a form of its own. */
enum DecisionAct {
  CHANGE("edit", Permission.PREPARE_DECISIONS),
  SIGN("signature", Permission.SIGN_DECISIONS),
  ASK("question", Permission.SIGN_DECISIONS),
  REPLY("reply", Permission.PREPARE_DECISIONS),
  WAIVE("waivers", Permission.WAIVE_CONDITIONS),
  WITHDRAW("withdrawal", Permission.PREPARE_DECISIONS),
  EXECUTE("executions", Permission.PREPARE_DECISIONS),
  REVIEW("reviews", Permission.PREPARE_DECISIONS);

  /** Whoever prepared it is told why somebody else signs. */
  static final String OWN = "decision.refused.own";

  private static final String WAIVED = "decision.refused.waiver.changed";

  private final String path;
  private final Permission permission;

  DecisionAct(String path, Permission permission) {
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

  /** Refuses where the decision does not let it be done, whatever is typed. */
  void require(Decision decision, PersonViewer viewer) {
    Optional<String> refusal = refusal(decision, viewer);
    if (refusal.isPresent()) {
      throw new RuleBroken(refusal.get());
    }
  }

  /** Whether a page should offer it. */
  boolean isOffered(Decision decision, PersonViewer viewer) {
    return viewer.may(permission) && refusal(decision, viewer).isEmpty();
  }

  private Optional<String> refusal(Decision decision, PersonViewer viewer) {
    return switch (this) {
      case WITHDRAW -> closed(decision);
      // Else two people prepare, waive and sign by themselves, in another order.
      case CHANGE -> closed(decision).or(() -> when(waived(decision, viewer), WAIVED));
      case WAIVE ->
          closed(decision)
              .or(() -> when(hasHand(decision, viewer), "decision.refused.waiver.hand"));
      // While a question waits it may still be refused: SignDecision looks at the kind.
      case SIGN -> closed(decision).or(() -> when(hasHand(decision, viewer), OWN));
      case ASK ->
          closed(decision)
              .or(
                  () ->
                      when(decision.stage() == DecisionStage.ASKED_BACK, "decision.refused.asked"))
              .or(() -> when(hasHand(decision, viewer), OWN));
      case REPLY ->
          closed(decision)
              .or(() -> when(decision.openQuestion().isEmpty(), "decision.refused.no_question"))
              .or(() -> when(waived(decision, viewer), WAIVED));
      case EXECUTE, REVIEW ->
          when(decision.stage() != DecisionStage.SIGNED, "decision.refused.unsigned");
    };
  }

  private boolean hasHand(Decision decision, PersonViewer viewer) {
    return decision.hands().stream().anyMatch(by -> by.sharesHandWith(viewer, permission));
  }

  private boolean waived(Decision decision, PersonViewer viewer) {
    return decision.waivedBy().stream().anyMatch(by -> by.sharesHandWith(viewer, permission));
  }

  private static Optional<String> closed(Decision decision) {
    return switch (decision.stage()) {
      case PREPARED, ASKED_BACK -> Optional.empty();
      case SIGNED -> Optional.of("decision.refused.signed");
      case WITHDRAWN -> Optional.of("decision.refused.withdrawn");
    };
  }

  private static Optional<String> when(boolean so, String refusal) {
    return so ? Optional.of(refusal) : Optional.empty();
  }
}

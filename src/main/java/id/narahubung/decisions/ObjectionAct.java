package id.narahubung.decisions;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Viewer.PersonViewer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is done about a decision that a company contests, each in a form of its own. */
enum ObjectionAct {
  OBJECT("objection", Permission.ASK_NORMALISATION),
  DECIDE("objection-decision", Permission.SIGN_DECISIONS),
  TAKE_BACK("objection-withdrawal", Permission.ASK_NORMALISATION);

  private final String path;
  private final Permission permission;

  ObjectionAct(String path, Permission permission) {
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

  /**
   * A decision with what was said against it.
   *
   * @param until how long it may be contested; empty while it is not signed
   * @param shut whether access does not stand open, so that opening it again may be asked for
   */
  record Case(
      Decision decision,
      Optional<Objection> objection,
      Optional<Instant> until,
      boolean shut,
      Instant now) {}

  boolean isOffered(Case of, PersonViewer viewer) {
    return viewer.may(permission) && refusal(of, viewer).isEmpty();
  }

  /** Refuses where it cannot be done now, whatever is typed. */
  void require(Case of, PersonViewer viewer) {
    refusal(of, viewer)
        .ifPresent(
            key -> {
              throw new RuleBroken(key);
            });
  }

  private Optional<String> refusal(Case of, PersonViewer viewer) {
    if (of.decision().signature().isEmpty()) {
      return Optional.of("decision.refused.unsigned");
    }
    return switch (this) {
      case OBJECT ->
          of.objection().isPresent()
              ? Optional.of("decision.refused.objection.twice")
              : of.until().filter(of.now()::isAfter).isPresent()
                  ? Optional.of(
                      of.shut()
                          ? "decision.refused.objection.late.shut"
                          : "decision.refused.objection.late")
                  : Optional.empty();
      case DECIDE ->
          waits(of) ? hand(of.decision(), viewer) : Optional.of("decision.refused.objection.none");
      case TAKE_BACK ->
          waits(of) ? Optional.empty() : Optional.of("decision.refused.objection.none");
    };
  }

  private static boolean waits(Case of) {
    return of.objection().filter(each -> each.end().isEmpty()).isPresent();
  }

  private Optional<String> hand(Decision decision, PersonViewer viewer) {
    return Stream.of(
                decision.hands().stream(),
                decision.waivedBy().stream(),
                decision.signature().stream().map(Decision.Signature::by))
            .flatMap(each -> each)
            .anyMatch(by -> by.sharesHandWith(viewer, permission))
        ? Optional.of("decision.refused.objection.own")
        : Optional.empty();
  }
}

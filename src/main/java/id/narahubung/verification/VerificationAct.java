package id.narahubung.verification;

import id.narahubung.access.Permission;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.ledger.By;
import id.narahubung.rules.RuleSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may be done to a step by a form of its own. */
enum VerificationAct {
  RECORD("record", Permission.RECORD_VERIFICATIONS),
  CONCLUDE("conclusion", Permission.CONCLUDE_VERIFICATIONS),
  CALL_OFF("calling-off", Permission.RECORD_VERIFICATIONS);

  private final String path;
  private final Permission permission;

  VerificationAct(String path, Permission permission) {
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

  /** Refuses where the step does not let it be done, whatever is typed. */
  void require(
      RuleSet rules,
      VerificationStep step,
      Optional<Sample> sample,
      List<By> recorders,
      PersonViewer viewer) {
    if (this == CONCLUDE) {
      ConcludeVerification.requireConcluder(rules, step, sample, recorders, viewer);
    } else {
      step.requireOpen();
    }
  }

  /** Whether a page should offer it; who recorded a step is told why somebody else concludes it. */
  boolean isOffered(VerificationStep step, PersonViewer viewer) {
    return viewer.may(permission)
        && (this == CONCLUDE ? step.stage() == VerificationStage.RECORDED : step.stage().isOpen());
  }
}

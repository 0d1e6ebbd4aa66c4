package id.narahubung.decisions;

import id.narahubung.access.RuleBroken;
import id.narahubung.decisions.AccessHistory.Signed;
import id.narahubung.rules.ChecklistEntry;
import id.narahubung.rules.DecisionKind;
import id.narahubung.rules.DecisionKind.Effect;
import id.narahubung.rules.RuleSet;
import id.narahubung.text.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What a decision of a kind needs, and which kinds a signer may choose instead. */
final class DecisionRule {

  private DecisionRule() {}

  /** Whether it lets somebody in: a restore, in whatever form. */
  static boolean opens(DecisionKind kind) {
    return kind.effect() == Effect.RESTORE;
  }

  /** Whether it keeps somebody out, or takes something away. */
  static boolean closes(DecisionKind kind) {
    return switch (kind.effect()) {
      case PARTIAL_BLOCK, FULL_BLOCK, APP_REMOVAL, FREEZE, REVOCATION -> true;
      case RESTORE, REFUSAL -> false;
    };
  }

  /** The list that is gone through before a decision of this kind. */
  static String list(DecisionKind kind) {
    return closes(kind) ? ChecklistEntry.BEFORE_BLOCK : ChecklistEntry.BEFORE_RESTORE;
  }

  /**
   * What the signer may choose: whether and how to open, or the one thing that was prepared.
   * Refusing to open is always among the former.
   */
  static List<DecisionKind> choices(RuleSet rules, DecisionKind prepared) {
    return closes(prepared)
        ? List.of(prepared)
        : rules.decisionKinds().stream().filter(kind -> !closes(kind)).toList();
  }

  /** Refuses what cannot stand in a decision of the kind, whoever writes it. */
  static void check(RuleSet rules, DecisionContent content, Instant now) {
    DecisionKind kind =
        rules
            .findDecisionKind(content.kindCode())
            .orElseThrow(() -> new RuleBroken("decision.refused.kind"));
    refuse(content.recommendation().isEmpty(), "decision.refused.recommendation");
    refuse(content.basis().isEmpty(), "decision.refused.basis");
    refuse(content.grounds().isEmpty(), "decision.refused.grounds");
    refuse(content.startsAt().filter(now::isAfter).isPresent(), "decision.refused.starts");
    Instant starts = content.startsAt().orElse(now);
    refuse(
        content.endsAt().filter(end -> !end.isAfter(starts)).isPresent(), "decision.refused.ends");
    // Only what is meant to end does: an end left in the field would shut it again by itself.
    refuse(
        content.endsAt().isPresent() && !closes(kind) && !kind.needsEnd(),
        "decision.refused.no_end");
    if (closes(kind)) {
      refuse(content.reasons().isEmpty(), "decision.refused.reasons");
      refuse(
          content.targets().isEmpty()
              && kind.effect() != Effect.FREEZE
              && kind.effect() != Effect.REVOCATION,
          "decision.refused.targets");
    }
  }

  /** What must be there besides when it is signed as this kind. */
  static void checkSigning(
      DecisionKind kind,
      DecisionContent content,
      String note,
      boolean otherwise,
      int conditions,
      Instant now) {
    refuse(kind.needsEnd() && content.endsAt().isEmpty(), "decision.refused.needs_end");
    refuse(kind.needsWatch() && ahead(content, now) == 0, "decision.refused.needs_watch");
    refuse(kind.needsConditions() && conditions == 0, "decision.refused.needs_conditions");
    // The grounds were written for another decision.
    refuse(otherwise && note.isEmpty(), "decision.refused.note");
  }

  /**
   * What the kind asks of access as it stands. What is still to come counts as if it were there: a
   * block that has not begun may be lifted before it does.
   */
  static void checkAccess(DecisionKind kind, List<Signed> signed, Instant now) {
    AccessHistory history = AccessHistory.of(signed, now);
    refuse(
        opens(kind)
            && history.status() == AccessStatus.OPEN
            && AccessHistory.toCome(signed, now).isEmpty(),
        "decision.refused.not_shut");
    refuse(kind.isReblock() && history.blocks() == 0, "decision.refused.never_blocked");
  }

  /** On how many days looks are still to come: one of days gone by watches nothing. */
  static long ahead(DecisionContent content, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, Words.WIB);
    return content.watch().stream()
        .map(DecisionContent.Watch::on)
        .filter(day -> !day.isBefore(today))
        .distinct()
        .count();
  }

  private static void refuse(boolean so, String key) {
    if (so) {
      throw new RuleBroken(key);
    }
  }

  /** As it stands in message keys and styles. */
  static String code(Effect effect) {
    return effect.name().toLowerCase(Locale.ROOT);
  }
}

package id.narahubung.decisions;

import id.narahubung.rules.DecisionKind.Effect;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Where the access to a platform stood and stands, as its signed decisions say.
 *
 * <p>A decision holds from its start until the next one of its weight, or its own end; then what
 * stood before it stands again. A freeze or the removal of an app changes nothing of what is
 * blocked, and a refusal nothing at all.
 *
 * @param bands without gaps, the oldest first; the first began before any decision, the last runs
 * @param blocks how often it was blocked, in part or whole; widening a block is no further one
 */
public record AccessHistory(List<Band> bands, int blocks) {

  public AccessHistory {
    bands = List.copyOf(bands);
  }

  /**
   * A decision that was signed.
   *
   * @param onConditions whether what it opens hangs on conditions
   */
  public record Signed(
      String number,
      Effect effect,
      boolean onConditions,
      Instant signedAt,
      Instant startsAt,
      Optional<Instant> endsAt) {}

  /**
   * A time in which access stood one way.
   *
   * @param from empty for what was before any decision
   * @param until empty for what is now
   * @param decision the number of the decision it follows from; empty before any
   */
  public record Band(
      Optional<Instant> from, Optional<Instant> until, AccessStatus status, String decision) {}

  /** What stands until something else does. */
  private record Standing(AccessStatus status, String decision, Optional<Instant> endsAt) {

    boolean isOverAt(Instant moment) {
      return endsAt.filter(end -> !end.isAfter(moment)).isPresent();
    }
  }

  public static AccessHistory of(List<Signed> signed, Instant now) {
    Course course = new Course();
    signed.stream()
        .filter(each -> !each.startsAt().isAfter(now))
        .sorted(Comparator.comparing(Signed::startsAt).thenComparing(Signed::signedAt))
        .forEach(course::take);
    course.passUntil(now);
    return new AccessHistory(course.bands(), course.blocks);
  }

  /** How it stands now. */
  public AccessStatus status() {
    return bands.getLast().status();
  }

  /** Since when it stands so; empty where nothing was ever decided. */
  public Optional<Instant> since() {
    return bands.getLast().from();
  }

  /** The number of the decision that stands; empty where none does. */
  public String standing() {
    return bands.getLast().decision();
  }

  /** A walk through the decisions in the order in which they begin. */
  private static final class Course {

    private final Deque<Standing> standing = new ArrayDeque<>();
    private final List<Band> begun = new ArrayList<>();
    private int blocks;

    Course() {
      standing.push(new Standing(AccessStatus.OPEN, "", Optional.empty()));
      begun.add(new Band(Optional.empty(), Optional.empty(), AccessStatus.OPEN, ""));
    }

    void take(Signed decision) {
      passUntil(decision.startsAt());
      AccessStatus before = standing.element().status();
      boolean blocks =
          switch (decision.effect()) {
            case PARTIAL_BLOCK, FULL_BLOCK -> true;
            case APP_REMOVAL, FREEZE, RESTORE, REFUSAL, REVOCATION -> false;
          };
      if (blocks && !before.isShut()) {
        this.blocks++;
      }
      status(decision, before)
          .ifPresent(
              status -> {
                if (decision.endsAt().isEmpty()) {
                  standing.clear();
                }
                standing.push(new Standing(status, decision.number(), decision.endsAt()));
                begin(decision.startsAt());
              });
    }

    private static Optional<AccessStatus> status(Signed decision, AccessStatus before) {
      return switch (decision.effect()) {
        case PARTIAL_BLOCK -> Optional.of(AccessStatus.PARTLY_BLOCKED);
        case FULL_BLOCK -> Optional.of(AccessStatus.BLOCKED);
        case REVOCATION -> Optional.of(AccessStatus.REVOKED);
        case FREEZE -> Optional.of(AccessStatus.FROZEN).filter(status -> !before.isShut());
        case APP_REMOVAL -> Optional.of(AccessStatus.APP_REMOVED).filter(s -> !before.isShut());
        case RESTORE ->
            Optional.of(
                decision.endsAt().isPresent()
                    ? AccessStatus.TEMPORARY
                    : decision.onConditions() ? AccessStatus.CONDITIONAL : AccessStatus.OPEN);
        case REFUSAL -> Optional.empty();
      };
    }

    /**
     * Lets end what ends by then; what stood before it stands again, if that has not ended, too.
     */
    void passUntil(Instant moment) {
      while (standing.element().isOverAt(moment)) {
        Instant end = standing.pop().endsAt().orElseThrow();
        while (standing.element().isOverAt(end)) {
          standing.pop();
        }
        begin(end);
      }
    }

    private void begin(Instant from) {
      Standing now = standing.element();
      begun.add(new Band(Optional.of(from), Optional.empty(), now.status(), now.decision()));
    }

    /** Each ends where the next begins; what lasted no time is left out. */
    List<Band> bands() {
      List<Band> bands = new ArrayList<>();
      for (int at = 0; at < begun.size(); at++) {
        Optional<Instant> until =
            at + 1 < begun.size() ? begun.get(at + 1).from() : Optional.empty();
        Band band = begun.get(at);
        if (until.isEmpty() || !until.equals(band.from())) {
          bands.add(new Band(band.from(), until, band.status(), band.decision()));
        }
      }
      return bands;
    }
  }
}

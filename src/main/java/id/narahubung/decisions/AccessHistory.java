package id.narahubung.decisions;

import id.narahubung.rules.DecisionKind.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where the access to a platform stood and stands, as its signed decisions say.
 *
 * <p>Access has a course of its own: of the decisions that block, restore or revoke, the last that
 * has begun and not ended stands; when it ends, what stood before it stands again. A freeze of the
 * registration and the removal of an app run beside it: each stands until its own end or until a
 * restore after it, a restore with an end lifting it only as long as that runs. They are what is
 * shown while nobody is kept out. A refusal changes nothing.
 *
 * <p>What was signed and has not begun never begins once something else is signed about the same:
 * the last word is the one that counts, even when it is to count later. A refusal takes back an
 * opening that was still to come. What was itself taken back so takes nothing back: it is as if it
 * had never been signed.
 *
 * @param bands without gaps, the oldest first; the first began before any decision, the last runs
 * @param blocks how often it was blocked, in part or whole; widening a block is no further one
 * @param blockedAt when the last of these blocks began; empty where it was never blocked
 * @param opening the number of the restore by which access stands, whatever runs beside it; empty
 *     where none does
 */
public record AccessHistory(
    List<Band> bands, int blocks, Optional<Instant> blockedAt, Optional<String> opening) {

  public AccessHistory {
    bands = List.copyOf(bands);
  }

  private static final Comparator<Signed> BY_SIGNATURE =
      Comparator.comparing(Signed::signedAt).thenComparing(Signed::number);

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
      Optional<Instant> endsAt) {

    boolean runsAt(Instant moment) {
      return !startsAt.isAfter(moment) && endsAt.filter(end -> !end.isAfter(moment)).isEmpty();
    }

    /** Whether it moves the course of access itself. */
    boolean isOfAccess() {
      return switch (effect) {
        case PARTIAL_BLOCK, FULL_BLOCK, RESTORE, REVOCATION -> true;
        case APP_REMOVAL, FREEZE, REFUSAL -> false;
      };
    }

    /** Whether this was signed before another began, and is about the same. */
    private boolean supersedes(Signed other) {
      return BY_SIGNATURE.compare(this, other) > 0
          && other.startsAt().isAfter(signedAt)
          && switch (effect) {
            case PARTIAL_BLOCK, FULL_BLOCK, REVOCATION -> other.isOfAccess();
            case RESTORE -> other.effect() != Effect.REFUSAL;
            case FREEZE, APP_REMOVAL -> other.effect() == effect;
            case REFUSAL -> other.effect() == Effect.RESTORE;
          };
    }

    boolean blocks() {
      return effect == Effect.PARTIAL_BLOCK || effect == Effect.FULL_BLOCK;
    }

    AccessStatus status() {
      return switch (effect) {
        case PARTIAL_BLOCK -> AccessStatus.PARTLY_BLOCKED;
        case FULL_BLOCK -> AccessStatus.BLOCKED;
        case REVOCATION -> AccessStatus.REVOKED;
        case FREEZE -> AccessStatus.FROZEN;
        case APP_REMOVAL -> AccessStatus.APP_REMOVED;
        case RESTORE ->
            endsAt.isPresent()
                ? AccessStatus.TEMPORARY
                : onConditions ? AccessStatus.CONDITIONAL : AccessStatus.OPEN;
        case REFUSAL -> AccessStatus.OPEN;
      };
    }
  }

  /**
   * A time in which access stood one way.
   *
   * @param from empty for what was before any decision
   * @param until empty for what is now
   * @param decision the number of the decision it follows from; empty before any
   */
  public record Band(
      Optional<Instant> from, Optional<Instant> until, AccessStatus status, String decision) {}

  public static AccessHistory of(List<Signed> signed, Instant now) {
    Course course = course(signed, now);
    List<Signed> blocks = course.blocks();
    return new AccessHistory(
        course.bands(now),
        blocks.size(),
        blocks.isEmpty() ? Optional.empty() : Optional.of(blocks.getLast().startsAt()),
        course.access(now).filter(each -> each.effect() == Effect.RESTORE).map(Signed::number));
  }

  private static Course course(List<Signed> signed, Instant now) {
    return new Course(
        standing(signed).stream()
            .filter(each -> !each.startsAt().isAfter(now))
            .sorted(Comparator.comparing(Signed::startsAt).thenComparing(BY_SIGNATURE))
            .toList());
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

  /** Those that begin, or did; from the newest signature down, which nothing takes back. */
  static List<Signed> standing(List<Signed> signed) {
    List<Signed> standing = new ArrayList<>();
    for (Signed each : signed.stream().sorted(BY_SIGNATURE.reversed()).toList()) {
      if (standing.stream().noneMatch(later -> later.supersedes(each))) {
        standing.add(each);
      }
    }
    return standing;
  }

  /** What came before one of them could begin; empty where it began, or is still to. */
  static Optional<Signed> superseding(List<Signed> signed, Signed of) {
    return standing(signed).stream().filter(each -> each.supersedes(of)).min(BY_SIGNATURE);
  }

  /**
   * What has taken the place of one that began; empty while it stands, where it ended by itself,
   * and of a refusal, which takes no place.
   */
  static Optional<Signed> following(List<Signed> signed, Signed of, Instant now) {
    return of.effect() == Effect.REFUSAL
        ? Optional.empty()
        : course(signed, now).following(of, now);
  }

  /** Those that are still to begin, and will unless something else is signed. */
  static List<Signed> toCome(List<Signed> signed, Instant now) {
    return standing(signed).reversed().stream()
        .filter(each -> each.startsAt().isAfter(now) && each.effect() != Effect.REFUSAL)
        .toList();
  }

  /** That how access stands ends by itself, and how it stands after. */
  record Turn(Instant at, AccessStatus then) {}

  /** When how it stands now ends by itself; empty where it does not. */
  static Optional<Turn> nextTurn(List<Signed> signed, Instant now) {
    String standing = of(signed, now).standing();
    return signed.stream()
        .filter(each -> each.number().equals(standing))
        .findFirst()
        .flatMap(Signed::endsAt)
        .map(end -> new Turn(end, after(signed, end)));
  }

  /** When it comes to stand otherwise, by an end or by a decision that is to begin. */
  static Optional<Turn> nextChange(List<Signed> signed, Instant now) {
    AccessStatus stands = of(signed, now).status();
    return Stream.concat(
            nextTurn(signed, now).map(Turn::at).stream(),
            toCome(signed, now).stream().map(Signed::startsAt))
        .sorted()
        .map(at -> new Turn(at, after(signed, at)))
        .filter(turn -> turn.then() != stands)
        .findFirst();
  }

  /** How it stands at a later moment, if nothing more is decided. */
  static AccessStatus after(List<Signed> signed, Instant moment) {
    return of(signed, moment).status();
  }

  /** Decisions that have begun, in the order in which they did. */
  private record Course(List<Signed> begun) {

    List<Band> bands(Instant now) {
      NavigableSet<Instant> turns = new TreeSet<>();
      for (Signed each : begun) {
        turns.add(each.startsAt());
        each.endsAt().filter(end -> !end.isAfter(now)).ifPresent(turns::add);
      }
      List<Band> bands = new ArrayList<>();
      bands.add(new Band(Optional.empty(), Optional.empty(), AccessStatus.OPEN, ""));
      for (Instant turn : turns) {
        Band last = bands.getLast();
        Band next = at(turn);
        if (last.status() != next.status() || !last.decision().equals(next.decision())) {
          bands.set(
              bands.size() - 1,
              new Band(last.from(), Optional.of(turn), last.status(), last.decision()));
          bands.add(next);
        }
      }
      return bands;
    }

    private Band at(Instant moment) {
      Optional<Signed> access = access(moment);
      boolean shut = access.filter(each -> each.status().isShut()).isPresent();
      return (shut ? access : beside(moment).or(() -> access))
          .map(
              each -> new Band(Optional.of(moment), Optional.empty(), each.status(), each.number()))
          .orElseGet(() -> new Band(Optional.of(moment), Optional.empty(), AccessStatus.OPEN, ""));
    }

    /** What access stands by. */
    Optional<Signed> access(Instant moment) {
      return begun.stream()
          .filter(each -> each.isOfAccess() && each.runsAt(moment))
          .reduce((first, later) -> later);
    }

    /** The last freeze or removal that no restore has lifted. */
    private Optional<Signed> beside(Instant moment) {
      Optional<Signed> found = Optional.empty();
      for (Signed each : begun) {
        if (each.startsAt().isAfter(moment)) {
          break;
        }
        switch (each.effect()) {
          case FREEZE, APP_REMOVAL -> {
            if (each.runsAt(moment)) {
              found = Optional.of(each);
            }
          }
          case RESTORE -> {
            if (each.runsAt(moment)) {
              found = Optional.empty();
            }
          }
          case PARTIAL_BLOCK, FULL_BLOCK, REVOCATION, REFUSAL -> {}
        }
      }
      return found;
    }

    /**
     * Of those that began after it the last whose beginning it stood at no more; none where it
     * stands, or stood until it ended by itself, whatever stood for a while in between.
     */
    Optional<Signed> following(Signed of, Instant now) {
      int at = begun.indexOf(of);
      Instant last =
          of.endsAt().filter(end -> !end.isAfter(now)).map(end -> end.minusNanos(1)).orElse(now);
      return at < 0 || stands(of, last)
          ? Optional.empty()
          : begun.subList(at + 1, begun.size()).stream()
              .filter(later -> of.runsAt(later.startsAt()) && !stands(of, later.startsAt()))
              .filter(later -> stoodUntil(of, later.startsAt()))
              .reduce((first, then) -> then);
    }

    private boolean stoodUntil(Signed of, Instant moment) {
      return of.startsAt().equals(moment) || stands(of, moment.minusNanos(1));
    }

    private boolean stands(Signed of, Instant moment) {
      return of.isOfAccess()
          ? access(moment).filter(of::equals).isPresent()
          : of.runsAt(moment)
              && begun.subList(begun.indexOf(of) + 1, begun.size()).stream()
                  .noneMatch(later -> later.effect() == Effect.RESTORE && later.runsAt(moment));
    }

    /** The blocks that shut what was open until then. */
    List<Signed> blocks() {
      List<Signed> counted = new ArrayList<>();
      for (int at = 0; at < begun.size(); at++) {
        Signed each = begun.get(at);
        if (each.blocks()
            && new Course(begun.subList(0, at))
                .access(each.startsAt())
                .filter(before -> before.status().isShut())
                .isEmpty()) {
          counted.add(each);
        }
      }
      return counted;
    }
  }
}

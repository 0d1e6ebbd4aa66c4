package id.narahubung.commitments;

import id.narahubung.access.Permission;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.evidence.StoredFile;
import id.narahubung.ledger.By;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.text.Label;
import id.narahubung.text.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A commitment as a list shows it.
 *
 * @param version raised by each act on it
 * @param text of the version in force, or of the latest while none is
 * @param soonDays from how many days before its due day it is due soon
 */
public record Commitment(
    long id,
    String number,
    Of of,
    Kind kind,
    Side proposedBy,
    CommitmentSource source,
    String sourceText,
    int version,
    String text,
    Optional<BigDecimal> baseline,
    Optional<BigDecimal> target,
    int soonDays,
    Standing standing) {

  /** Whose it is. */
  public record Of(long platformId, String platform, long companyId, String company) {}

  /** What kind it is, by its own version of the rules. */
  public record Kind(
      long ruleSetId,
      String code,
      Label label,
      Optional<Label> unit,
      CommitmentKind.Direction direction,
      boolean selfMeasured) {}

  public CommitmentState state(LocalDate today) {
    return CommitmentState.of(standing, today, soonDays);
  }

  /**
   * A version as it was written.
   *
   * @param twoHands whether two of the ministry sign it: the company wrote it, and it lets go of
   *     what access hangs on
   */
  public record Version(
      int number,
      Side ofSide,
      By by,
      Instant at,
      Terms terms,
      String reason,
      boolean twoHands,
      List<Signature> signatures,
      Optional<Refusal> refusal) {

    public Version {
      signatures = List.copyOf(signatures);
    }

    public List<Signature> signaturesOf(Side side) {
      return signatures.stream().filter(each -> each.ofSide() == side).toList();
    }

    /** How many of a side sign it. */
    public int signaturesNeeded(Side side) {
      return twoHands && side == Side.MINISTRY ? 2 : 1;
    }

    public boolean isSignedFor(Side side) {
      return signaturesOf(side).size() >= signaturesNeeded(side);
    }

    public boolean isInForce() {
      return Stream.of(Side.values()).allMatch(this::isSignedFor);
    }

    /** Since the last signature it takes. */
    public Optional<Instant> inForceSince() {
      return isInForce()
          ? signatures.stream().map(Signature::at).max(Comparator.naturalOrder())
          : Optional.empty();
    }
  }

  public record Signature(long event, Side ofSide, By by, Instant at) {}

  public record Refusal(Side ofSide, By by, Instant at, String reason) {}

  /** One side's word that it should be cancelled. */
  public record Cancel(long event, Side ofSide, By by, Instant at, String reason) {}

  /**
   * Who minds it on a side: role and code, a name only among colleagues.
   *
   * @param named whether somebody else named them
   * @param closed whether their account is closed, which colleagues alone can see
   */
  public record Owner(
      Side ofSide, long personId, By who, By by, Instant at, boolean named, boolean closed) {}

  /** What the company said of its progress. */
  public record Report(
      long id,
      int version,
      Optional<BigDecimal> value,
      LocalDate asOf,
      String note,
      boolean claimsMet,
      Optional<LocalDate> evidenceOn,
      Optional<LocalDate> evidenceUntil,
      By by,
      Instant at,
      List<Piece> files) {

    public Report {
      files = List.copyOf(files);
    }
  }

  /** A file that proves a report. */
  public record Piece(long id, String name, StoredFile file) {}

  /** What somebody else found. */
  public record Found(
      int version,
      FindingResult result,
      Optional<BigDecimal> value,
      LocalDate asOf,
      Optional<LocalDate> validUntil,
      String findings,
      Optional<String> verificationNumber,
      By by,
      Instant at) {}

  /**
   * What the portal measured by itself.
   *
   * @param medianHours of what is urgent; empty where nothing was
   * @param mostHours what the version promises of that median
   */
  public record Measure(
      LocalDate onDay,
      BigDecimal value,
      int numerator,
      int denominator,
      Optional<BigDecimal> medianHours,
      Optional<BigDecimal> mostHours) {}

  /** That a side took its word back. */
  public record TakenBack(long event, Side ofSide, By by, Instant at) {}

  /** A value as of a day. */
  public record Point(LocalDate day, BigDecimal value) {}

  /** What was reported and what was found over time, the oldest first, cut to the newest days. */
  public record Series(List<Point> reported, List<Point> verified) {

    static final Series NONE = new Series(List.of(), List.of());

    public Series {
      reported = List.copyOf(reported);
      verified = List.copyOf(verified);
    }
  }

  /** What the two sides agreed on and said about it, each list oldest first. */
  public record History(
      List<Version> versions, List<Cancel> cancels, List<TakenBack> takenBack, List<Owner> owners) {

    static final History NONE = new History(List.of(), List.of(), List.of(), List.of());

    public History {
      versions = List.copyOf(versions);
      cancels = List.copyOf(cancels);
      takenBack = List.copyOf(takenBack);
      owners = List.copyOf(owners);
    }

    public Version latest() {
      return versions.getLast();
    }

    public Optional<Version> version(int number) {
      return versions.stream().filter(each -> each.number() == number).findFirst();
    }

    /** The version that waits for signatures. */
    public Optional<Version> open() {
      return Optional.of(latest())
          .filter(each -> !each.isInForce() && each.refusal().isEmpty() && !isCancelled());
    }

    public Optional<Version> inForce() {
      return versions.stream()
          .filter(Version::isInForce)
          .max(Comparator.comparingInt(Version::number));
    }

    /** The version that was in force when a day ended, by WIB. */
    public Optional<Version> inForceOn(LocalDate day) {
      return versions.stream()
          .filter(
              each ->
                  each.inForceSince()
                      .filter(since -> !LocalDate.ofInstant(since, Words.WIB).isAfter(day))
                      .isPresent())
          .max(Comparator.comparingInt(Version::number));
    }

    /**
     * A side's words that it should be cancelled, as far as they stand: not taken back, and said of
     * the text in force.
     */
    public List<Cancel> cancelsOf(Side side) {
      long last =
          LongStream.concat(
                  takenBack.stream()
                      .filter(each -> each.ofSide() == side)
                      .mapToLong(TakenBack::event),
                  inForce().stream()
                      .flatMap(version -> version.signatures().stream())
                      .mapToLong(Signature::event))
              .max()
              .orElse(0);
      return cancels.stream().filter(each -> each.ofSide() == side && each.event() > last).toList();
    }

    /** How many of a side say so: where access hangs on it, two of the ministry. */
    public int cancelsNeeded(Side side) {
      boolean condition = inForce().filter(each -> each.terms().condition()).isPresent();
      return condition && side == Side.MINISTRY ? 2 : 1;
    }

    public boolean isCancelledFor(Side side) {
      return cancelsOf(side).size() >= cancelsNeeded(side);
    }

    /** Whether one hand of the viewer's said so already. */
    boolean hasCancelled(PersonViewer viewer) {
      return cancelsOf(viewer.side()).stream()
          .anyMatch(each -> each.by().sharesHandWith(viewer, Permission.SIGN_COMMITMENTS));
    }

    private boolean isCancelled() {
      return Stream.of(Side.values()).allMatch(this::isCancelledFor);
    }

    /** Who minds it now on a side. */
    public Optional<Owner> ownerOf(Side side) {
      return owners.stream().filter(each -> each.ofSide() == side).reduce((a, b) -> b);
    }
  }
}

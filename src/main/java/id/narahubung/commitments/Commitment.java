package id.narahubung.commitments;

import id.narahubung.access.Side;
import id.narahubung.ledger.By;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.text.Label;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

  /** A version as it was written. */
  public record Version(
      int number,
      Side ofSide,
      By by,
      Instant at,
      Terms terms,
      String reason,
      List<Signature> signatures,
      Optional<Refusal> refusal) {

    public Version {
      signatures = List.copyOf(signatures);
    }

    public Optional<Signature> signatureOf(Side side) {
      return signatures.stream().filter(each -> each.ofSide() == side).findFirst();
    }

    public boolean isInForce() {
      return signatures.size() == Side.values().length;
    }
  }

  public record Signature(Side ofSide, By by, Instant at) {}

  public record Refusal(Side ofSide, By by, Instant at, String reason) {}

  /** One side's word that it should be cancelled. */
  public record Cancel(Side ofSide, By by, Instant at, String reason) {}

  /** Who minds it on a side: role and code, a name only among colleagues. */
  public record Owner(Side ofSide, long personId, By who, By by, Instant at) {}

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
  public record Piece(long id, String name, String kind, long size, String sha256) {}

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

  /** What the portal measured by itself. */
  public record Measure(LocalDate onDay, BigDecimal value, int numerator, int denominator) {}

  /** All that was done to one, each list oldest first. */
  public record History(
      List<Version> versions,
      List<Cancel> cancels,
      List<Owner> owners,
      List<Report> reports,
      List<Found> findings,
      List<Measure> measures) {

    public History {
      versions = List.copyOf(versions);
      cancels = List.copyOf(cancels);
      owners = List.copyOf(owners);
      reports = List.copyOf(reports);
      findings = List.copyOf(findings);
      measures = List.copyOf(measures);
    }

    public Version latest() {
      return versions.getLast();
    }

    /** The version that waits for signatures. */
    public Optional<Version> open() {
      return Optional.of(latest())
          .filter(each -> !each.isInForce() && each.refusal().isEmpty() && cancels.size() < 2);
    }

    public Optional<Version> inForce() {
      return versions.stream()
          .filter(Version::isInForce)
          .max(Comparator.comparingInt(Version::number));
    }

    public Optional<Cancel> cancelOf(Side side) {
      return cancels.stream().filter(each -> each.ofSide() == side).findFirst();
    }

    /** Who minds it now on a side. */
    public Optional<Owner> ownerOf(Side side) {
      return owners.stream().filter(each -> each.ofSide() == side).reduce((a, b) -> b);
    }
  }
}

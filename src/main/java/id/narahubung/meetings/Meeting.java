package id.narahubung.meetings;

import id.narahubung.access.Side;
import id.narahubung.ledger.By;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A meeting with its minutes.
 *
 * @param isVisit whether it was a visit of what is verified
 * @param visit the number of the step whose visit it was; a company reads it once the step came to
 *     a result
 * @param minutes every version, the first first; at least one
 */
public record Meeting(
    long id,
    long platformId,
    String platform,
    long companyId,
    LocalDate heldOn,
    String place,
    boolean isVisit,
    Optional<String> visit,
    List<Minutes> minutes) {

  public Meeting {
    minutes = List.copyOf(minutes);
  }

  /** What was written down. */
  public record Text(String agenda, String ministryPresent, String companyPresent, String body) {}

  /**
   * A version of the minutes.
   *
   * @param reason why it differs from the one before; empty for the first
   */
  public record Minutes(
      int number, Text text, String reason, By by, Instant writtenAt, List<Signature> signatures) {

    public Minutes {
      signatures = List.copyOf(signatures);
    }

    public Optional<Signature> signature(Side side) {
      return signatures.stream().filter(each -> each.of() == side).findFirst();
    }

    public boolean isSigned() {
      return signatures.size() == Side.values().length;
    }
  }

  /** One side's. */
  public record Signature(Side of, By by, Instant at) {}

  public Minutes latest() {
    return minutes.getLast();
  }

  /** The last version that both sides signed. */
  public Optional<Minutes> inForce() {
    return minutes.reversed().stream().filter(Minutes::isSigned).findFirst();
  }
}

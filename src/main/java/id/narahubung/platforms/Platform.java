package id.narahubung.platforms;

import id.narahubung.text.Language;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A service of a company, with the hours its contact answers in its own zone.
 *
 * @param language the one its company declared
 */
public record Platform(
    long id,
    long companyId,
    String companyName,
    String name,
    ZoneId zone,
    LocalTime contactOpens,
    LocalTime contactCloses,
    Language language) {

  /**
   * Whether somebody answers at the contact then: from the opening up to and with the minute of the
   * closing, over midnight where it closes before it opens.
   */
  public boolean isReachableAt(Instant instant) {
    LocalTime there = instant.atZone(zone).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    boolean afterOpening = !there.isBefore(contactOpens);
    boolean beforeClosing = !there.isAfter(contactCloses);
    return contactOpens.isAfter(contactCloses)
        ? afterOpening || beforeClosing
        : afterOpening && beforeClosing;
  }
}

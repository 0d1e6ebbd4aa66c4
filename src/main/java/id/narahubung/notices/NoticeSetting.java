package id.narahubung.notices;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How a person wants to hear of things, in the person's own zone.
 *
 * @param status whether the weekly status comes
 */
public record NoticeSetting(Pace pace, Optional<Quiet> quiet, boolean status) {

  public static final NoticeSetting FIRST = new NoticeSetting(Pace.DAILY, Optional.empty());

  /** One who wants the weekly status. */
  public NoticeSetting(Pace pace, Optional<Quiet> quiet) {
    this(pace, quiet, true);
  }

  /** Hours in which only what is legal may disturb; they may go over midnight. */
  public record Quiet(LocalTime from, LocalTime until) {

    boolean holds(LocalTime time) {
      boolean after = !time.isBefore(from);
      boolean before = time.isBefore(until);
      return from.isBefore(until) ? after && before : after || before;
    }
  }

  boolean isQuiet(Instant now, ZoneId zone) {
    return quiet.filter(hours -> hours.holds(now.atZone(zone).toLocalTime())).isPresent();
  }
}

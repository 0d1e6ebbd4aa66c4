package id.narahubung.text;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The time zones offered to an account: Indonesia's first, then where companies' staff sit. */
public final class Zones {

  private static final List<ZoneId> OFFERED =
      List.of(
              "Asia/Jakarta",
              "Asia/Makassar",
              "Asia/Jayapura",
              "Asia/Singapore",
              "Asia/Kuala_Lumpur",
              "Asia/Manila",
              "Asia/Shanghai",
              "Asia/Hong_Kong",
              "Asia/Taipei",
              "Asia/Tokyo",
              "Asia/Seoul",
              "Asia/Kolkata",
              "Asia/Dubai",
              "Australia/Sydney",
              "Europe/Dublin",
              "Europe/London",
              "Europe/Berlin",
              "America/New_York",
              "America/Chicago",
              "America/Los_Angeles",
              "America/Sao_Paulo")
          .stream()
          .map(ZoneId::of)
          .toList();

  private Zones() {}

  /** The zones to choose from; an account's own is among them even if it is a rare one. */
  public static List<ZoneId> with(ZoneId own) {
    if (OFFERED.contains(own)) {
      return OFFERED;
    }
    List<ZoneId> more = new ArrayList<>(OFFERED);
    more.add(own);
    return List.copyOf(more);
  }

  /** A zone by its name, if it is offered. */
  public static Optional<ZoneId> find(String id) {
    return OFFERED.stream().filter(zone -> zone.getId().equals(id)).findFirst();
  }

  /** 'Jakarta (UTC+7)': the city in the reader's language, and how far from UTC it is now. */
  public static String label(ZoneId zone, Instant now, Words words) {
    ZoneOffset offset = zone.getRules().getOffset(now);
    String city =
        TimeZoneNames.getInstance(ULocale.forLocale(words.language().locale()))
            .getExemplarLocationName(zone.getId());
    return (city == null ? zone.getId() : city) + " (UTC" + signed(offset) + ")";
  }

  private static String signed(ZoneOffset offset) {
    int minutes = Math.abs(offset.getTotalSeconds()) / 60;
    String sign = offset.getTotalSeconds() < 0 ? "−" : "+";
    return sign
        + minutes / 60
        + (minutes % 60 == 0 ? "" : ":" + (minutes % 60 < 10 ? "0" : "") + minutes % 60);
  }
}

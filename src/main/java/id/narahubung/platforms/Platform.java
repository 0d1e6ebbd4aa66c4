package id.narahubung.platforms;

import java.time.LocalTime;
import java.time.ZoneId;

/** A service of a company, with the hours its contact answers in its own zone. */
public record Platform(
    long id,
    long companyId,
    String companyName,
    String name,
    ZoneId zone,
    LocalTime contactOpens,
    LocalTime contactCloses) {}

package id.narahubung.requests;

import java.time.Instant;

/** Which colleague works on an item just now, and until when. */
public record Hold(long person, String name, Instant endsAt) {}

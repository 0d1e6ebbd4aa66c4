package id.narahubung.requests;

import java.time.Duration;
import java.time.Instant;

/** A full run of an item's clock: its hours, from delivery or from an upheld refusal. */
public record Round(int number, RoundCause cause, Instant startedAt, Duration span) {}

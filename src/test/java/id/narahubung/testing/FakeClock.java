package id.narahubung.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
public final class FakeClock implements InstantSource {

  private volatile Instant now;

  private FakeClock(Instant now) {
    this.now = now;
  }

  /** A clock at an instant written as {@code 2026-03-02T01:15:00Z}. */
  public static FakeClock at(String instant) {
    return new FakeClock(Instant.parse(instant));
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void set(String instant) {
    now = Instant.parse(instant);
  }

  public void set(Instant instant) {
    now = instant;
  }

  public void advance(Duration by) {
    now = now.plus(by);
  }
}

package id.narahubung.demo;

import java.time.Instant;
import java.time.InstantSource;

/** The loader's own time: each step of the story sets it. The serving process never sees it. */
final class LoaderClock implements InstantSource {

  private volatile Instant now;

  LoaderClock(Instant now) {
    this.now = now;
  }

  void set(Instant instant) {
    now = instant;
  }

  @Override
  public Instant instant() {
    return now;
  }
}

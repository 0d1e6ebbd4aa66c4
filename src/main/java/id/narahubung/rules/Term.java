package id.narahubung.rules;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a letter gives. */
public sealed interface Term {

  /** When it ends that began at an instant; the hours are those of the order's urgency. */
  Instant end(Instant from, Duration ordered, WorkingDays calendar);

  /** The hours that the order itself gave. */
  record AsOrdered() implements Term {

    @Override
    public Instant end(Instant from, Duration ordered, WorkingDays calendar) {
      return from.plus(ordered);
    }
  }

  /** Calendar time: nights and holidays count. */
  record Hours(Duration span) implements Term {

    @Override
    public Instant end(Instant from, Duration ordered, WorkingDays calendar) {
      return from.plus(span);
    }
  }

  /** Working days: to the end of the last. */
  record Days(int count) implements Term {

    @Override
    public Instant end(Instant from, Duration ordered, WorkingDays calendar) {
      return calendar.endOf(from, count);
    }
  }

  /** Reads the stored form: one of the two, or none. */
  static Term of(@Nullable Integer minutes, @Nullable Integer workingDays) {
    if (minutes != null) {
      return new Hours(Duration.ofMinutes(minutes));
    }
    return workingDays == null ? new AsOrdered() : new Days(workingDays);
  }
}

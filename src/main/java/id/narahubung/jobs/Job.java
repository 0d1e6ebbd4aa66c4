package id.narahubung.jobs;

import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Work to be done again and again.
 *
 * @param name as it stands in the table of jobs, such as 'standing-check'
 */
public record Job(String name, Schedule schedule, Runnable work) {

  /** Once a day. */
  public static Job daily(String name, LocalTime at, ZoneId zone, Runnable work) {
    return new Job(name, new Daily(zone, at), work);
  }

  /** So long after the last run has ended. */
  public static Job every(String name, Duration pause, Runnable work) {
    return new Job(name, FixedDelay.of(pause), work);
  }
}

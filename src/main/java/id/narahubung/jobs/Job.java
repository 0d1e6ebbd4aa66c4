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
public record Job(String name, Schedule times, Runnable work) {

  /** Work to be done once a day. */
  public Job(String name, LocalTime at, ZoneId zone, Runnable work) {
    this(name, new Daily(zone, at), work);
  }

  /** Work to be done so long after it was done last. */
  public static Job every(String name, Duration pause, Runnable work) {
    return new Job(name, FixedDelay.of(pause), work);
  }
}

package id.narahubung.jobs;

import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

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

  /** Work to be done at each full minute. */
  public static Job everyMinute(String name, Runnable work) {
    return new Job(name, Schedules.cron("0 * * * * *", ZoneOffset.UTC), work);
  }
}

package id.narahubung.jobs;

import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Work to be done once a day.
 *
 * @param name as it stands in the table of jobs, such as 'standing-check'
 */
public record Job(String name, LocalTime at, ZoneId zone, Runnable work) {}

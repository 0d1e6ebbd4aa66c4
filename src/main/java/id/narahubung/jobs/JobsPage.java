package id.narahubung.jobs;

import java.util.List;

/**
 * All that jobs/list.html may see.
 *
 * @param outbox how old the oldest mail is that waits
 */
public record JobsPage(String title, String outbox, List<Row> rows) {

  /** A job of the list. */
  public record Row(
      String name, String about, String last, String next, String failures, boolean failing) {}
}

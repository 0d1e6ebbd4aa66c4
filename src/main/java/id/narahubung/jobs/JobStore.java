package id.narahubung.jobs;

import static id.narahubung.db.Tables.SCHEDULED_TASKS;

import id.narahubung.data.Tx;
import java.time.Instant;
import java.util.List;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/** What db-scheduler keeps of each job. */
public final class JobStore {

  /**
   * A job: when it comes next, whether an instance has it in hand and when that last gave a sign of
   * life, and how its last runs went.
   */
  record Row(
      String name,
      Instant nextAt,
      boolean picked,
      @Nullable Instant lastSign,
      @Nullable Instant lastSuccess,
      @Nullable Instant lastFailure,
      @Nullable Integer failures) {

    boolean isAbandoned(Instant now) {
      return picked && lastSign != null && lastSign.isBefore(now.minus(Jobs.DEAD_AFTER));
    }
  }

  List<Row> list(Tx tx) {
    return tx.sql()
        .select(
            SCHEDULED_TASKS.TASK_NAME,
            SCHEDULED_TASKS.EXECUTION_TIME,
            SCHEDULED_TASKS.PICKED,
            SCHEDULED_TASKS.LAST_HEARTBEAT,
            SCHEDULED_TASKS.LAST_SUCCESS,
            SCHEDULED_TASKS.LAST_FAILURE,
            SCHEDULED_TASKS.CONSECUTIVE_FAILURES)
        .from(SCHEDULED_TASKS)
        .orderBy(SCHEDULED_TASKS.TASK_NAME)
        .fetch(Records.mapping(Row::new));
  }
}

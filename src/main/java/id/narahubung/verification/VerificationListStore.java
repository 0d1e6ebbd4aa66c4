package id.narahubung.verification;

import static id.narahubung.db.Tables.VERIFICATION_STEP;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import id.narahubung.data.Tx;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Steps as lists and the calendar show them. */
final class VerificationListStore {

  /**
   * The steps that a filter names, by their day; of those that are over, the latest first.
   *
   * @param after the last one of the page before
   */
  List<VerificationStep> list(Tx tx, VerificationFilter filter, Optional<Long> after, int most) {
    boolean latestFirst = filter.show() == VerificationFilter.Show.OVER;
    return VerificationStore.steps(tx)
        .where(
            stands(tx, filter, filter.show()),
            filter.method().map(VERIFICATION_STEP.METHOD_CODE::eq).orElse(noCondition()),
            filter.platform().map(VERIFICATION_STEP.PLATFORM_ID::eq).orElse(noCondition()),
            after.map(last -> isBehind(last, latestFirst)).orElse(noCondition()))
        .orderBy(
            latestFirst
                ? List.of(VERIFICATION_STEP.PLANNED_ON.desc(), VERIFICATION_STEP.ID.desc())
                : List.of(
                    VERIFICATION_STEP.PLANNED_ON, clock(VERIFICATION_STEP), VERIFICATION_STEP.ID))
        .limit(most)
        .fetch(VerificationStore::toStep);
  }

  private static Condition isBehind(long last, boolean latestFirst) {
    var of = VERIFICATION_STEP.as("last_shown");
    return latestFirst
        ? row(VERIFICATION_STEP.PLANNED_ON, VERIFICATION_STEP.ID)
            .lt(select(of.PLANNED_ON, of.ID).from(of).where(of.ID.eq(last)))
        : row(VERIFICATION_STEP.PLANNED_ON, clock(VERIFICATION_STEP), VERIFICATION_STEP.ID)
            .gt(select(of.PLANNED_ON, clock(of), of.ID).from(of).where(of.ID.eq(last)));
  }

  /** Where no time is set, behind those of that day that have one. */
  private static Field<LocalTime> clock(id.narahubung.db.tables.VerificationStep of) {
    return coalesce(of.PLANNED_AT, LocalTime.of(23, 59, 59));
  }

  private static Condition stands(Tx tx, VerificationFilter filter, VerificationFilter.Show show) {
    Condition open =
        VERIFICATION_STEP.STAGE.in(VerificationStage.PLANNED, VerificationStage.RECORDED);
    return switch (show) {
      case MINE ->
          open.and(VERIFICATION_STEP.OFFICER_ID.eq(tx.person().personId()))
              .and(VERIFICATION_STEP.PLANNED_ON.le(filter.until()));
      case OPEN -> open;
      case TO_CONCLUDE -> VERIFICATION_STEP.STAGE.eq(VerificationStage.RECORDED);
      case OVER -> DSL.not(open);
      // What is due again is a pass, and no step yet: see DueStore. What follows hangs on results.
      case DUE, FOLLOW, FOLLOW_MINE -> DSL.falseCondition();
    };
  }

  /** How many steps each way to look at them shows, of all platforms and methods. */
  Map<VerificationFilter.Show, Integer> count(Tx tx, VerificationFilter filter) {
    Map<VerificationFilter.Show, Field<Integer>> counts =
        new EnumMap<>(VerificationFilter.Show.class);
    for (VerificationFilter.Show show : VerificationFilter.Show.values()) {
      counts.put(show, DSL.count().filterWhere(stands(tx, filter, show)).as("show_" + show.code()));
    }
    Record counted = tx.sql().select(counts.values()).from(VERIFICATION_STEP).fetchSingle();
    Map<VerificationFilter.Show, Integer> all = new EnumMap<>(VerificationFilter.Show.class);
    counts.forEach((show, count) -> all.put(show, counted.get(count)));
    return all;
  }

  /** How many steps of some days were not called off. */
  int countBetween(Tx tx, LocalDate from, LocalDate until) {
    return tx.sql().fetchCount(VERIFICATION_STEP, isBetween(from, until));
  }

  private static Condition isBetween(LocalDate from, LocalDate until) {
    return VERIFICATION_STEP
        .PLANNED_ON
        .between(from, until)
        .and(VERIFICATION_STEP.STAGE.ne(VerificationStage.CALLED_OFF));
  }

  List<VerificationStep> between(Tx tx, LocalDate from, LocalDate until, int most) {
    return VerificationStore.steps(tx)
        .where(isBetween(from, until))
        .orderBy(VERIFICATION_STEP.PLANNED_ON, VERIFICATION_STEP.PLANNED_AT, VERIFICATION_STEP.ID)
        .limit(most)
        .fetch(VerificationStore::toStep);
  }
}

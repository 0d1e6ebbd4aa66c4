package id.narahubung.decisions;

import static id.narahubung.db.Tables.ACCESS_DECISION;
import static id.narahubung.db.Tables.DECISION_WAIVER;
import static id.narahubung.db.Tables.DECISION_WAIVER_SECOND;
import static id.narahubung.db.Tables.PLATFORM;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import id.narahubung.data.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;

/** Decisions as registers list them. */
public final class DecisionRowStore {

  /** The columns by which a list tells a decision. */
  public record Row(
      long id,
      Optional<String> number,
      long platformId,
      String platform,
      long ruleSetId,
      String kindCode,
      DecisionStage stage,
      String recommendation,
      Instant preparedAt,
      Optional<Instant> signedAt,
      Optional<Instant> startsAt,
      Optional<Instant> endsAt) {

    /** As addresses have it. */
    String path() {
      return "/decisions/" + number.orElseGet(() -> Long.toString(id));
    }
  }

  /** Decisions that are not signed yet, the oldest first; none for a company. */
  List<Row> open(Tx tx) {
    return rows(tx)
        .where(ACCESS_DECISION.STAGE.in(DecisionStage.PREPARED, DecisionStage.ASKED_BACK))
        .orderBy(ACCESS_DECISION.ID)
        .fetch(DecisionRowStore::row);
  }

  /** Those of a decision's platform that are open beside it, the oldest first. */
  List<Row> openBeside(Tx tx, Decision decision) {
    return rows(tx)
        .where(
            ACCESS_DECISION.STAGE.in(DecisionStage.PREPARED, DecisionStage.ASKED_BACK),
            ACCESS_DECISION.PLATFORM_ID.eq(decision.of().platformId()),
            ACCESS_DECISION.ID.ne(decision.id()))
        .orderBy(ACCESS_DECISION.ID)
        .fetch(DecisionRowStore::row);
  }

  /** Open ones that have a waiver without its second person, whether it still holds or not. */
  List<Row> waiversWanted(Tx tx) {
    return rows(tx)
        .where(
            ACCESS_DECISION.STAGE.in(DecisionStage.PREPARED, DecisionStage.ASKED_BACK),
            exists(
                selectOne()
                    .from(DECISION_WAIVER)
                    .where(
                        DECISION_WAIVER.DECISION_ID.eq(ACCESS_DECISION.ID),
                        notExists(
                            selectOne()
                                .from(DECISION_WAIVER_SECOND)
                                .where(DECISION_WAIVER_SECOND.WAIVER_ID.eq(DECISION_WAIVER.ID))))))
        .orderBy(ACCESS_DECISION.ID)
        .fetch(DecisionRowStore::row);
  }

  /** The register, the newest first, from below an id. */
  List<Row> list(Tx tx, DecisionFilter filter, Optional<Long> before, int most) {
    return rows(tx)
        .where(where(filter), before.map(ACCESS_DECISION.ID::lt).orElse(noCondition()))
        .orderBy(ACCESS_DECISION.ID.desc())
        .limit(most)
        .fetch(DecisionRowStore::row);
  }

  void each(Tx tx, DecisionFilter filter, Consumer<Row> work) {
    try (Stream<Record> rows =
        rows(tx).where(where(filter)).orderBy(ACCESS_DECISION.ID.desc()).fetchSize(500).stream()) {
      rows.map(DecisionRowStore::row).forEach(work);
    }
  }

  /** The signed ones of a platform, the newest first. */
  public List<Row> ofPlatform(Tx tx, long platform) {
    return rows(tx)
        .where(
            ACCESS_DECISION.PLATFORM_ID.eq(platform),
            ACCESS_DECISION.STAGE.eq(DecisionStage.SIGNED))
        .orderBy(ACCESS_DECISION.SIGNED_AT.desc(), ACCESS_DECISION.ID.desc())
        .fetch(DecisionRowStore::row);
  }

  private static Condition where(DecisionFilter filter) {
    return filter
        .platform()
        .map(ACCESS_DECISION.PLATFORM_ID::eq)
        .orElse(noCondition())
        .and(filter.stage().map(ACCESS_DECISION.STAGE::eq).orElse(noCondition()))
        .and(filter.kind().map(ACCESS_DECISION.KIND_CODE::eq).orElse(noCondition()));
  }

  private static SelectOnConditionStep<Record> rows(Tx tx) {
    return tx.sql()
        .select(ACCESS_DECISION.fields())
        .select(PLATFORM.NAME)
        .from(ACCESS_DECISION)
        .join(PLATFORM)
        .on(PLATFORM.ID.eq(ACCESS_DECISION.PLATFORM_ID));
  }

  private static Row row(Record r) {
    return new Row(
        r.get(ACCESS_DECISION.ID),
        Optional.ofNullable(r.get(ACCESS_DECISION.NUMBER)),
        r.get(ACCESS_DECISION.PLATFORM_ID),
        r.get(PLATFORM.NAME),
        r.get(ACCESS_DECISION.RULE_SET_ID),
        r.get(ACCESS_DECISION.KIND_CODE),
        r.get(ACCESS_DECISION.STAGE),
        r.get(ACCESS_DECISION.RECOMMENDATION),
        r.get(ACCESS_DECISION.PREPARED_AT),
        Optional.ofNullable(r.get(ACCESS_DECISION.SIGNED_AT)),
        Optional.ofNullable(r.get(ACCESS_DECISION.STARTS_AT)),
        Optional.ofNullable(r.get(ACCESS_DECISION.ENDS_AT)));
  }
}

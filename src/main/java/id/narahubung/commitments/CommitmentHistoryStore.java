package id.narahubung.commitments;

import static id.narahubung.db.Tables.COMMITMENT_CANCEL;
import static id.narahubung.db.Tables.COMMITMENT_CANCEL_TAKEN_BACK;
import static id.narahubung.db.Tables.COMMITMENT_EVIDENCE;
import static id.narahubung.db.Tables.COMMITMENT_FINDING;
import static id.narahubung.db.Tables.COMMITMENT_MEASURE;
import static id.narahubung.db.Tables.COMMITMENT_MILESTONE;
import static id.narahubung.db.Tables.COMMITMENT_OWNER;
import static id.narahubung.db.Tables.COMMITMENT_REFUSAL;
import static id.narahubung.db.Tables.COMMITMENT_REPORT;
import static id.narahubung.db.Tables.COMMITMENT_SIGNATURE;
import static id.narahubung.db.Tables.COMMITMENT_VERSION;
import static id.narahubung.db.Tables.COMMITMENT_VERSION_FIELD;
import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.PERSON;
import static id.narahubung.db.Tables.STORED_FILE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import id.narahubung.access.NotFound;
import id.narahubung.commitments.Commitment.Cancel;
import id.narahubung.commitments.Commitment.Found;
import id.narahubung.commitments.Commitment.History;
import id.narahubung.commitments.Commitment.Measure;
import id.narahubung.commitments.Commitment.Owner;
import id.narahubung.commitments.Commitment.Piece;
import id.narahubung.commitments.Commitment.Point;
import id.narahubung.commitments.Commitment.Refusal;
import id.narahubung.commitments.Commitment.Report;
import id.narahubung.commitments.Commitment.Series;
import id.narahubung.commitments.Commitment.Signature;
import id.narahubung.commitments.Commitment.TakenBack;
import id.narahubung.commitments.Commitment.Version;
import id.narahubung.data.Tx;
import id.narahubung.evidence.FileStore;
import id.narahubung.ledger.By;
import id.narahubung.ledger.Ledger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;

/** Reads what was done to commitments: each kind by itself, as it may be much. */
final class CommitmentHistoryStore {

  /** So many days of reports, and of findings, are drawn: the newest. */
  static final int MOST_POINTS = 120;

  private static final Field<List<Terms.Milestone>> MILESTONES =
      multiset(
              select(COMMITMENT_MILESTONE.ON_DAY, COMMITMENT_MILESTONE.VALUE)
                  .from(COMMITMENT_MILESTONE)
                  .where(
                      COMMITMENT_MILESTONE.COMMITMENT_ID.eq(COMMITMENT_VERSION.COMMITMENT_ID),
                      COMMITMENT_MILESTONE.VERSION.eq(COMMITMENT_VERSION.NUMBER))
                  .orderBy(COMMITMENT_MILESTONE.ON_DAY))
          .convertFrom(rows -> rows.map(mapping(Terms.Milestone::new)));

  private static final Field<Map<String, String>> FIELDS =
      multiset(
              select(COMMITMENT_VERSION_FIELD.CODE, COMMITMENT_VERSION_FIELD.VALUE)
                  .from(COMMITMENT_VERSION_FIELD)
                  .where(
                      COMMITMENT_VERSION_FIELD.COMMITMENT_ID.eq(COMMITMENT_VERSION.COMMITMENT_ID),
                      COMMITMENT_VERSION_FIELD.VERSION.eq(COMMITMENT_VERSION.NUMBER)))
          .convertFrom(
              rows ->
                  rows.stream()
                      .collect(
                          Collectors.toUnmodifiableMap(row -> row.value1(), row -> row.value2())));

  private static final Field<List<Signature>> SIGNATURES =
      multiset(
              select(
                      COMMITMENT_SIGNATURE.EVENT_ID,
                      COMMITMENT_SIGNATURE.OF_SIDE,
                      Ledger.BY,
                      EVENT.AT)
                  .from(COMMITMENT_SIGNATURE)
                  .join(EVENT)
                  .on(EVENT.ID.eq(COMMITMENT_SIGNATURE.EVENT_ID))
                  .where(
                      COMMITMENT_SIGNATURE.COMMITMENT_ID.eq(COMMITMENT_VERSION.COMMITMENT_ID),
                      COMMITMENT_SIGNATURE.VERSION.eq(COMMITMENT_VERSION.NUMBER))
                  .orderBy(COMMITMENT_SIGNATURE.EVENT_ID))
          .convertFrom(rows -> rows.map(mapping(Signature::new)));

  private static final Field<Optional<Refusal>> REFUSAL =
      multiset(
              select(COMMITMENT_REFUSAL.OF_SIDE, Ledger.BY, EVENT.AT, COMMITMENT_REFUSAL.REASON)
                  .from(COMMITMENT_REFUSAL)
                  .join(EVENT)
                  .on(EVENT.ID.eq(COMMITMENT_REFUSAL.EVENT_ID))
                  .where(
                      COMMITMENT_REFUSAL.COMMITMENT_ID.eq(COMMITMENT_VERSION.COMMITMENT_ID),
                      COMMITMENT_REFUSAL.VERSION.eq(COMMITMENT_VERSION.NUMBER)))
          .convertFrom(rows -> rows.map(mapping(Refusal::new)).stream().findFirst());

  private static final Field<List<Piece>> PIECES =
      multiset(
              select(COMMITMENT_EVIDENCE.ID, COMMITMENT_EVIDENCE.NAME, FileStore.FILE)
                  .from(COMMITMENT_EVIDENCE)
                  .join(STORED_FILE)
                  .on(STORED_FILE.ID.eq(COMMITMENT_EVIDENCE.FILE_ID))
                  .where(COMMITMENT_EVIDENCE.REPORT_ID.eq(COMMITMENT_REPORT.ID))
                  .orderBy(COMMITMENT_EVIDENCE.ID))
          .convertFrom(rows -> rows.map(mapping(Piece::new)));

  /** What the two sides agreed on and said about it. */
  History history(Tx tx, Commitment of) {
    return histories(tx, List.of(of.id())).getOrDefault(of.id(), History.NONE);
  }

  /** The same of many, in as many statements as of one. */
  Map<Long, History> histories(Tx tx, Collection<Long> commitments) {
    Map<Long, List<Version>> versions = versions(tx, commitments);
    Map<Long, List<Cancel>> cancels =
        tx.sql()
            .select(
                COMMITMENT_CANCEL.COMMITMENT_ID,
                COMMITMENT_CANCEL.EVENT_ID,
                COMMITMENT_CANCEL.OF_SIDE,
                Ledger.BY,
                EVENT.AT,
                COMMITMENT_CANCEL.REASON)
            .from(COMMITMENT_CANCEL)
            .join(EVENT)
            .on(EVENT.ID.eq(COMMITMENT_CANCEL.EVENT_ID))
            .where(COMMITMENT_CANCEL.COMMITMENT_ID.in(commitments))
            .orderBy(COMMITMENT_CANCEL.EVENT_ID)
            .fetchGroups(
                r -> r.value1(),
                r -> new Cancel(r.value2(), r.value3(), r.value4(), r.value5(), r.value6()));
    Map<Long, List<TakenBack>> takenBack =
        tx.sql()
            .select(
                COMMITMENT_CANCEL_TAKEN_BACK.COMMITMENT_ID,
                COMMITMENT_CANCEL_TAKEN_BACK.EVENT_ID,
                COMMITMENT_CANCEL_TAKEN_BACK.OF_SIDE,
                Ledger.BY,
                EVENT.AT)
            .from(COMMITMENT_CANCEL_TAKEN_BACK)
            .join(EVENT)
            .on(EVENT.ID.eq(COMMITMENT_CANCEL_TAKEN_BACK.EVENT_ID))
            .where(COMMITMENT_CANCEL_TAKEN_BACK.COMMITMENT_ID.in(commitments))
            .orderBy(COMMITMENT_CANCEL_TAKEN_BACK.EVENT_ID)
            .fetchGroups(
                r -> r.value1(),
                r -> new TakenBack(r.value2(), r.value3(), r.value4(), r.value5()));
    Map<Long, List<Owner>> owners = owners(tx, commitments);
    Map<Long, History> histories = new HashMap<>();
    versions.forEach(
        (id, all) ->
            histories.put(
                id,
                new History(
                    all,
                    cancels.getOrDefault(id, List.of()),
                    takenBack.getOrDefault(id, List.of()),
                    owners.getOrDefault(id, List.of()))));
    return histories;
  }

  private static Map<Long, List<Version>> versions(Tx tx, Collection<Long> commitments) {
    return tx.sql()
        .select(COMMITMENT_VERSION.fields())
        .select(EVENT.AT, Ledger.BY, MILESTONES, PromisedRowStore.ROWS, FIELDS, SIGNATURES, REFUSAL)
        .from(COMMITMENT_VERSION)
        .join(EVENT)
        .on(EVENT.ID.eq(COMMITMENT_VERSION.EVENT_ID))
        .where(COMMITMENT_VERSION.COMMITMENT_ID.in(commitments))
        .orderBy(COMMITMENT_VERSION.NUMBER)
        .fetchGroups(
            r -> r.get(COMMITMENT_VERSION.COMMITMENT_ID),
            r ->
                new Version(
                    r.get(COMMITMENT_VERSION.NUMBER),
                    r.get(COMMITMENT_VERSION.OF_SIDE),
                    r.get(Ledger.BY),
                    r.get(EVENT.AT),
                    new Terms(
                        r.get(COMMITMENT_VERSION.TEXT),
                        Optional.ofNullable(r.get(COMMITMENT_VERSION.BASELINE)),
                        Optional.ofNullable(r.get(COMMITMENT_VERSION.TARGET)),
                        r.get(COMMITMENT_VERSION.DUE_ON),
                        r.get(COMMITMENT_VERSION.GRACE_DAYS),
                        r.get(COMMITMENT_VERSION.CONDITION),
                        r.get(FIELDS),
                        r.get(MILESTONES),
                        r.get(PromisedRowStore.ROWS)),
                    r.get(COMMITMENT_VERSION.REASON),
                    r.get(COMMITMENT_VERSION.TWO_HANDS),
                    r.get(SIGNATURES),
                    r.get(REFUSAL)));
  }

  private static Map<Long, List<Owner>> owners(Tx tx, Collection<Long> commitments) {
    Field<String> colleague =
        field(
            select(PERSON.NAME)
                .from(PERSON)
                .where(
                    PERSON.ID.eq(COMMITMENT_OWNER.PERSON_ID),
                    PERSON.ORGANISATION_ID.eq(field("viewer_company()", Long.class))));
    Condition closed =
        exists(
            selectOne()
                .from(PERSON)
                .where(PERSON.ID.eq(COMMITMENT_OWNER.PERSON_ID), PERSON.ACTIVE.isFalse()));
    return tx.sql()
        .select(
            COMMITMENT_OWNER.COMMITMENT_ID,
            COMMITMENT_OWNER.OF_SIDE,
            COMMITMENT_OWNER.PERSON_ID,
            COMMITMENT_OWNER.ROLE,
            COMMITMENT_OWNER.CODE,
            colleague,
            Ledger.BY,
            EVENT.AT,
            EVENT.ACTOR_ID.ne(COMMITMENT_OWNER.PERSON_ID),
            closed)
        .from(COMMITMENT_OWNER)
        .join(EVENT)
        .on(EVENT.ID.eq(COMMITMENT_OWNER.EVENT_ID))
        .where(COMMITMENT_OWNER.COMMITMENT_ID.in(commitments))
        .orderBy(COMMITMENT_OWNER.EVENT_ID)
        .fetchGroups(
            r -> r.value1(),
            r ->
                new Owner(
                    r.value2(),
                    r.value3(),
                    new By(
                        r.value2().name().toLowerCase(Locale.ROOT),
                        r.value4(),
                        r.value5(),
                        Optional.ofNullable(r.value6())),
                    r.value7(),
                    r.value8(),
                    r.value9(),
                    r.value10()));
  }

  /** The newest first, behind the last one of the page before. */
  List<Report> reports(Tx tx, Commitment of, Optional<Long> before, int rows) {
    return tx.sql()
        .select(
            COMMITMENT_REPORT.ID,
            COMMITMENT_REPORT.VERSION,
            COMMITMENT_REPORT.VALUE.convertFrom(Optional::ofNullable),
            COMMITMENT_REPORT.AS_OF,
            COMMITMENT_REPORT.NOTE,
            COMMITMENT_REPORT.CLAIMS_MET,
            COMMITMENT_REPORT.EVIDENCE_ON.convertFrom(Optional::ofNullable),
            COMMITMENT_REPORT.EVIDENCE_UNTIL.convertFrom(Optional::ofNullable),
            Ledger.BY,
            EVENT.AT,
            PIECES)
        .from(COMMITMENT_REPORT)
        .join(EVENT)
        .on(EVENT.ID.eq(COMMITMENT_REPORT.EVENT_ID))
        .where(COMMITMENT_REPORT.COMMITMENT_ID.eq(of.id()))
        .and(before.map(COMMITMENT_REPORT.ID::lt).orElse(noCondition()))
        .orderBy(COMMITMENT_REPORT.ID.desc())
        .limit(rows)
        .fetch(mapping(Report::new));
  }

  int countReports(Tx tx, Commitment of) {
    return tx.sql().fetchCount(COMMITMENT_REPORT, COMMITMENT_REPORT.COMMITMENT_ID.eq(of.id()));
  }

  /** What was found, the oldest first. */
  List<Found> findings(Tx tx, Commitment of) {
    return tx.sql()
        .select(
            COMMITMENT_FINDING.VERSION,
            COMMITMENT_FINDING.RESULT,
            COMMITMENT_FINDING.VALUE.convertFrom(Optional::ofNullable),
            COMMITMENT_FINDING.AS_OF,
            COMMITMENT_FINDING.VALID_UNTIL.convertFrom(Optional::ofNullable),
            COMMITMENT_FINDING.FINDINGS,
            COMMITMENT_FINDING.VERIFICATION_NUMBER.convertFrom(Optional::ofNullable),
            Ledger.BY,
            EVENT.AT)
        .from(COMMITMENT_FINDING)
        .join(EVENT)
        .on(EVENT.ID.eq(COMMITMENT_FINDING.EVENT_ID))
        .where(COMMITMENT_FINDING.COMMITMENT_ID.eq(of.id()))
        .orderBy(COMMITMENT_FINDING.ID)
        .fetch(mapping(Found::new));
  }

  /** What the portal measured last. */
  Optional<Measure> lastMeasure(Tx tx, Commitment of) {
    return tx.sql()
        .select(
            COMMITMENT_MEASURE.ON_DAY,
            COMMITMENT_MEASURE.VALUE,
            COMMITMENT_MEASURE.NUMERATOR,
            COMMITMENT_MEASURE.DENOMINATOR,
            COMMITMENT_MEASURE.MEDIAN_HOURS.convertFrom(Optional::ofNullable),
            COMMITMENT_MEASURE.MOST_HOURS.convertFrom(Optional::ofNullable))
        .from(COMMITMENT_MEASURE)
        .where(COMMITMENT_MEASURE.COMMITMENT_ID.eq(of.id()))
        .orderBy(COMMITMENT_MEASURE.ON_DAY.desc())
        .limit(1)
        .fetchOptional(mapping(Measure::new));
  }

  Series series(Tx tx, Commitment of) {
    return series(tx, List.of(of.id())).getOrDefault(of.id(), Series.NONE);
  }

  /** What is drawn of many: the last word of each day. */
  Map<Long, Series> series(Tx tx, Collection<Long> commitments) {
    Map<Long, List<Point>> reported =
        points(
            tx,
            select(
                    COMMITMENT_REPORT.COMMITMENT_ID,
                    COMMITMENT_REPORT.AS_OF,
                    COMMITMENT_REPORT.VALUE)
                .distinctOn(COMMITMENT_REPORT.COMMITMENT_ID, COMMITMENT_REPORT.AS_OF)
                .from(COMMITMENT_REPORT)
                .where(
                    COMMITMENT_REPORT.COMMITMENT_ID.in(commitments),
                    COMMITMENT_REPORT.VALUE.isNotNull())
                .orderBy(
                    COMMITMENT_REPORT.COMMITMENT_ID,
                    COMMITMENT_REPORT.AS_OF.desc(),
                    COMMITMENT_REPORT.ID.desc()));
    Map<Long, List<Point>> found =
        points(
            tx,
            select(
                    COMMITMENT_FINDING.COMMITMENT_ID,
                    COMMITMENT_FINDING.AS_OF,
                    COMMITMENT_FINDING.VALUE)
                .distinctOn(COMMITMENT_FINDING.COMMITMENT_ID, COMMITMENT_FINDING.AS_OF)
                .from(COMMITMENT_FINDING)
                .where(
                    COMMITMENT_FINDING.COMMITMENT_ID.in(commitments),
                    COMMITMENT_FINDING.VALUE.isNotNull(),
                    COMMITMENT_FINDING.RESULT.ne(FindingResult.UNCHECKED))
                .orderBy(
                    COMMITMENT_FINDING.COMMITMENT_ID,
                    COMMITMENT_FINDING.AS_OF.desc(),
                    COMMITMENT_FINDING.ID.desc()));
    Map<Long, List<Point>> measured =
        points(
            tx,
            select(
                    COMMITMENT_MEASURE.COMMITMENT_ID,
                    COMMITMENT_MEASURE.ON_DAY,
                    COMMITMENT_MEASURE.VALUE)
                .from(COMMITMENT_MEASURE)
                .where(COMMITMENT_MEASURE.COMMITMENT_ID.in(commitments)));
    Map<Long, Series> series = new HashMap<>();
    for (long id : commitments) {
      List<Point> verified = new ArrayList<>(found.getOrDefault(id, List.of()));
      verified.addAll(measured.getOrDefault(id, List.of()));
      verified.sort(Comparator.comparing(Point::day));
      series.put(id, new Series(reported.getOrDefault(id, List.of()), verified));
    }
    return series;
  }

  /** The newest of each commitment, the oldest of these first. */
  private static Map<Long, List<Point>> points(
      Tx tx, Select<Record3<Long, LocalDate, BigDecimal>> some) {
    Field<Long> of = field(name("of"), Long.class);
    Field<LocalDate> day = field(name("day"), LocalDate.class);
    Field<BigDecimal> value = field(name("value"), BigDecimal.class);
    Field<Integer> rank = rowNumber().over().partitionBy(of).orderBy(day.desc()).as("rank");
    return tx.sql()
        .select(of, day, value)
        .from(select(of, day, value, rank).from(some.asTable("some", "of", "day", "value")))
        .where(field(name("rank"), Integer.class).le(MOST_POINTS))
        .orderBy(day)
        .fetchGroups(r -> r.value1(), r -> new Point(r.value2(), r.value3()));
  }

  /** A piece of evidence of a commitment. */
  Piece file(Tx tx, Commitment of, long piece) {
    return tx.sql()
        .select(COMMITMENT_EVIDENCE.ID, COMMITMENT_EVIDENCE.NAME, FileStore.FILE)
        .from(COMMITMENT_EVIDENCE)
        .join(STORED_FILE)
        .on(STORED_FILE.ID.eq(COMMITMENT_EVIDENCE.FILE_ID))
        .where(COMMITMENT_EVIDENCE.ID.eq(piece), COMMITMENT_EVIDENCE.COMMITMENT_ID.eq(of.id()))
        .fetchOptional(mapping(Piece::new))
        .orElseThrow(() -> new NotFound("evidence " + piece));
  }
}

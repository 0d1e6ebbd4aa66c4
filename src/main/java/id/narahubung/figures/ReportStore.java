package id.narahubung.figures;

import static id.narahubung.db.Tables.TRANSPARENCY_COUNT;
import static id.narahubung.db.Tables.TRANSPARENCY_FIGURE;
import static id.narahubung.db.Tables.TRANSPARENCY_REPORT;

import id.narahubung.data.Tx;
import id.narahubung.db.tables.records.TransparencyFigureRecord;
import id.narahubung.text.Label;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** What was counted of half-years, and which are published. */
final class ReportStore {

  /** A half-year that was published. */
  record Published(HalfYear half, Instant at) {}

  /**
   * A figure of a report.
   *
   * @param label what its category or part is called
   */
  record Line(Figure figure, Label label) {}

  List<Published> list(Tx tx) {
    return tx.sql()
        .select(TRANSPARENCY_REPORT.HALF, TRANSPARENCY_REPORT.PUBLISHED_AT)
        .from(TRANSPARENCY_REPORT)
        .orderBy(TRANSPARENCY_REPORT.HALF.desc())
        .fetch(r -> new Published(HalfYear.find(r.value1()).orElseThrow(), r.value2()));
  }

  Optional<Published> find(Tx tx, HalfYear half) {
    return list(tx).stream().filter(each -> each.half().equals(half)).findFirst();
  }

  List<Line> lines(Tx tx, HalfYear half) {
    return tx.sql()
        .select(TRANSPARENCY_FIGURE.fields())
        .from(TRANSPARENCY_FIGURE)
        .where(TRANSPARENCY_FIGURE.HALF.eq(half.code()))
        .orderBy(
            TRANSPARENCY_FIGURE.MEASURE, TRANSPARENCY_FIGURE.CATEGORY, TRANSPARENCY_FIGURE.PART)
        .fetch(ReportStore::toLine);
  }

  private static Line toLine(Record r) {
    return new Line(
        new Figure(
            new Figure.Key(
                Measure.find(r.get(TRANSPARENCY_FIGURE.MEASURE)).orElseThrow(),
                OptionalLong.empty(),
                r.get(TRANSPARENCY_FIGURE.CATEGORY),
                r.get(TRANSPARENCY_FIGURE.PART)),
            r.get(TRANSPARENCY_FIGURE.NUMERATOR),
            r.get(TRANSPARENCY_FIGURE.DENOMINATOR),
            optional(r.get(TRANSPARENCY_FIGURE.MEDIAN_MINUTES)),
            optional(r.get(TRANSPARENCY_FIGURE.P90_MINUTES))),
        new Label(r.get(TRANSPARENCY_FIGURE.LABEL_ID), r.get(TRANSPARENCY_FIGURE.LABEL_EN)));
  }

  private static OptionalInt optional(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** The half-years that were counted, as far as the viewer may know of them, the newest first. */
  List<HalfYear> counted(Tx tx) {
    return tx.sql()
        .select(TRANSPARENCY_COUNT.HALF)
        .from(TRANSPARENCY_COUNT)
        .orderBy(TRANSPARENCY_COUNT.HALF.desc())
        .fetch(row -> HalfYear.find(row.value1()).orElseThrow());
  }

  /** Whether it was not counted before; whoever comes at the same time waits here. */
  boolean begin(Tx tx, HalfYear half) {
    return tx.sql()
            .insertInto(TRANSPARENCY_COUNT)
            .set(TRANSPARENCY_COUNT.HALF, half.code())
            .set(TRANSPARENCY_COUNT.TO_AT, half.to())
            .set(TRANSPARENCY_COUNT.COUNTED_AT, tx.now())
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /** Nobody waits for what a job counts: half a year takes longer than a page may. */
  void takeTime(Tx tx) {
    tx.sql().execute("set local statement_timeout = '10min'");
  }

  void keep(Tx tx, HalfYear half, List<Line> lines) {
    tx.insert(lines.stream().map(each -> toRecord(half, each)).toList());
  }

  void publish(Tx tx, HalfYear half, long event) {
    tx.sql()
        .insertInto(TRANSPARENCY_REPORT)
        .set(TRANSPARENCY_REPORT.HALF, half.code())
        .set(TRANSPARENCY_REPORT.FROM_AT, half.from())
        .set(TRANSPARENCY_REPORT.TO_AT, half.to())
        .set(TRANSPARENCY_REPORT.PUBLISHED_AT, tx.now())
        .set(TRANSPARENCY_REPORT.EVENT_ID, event)
        .execute();
  }

  private static TransparencyFigureRecord toRecord(HalfYear half, Line line) {
    Figure figure = line.figure();
    TransparencyFigureRecord kept = new TransparencyFigureRecord();
    kept.setHalf(half.code());
    kept.setCategory(figure.of().category());
    kept.setMeasure(figure.measure().code());
    kept.setPart(figure.of().part());
    kept.setLabelId(line.label().id());
    kept.setLabelEn(line.label().en());
    kept.setNumerator(figure.numerator());
    kept.setDenominator(figure.denominator());
    kept.set(
        TRANSPARENCY_FIGURE.MEDIAN_MINUTES,
        figure.medianMinutes().isPresent() ? figure.medianMinutes().getAsInt() : null);
    kept.set(
        TRANSPARENCY_FIGURE.P90_MINUTES,
        figure.p90Minutes().isPresent() ? figure.p90Minutes().getAsInt() : null);
    return kept;
  }
}

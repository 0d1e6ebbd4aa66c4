package id.narahubung.status;

import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.STATUS_COMPANY;
import static id.narahubung.db.Tables.STATUS_MINISTRY;
import static id.narahubung.db.Tables.STATUS_REMARK;
import static id.narahubung.db.Tables.STATUS_SEAL;
import static id.narahubung.db.Tables.STATUS_START;
import static id.narahubung.db.Tables.STATUS_WEEK;
import static org.jooq.impl.DSL.noCondition;

import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.records.StatusCompanyRecord;
import id.narahubung.figures.Measure;
import id.narahubung.figures.Week;
import id.narahubung.ledger.Ledger;
import id.narahubung.text.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What is kept of each week, and what the sides said about its numbers. */
final class StatusStore {

  /** By which formula a week is sealed now; each that is sealed says by which it was. */
  private static final int SEAL = 2;

  /**
   * The first week of which the status is sent; none before the portal looked for the first time.
   */
  Optional<Week> start(Tx tx) {
    return tx.sql()
        .select(STATUS_START.WEEK)
        .from(STATUS_START)
        .fetchOptional(row -> Week.of(row.value1()));
  }

  /** Settles it, unless somebody did meanwhile. */
  void begin(Tx tx, Week week) {
    tx.sql()
        .insertInto(STATUS_START)
        .set(STATUS_START.WEEK, week.code())
        .onConflictDoNothing()
        .execute();
  }

  /** The first week from this one on that is not frozen. */
  Week unfrozen(Tx tx, Week first) {
    LocalDate monday =
        tx.sql()
            .fetchSingle(
                "select min(m.monday) as monday from (select ?::date union all select (to_at at"
                    + " time zone ?)::date from status_week where code >= ?) m (monday) where not"
                    + " exists (select from status_week w where (w.from_at at time zone ?)::date ="
                    + " m.monday)",
                first.monday().toString(),
                Words.WIB.getId(),
                first.code(),
                Words.WIB.getId())
            .get("monday", LocalDate.class);
    return Week.containing(monday.atStartOfDay(Words.WIB).toInstant());
  }

  /** Keeps a week's texts, and seals them with its figures. */
  void keep(Tx tx, Week week, Map<Long, CompanyWeek> companies, MinistryWeek ministry) {
    tx.insert(
        companies.entrySet().stream()
            .map(
                each -> {
                  String body = Canonical.write(each.getValue());
                  StatusCompanyRecord row = new StatusCompanyRecord();
                  row.setWeek(week.code());
                  row.setCompanyId(each.getKey());
                  row.setSide(Share.BOTH);
                  row.setBody(body);
                  row.setSha256(sha256(body));
                  return row;
                })
            .toList());
    String body = Canonical.write(ministry);
    tx.sql()
        .insertInto(STATUS_MINISTRY)
        .set(STATUS_MINISTRY.WEEK, week.code())
        .set(STATUS_MINISTRY.SIDE, Share.MINISTRY)
        .set(STATUS_MINISTRY.BODY, body)
        .set(STATUS_MINISTRY.SHA256, sha256(body))
        .execute();
    tx.sql()
        .execute(
            "insert into status_seal (week, version, sha256) select w.code, v.version,"
                + " status_digest(w.code, v.version) from (select ?) w (code), (select"
                + " ?::smallint) v (version)",
            week.code(),
            SEAL);
  }

  private static byte[] sha256(String body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The hash over all of a week, in hexadecimals; none where it is not frozen. */
  Optional<String> seal(Tx tx, Week week) {
    return tx.sql()
        .select(STATUS_SEAL.SHA256)
        .from(STATUS_SEAL)
        .where(STATUS_SEAL.WEEK.eq(week.code()))
        .fetchOptional(row -> HexFormat.of().formatHex(row.value1()));
  }

  /** All weeks that are frozen, the newest first. */
  List<Week> weeks(Tx tx) {
    return tx.sql()
        .select(STATUS_WEEK.CODE)
        .from(STATUS_WEEK)
        .orderBy(STATUS_WEEK.FROM_AT.desc())
        .fetch(row -> Week.of(row.value1()));
  }

  /** Whether all that is kept of a week still makes its seal, and every text its own hash. */
  boolean isSealed(Tx tx, Week week) {
    return tx.sql()
        .fetchSingle(
            """
            select exists (select from status_seal s where s.week = w.code
                and s.sha256 = status_digest(w.code, s.version))
              and not exists (select from status_company c where c.week = w.code
                and c.sha256 <> sha256(convert_to(c.body, 'UTF8')))
              and not exists (select from status_ministry m where m.week = w.code
                and m.sha256 <> sha256(convert_to(m.body, 'UTF8'))) as sealed
            from (select ?) w (code)""",
            week.code())
        .get("sealed", Boolean.class);
  }

  /** Of each company that the viewer sees, or of one. */
  Map<Long, CompanyWeek> companies(Tx tx, Week week, OptionalLong company) {
    return tx.sql()
        .select(STATUS_COMPANY.COMPANY_ID, STATUS_COMPANY.BODY)
        .from(STATUS_COMPANY)
        .where(
            STATUS_COMPANY.WEEK.eq(week.code()),
            company.isPresent() ? STATUS_COMPANY.COMPANY_ID.eq(company.getAsLong()) : noCondition())
        .orderBy(STATUS_COMPANY.COMPANY_ID)
        .fetch()
        .intoMap(row -> row.value1(), row -> Canonical.read(row.value2(), CompanyWeek.class));
  }

  /** How companies stood at the end of each of these weeks, as far as the viewer sees them. */
  Map<String, List<Light.Verdict>> lights(Tx tx, List<String> weeks) {
    return tx.sql()
        .fetch(
            "select week, body::jsonb -> 'light' ->> 'reason' as reason, body::jsonb -> 'light' ->>"
                + " 'first' as first, body::jsonb -> 'light' ->> 'second' as second from"
                + " status_company where week = any (?)",
            (Object) weeks.toArray(String[]::new))
        .intoGroups(
            row -> row.get("week", String.class),
            row ->
                new Light.Verdict(
                    row.get("reason", String.class),
                    row.get("first", String.class),
                    row.get("second", String.class)));
  }

  /** The ministry's own; nothing where none is kept, or it is not the viewer's. */
  MinistryWeek ministry(Tx tx, Week week) {
    return tx.sql()
        .select(STATUS_MINISTRY.BODY)
        .from(STATUS_MINISTRY)
        .where(STATUS_MINISTRY.WEEK.eq(week.code()))
        .fetchOptional(row -> Canonical.read(row.value1(), MinistryWeek.class))
        .orElseGet(() -> new MinistryWeek(List.of()));
  }

  /** Names that stand for ids, as far as the viewer sees them: of companies, and of platforms. */
  Names names(Tx tx) {
    Map<Long, String> companies = new LinkedHashMap<>();
    tx.sql()
        .fetch("select id, name from organisation where side = 'company' order by name, id")
        .forEach(row -> companies.put(row.get("id", Long.class), row.get("name", String.class)));
    Map<Long, String> platforms = new LinkedHashMap<>();
    tx.sql()
        .fetch("select id, name from platform order by name, id")
        .forEach(row -> platforms.put(row.get("id", Long.class), row.get("name", String.class)));
    return new Names(companies, platforms);
  }

  /** By id, in the order of the names. */
  record Names(Map<Long, String> companies, Map<Long, String> platforms) {}

  /** Adds what a side says about a number. */
  void insert(
      Tx tx, Week week, long company, Side ofSide, Measure measure, String text, long event) {
    tx.sql()
        .insertInto(STATUS_REMARK)
        .set(STATUS_REMARK.WEEK, week.code())
        .set(STATUS_REMARK.COMPANY_ID, company)
        .set(STATUS_REMARK.SIDE, Share.BOTH)
        .set(STATUS_REMARK.OF_SIDE, ofSide.name().toLowerCase(Locale.ROOT))
        .set(STATUS_REMARK.EVENT_ID, event)
        .set(STATUS_REMARK.MEASURE, measure.code())
        .set(STATUS_REMARK.TEXT, text)
        .set(STATUS_REMARK.WRITTEN_AT, tx.now())
        .execute();
  }

  /** What was said about a week's numbers, the oldest first. */
  List<Remark> remarks(Tx tx, Week week, OptionalLong company) {
    return tx.sql()
        .select(
            STATUS_REMARK.COMPANY_ID,
            STATUS_REMARK.MEASURE,
            STATUS_REMARK.OF_SIDE,
            STATUS_REMARK.TEXT,
            STATUS_REMARK.WRITTEN_AT,
            Ledger.BY)
        .from(STATUS_REMARK)
        .join(EVENT)
        .on(EVENT.ID.eq(STATUS_REMARK.EVENT_ID))
        .where(
            STATUS_REMARK.WEEK.eq(week.code()),
            company.isPresent() ? STATUS_REMARK.COMPANY_ID.eq(company.getAsLong()) : noCondition())
        .orderBy(STATUS_REMARK.ID)
        .fetch(
            row ->
                new Remark(
                    row.value1(),
                    row.value2(),
                    Side.valueOf(row.value3().toUpperCase(Locale.ROOT)),
                    row.value4(),
                    row.value5(),
                    row.value6()));
  }
}

package id.narahubung.notices;

import static id.narahubung.db.Tables.NOTICE;
import static id.narahubung.db.Tables.NOTICE_SETTING;
import static id.narahubung.db.Tables.PERSON;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;

import id.narahubung.data.Tx;
import id.narahubung.ledger.By;
import id.narahubung.ledger.NoticeKind;
import id.narahubung.mail.NewMail.Addressee;
import id.narahubung.notices.Bundling.Group;
import id.narahubung.text.Label;
import id.narahubung.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The outbox of notices, and how each person wants to hear of them. */
public final class NoticeStore {

  private static final Condition WAITS = NOTICE.MAIL_ID.isNull().and(NOTICE.DROPPED_AT.isNull());

  /** The function that tells of a kind of matter, and where its pages are. */
  private static final Map<String, String> MATTERS =
      Map.of(
          "commitment_facts", "/commitments/",
          "decision_facts", "/decisions/",
          "normalisation_facts", "/normalisations/",
          "verification_facts", "/verifications/",
          "meeting_facts", "/meetings/",
          "status_facts", "/status/");

  /** Adds what the clock tells; what was told is not told again. */
  void tellTheClock(Tx tx, Collection<NoticeKind> alone) {
    tx.sql()
        .execute(
            "select hang_clock_notices(?::timestamptz, ?)",
            tx.now().toString(),
            alone.stream().map(NoticeKind::code).toArray(String[]::new));
    tx.sql().execute("select hang_commitment_notices(?::timestamptz)", tx.now().toString());
    tx.sql().execute("select hang_decision_notices(?::timestamptz)", tx.now().toString());
    tx.sql().execute("select hang_verification_notices(?::timestamptz)", tx.now().toString());
    tx.sql().execute("select hang_letter_notices(?::timestamptz)", tx.now().toString());
    tx.sql().execute("select hang_objection_notices(?::timestamptz)", tx.now().toString());
  }

  /** Lets go of what waits for somebody who does not work here any more. */
  void dropOfTheGone(Tx tx) {
    tx.sql()
        .update(NOTICE)
        .set(NOTICE.DROPPED_AT, tx.now())
        .where(WAITS)
        .and(NOTICE.PERSON_ID.in(select(PERSON.ID).from(PERSON).where(PERSON.ACTIVE.isFalse())))
        .execute();
  }

  /** Lets go of what the clock would tell and what is not so any more. */
  void dropOvertaken(Tx tx) {
    tx.sql().execute("select drop_overtaken_notices(?::timestamptz)", tx.now().toString());
  }

  /** Everybody for whom something waits. */
  List<Recipient> waiting(Tx tx) {
    Map<Group, Field<Instant>> oldest = new EnumMap<>(Group.class);
    for (Group group : Group.values()) {
      oldest.put(
          group,
          min(NOTICE.TOLD_AT).filterWhere(of(group)).as(group.name().toLowerCase(Locale.ROOT)));
    }
    return tx.sql()
        .select(
            PERSON.ID,
            PERSON.SIDE,
            PERSON.ORGANISATION_ID,
            PERSON.LANGUAGE,
            PERSON.TIME_ZONE,
            NOTICE_SETTING.PACE,
            NOTICE_SETTING.QUIET_FROM,
            NOTICE_SETTING.QUIET_UNTIL,
            NOTICE_SETTING.WEEKLY_STATUS)
        .select(oldest.values())
        .from(NOTICE)
        .join(PERSON)
        .on(PERSON.ID.eq(NOTICE.PERSON_ID))
        .leftJoin(NOTICE_SETTING)
        .on(NOTICE_SETTING.PERSON_ID.eq(PERSON.ID))
        .where(WAITS)
        .and(PERSON.ACTIVE)
        .groupBy(PERSON.ID, NOTICE_SETTING.PERSON_ID)
        .orderBy(PERSON.ID)
        .fetch(row -> recipient(row, oldest));
  }

  private static Recipient recipient(Record row, Map<Group, Field<Instant>> fields) {
    Map<Group, Instant> oldest = new EnumMap<>(Group.class);
    fields.forEach(
        (group, field) ->
            Optional.ofNullable(row.get(field)).ifPresent(told -> oldest.put(group, told)));
    return new Recipient(
        new Addressee(row.get(PERSON.ID), row.get(PERSON.SIDE), row.get(PERSON.ORGANISATION_ID)),
        Language.of(row.get(PERSON.LANGUAGE)),
        ZoneId.of(row.get(PERSON.TIME_ZONE)),
        setting(
            row.get(NOTICE_SETTING.PACE),
            row.get(NOTICE_SETTING.QUIET_FROM),
            row.get(NOTICE_SETTING.QUIET_UNTIL),
            row.get(NOTICE_SETTING.WEEKLY_STATUS)),
        oldest);
  }

  private static NoticeSetting setting(
      @Nullable String pace,
      @Nullable LocalTime from,
      @Nullable LocalTime until,
      @Nullable Boolean status) {
    if (pace == null) {
      return NoticeSetting.FIRST;
    }
    return new NoticeSetting(
        Pace.of(pace),
        from == null || until == null
            ? Optional.empty()
            : Optional.of(new NoticeSetting.Quiet(from, until)),
        !Boolean.FALSE.equals(status));
  }

  private static Condition of(Group group) {
    return switch (group) {
      case ALONE -> NOTICE.TEMPO.eq("alone");
      case LEGAL -> NOTICE.TEMPO.eq("at_once").and(NOTICE.LEGAL);
      case AT_ONCE -> NOTICE.TEMPO.eq("at_once").and(NOTICE.LEGAL.isFalse());
      case LATER -> NOTICE.TEMPO.eq("later");
    };
  }

  /** Takes what waits for a person in these groups, unless another worker has it in hand. */
  List<Long> take(Tx tx, long person, Collection<Group> groups) {
    return tx.sql()
        .select(NOTICE.ID)
        .from(NOTICE)
        .where(WAITS)
        .and(NOTICE.PERSON_ID.eq(person))
        .and(DSL.or(groups.stream().map(NoticeStore::of).toList()))
        .and(NOTICE.TOLD_AT.le(tx.now()))
        .orderBy(NOTICE.ID)
        .forUpdate()
        .skipLocked()
        .fetch(NOTICE.ID);
  }

  void putInto(Tx tx, long mail, Collection<Long> notices) {
    tx.sql().update(NOTICE).set(NOTICE.MAIL_ID, mail).where(NOTICE.ID.in(notices)).execute();
  }

  void drop(Tx tx, Collection<Long> notices) {
    tx.sql().update(NOTICE).set(NOTICE.DROPPED_AT, tx.now()).where(NOTICE.ID.in(notices)).execute();
  }

  /** What a mail may tell of them, in the order in which it happened. */
  List<Fact> facts(Tx tx, Collection<Long> notices) {
    return tx.sql()
        .resultQuery(
            "select id, kind, own, items, due_at::timestamptz, told_at::timestamptz, request_id,"
                + " number, subject, category_id, category_en, platform, urgent, actor_side,"
                + " actor_role, actor_code, outcome, duty, duty_for_role, duty_for_code, letter,"
                + " stage_id, stage_en, fine from notice_facts(?) order by told_at, id",
            (Object) notices.toArray(Long[]::new))
        .fetch(NoticeStore::fact);
  }

  /** What a mail may tell of those that are about accounts, in the order in which it happened. */
  List<AccountFact> accountFacts(Tx tx, Collection<Long> notices) {
    return tx.sql()
        .resultQuery(
            "select id, kind, own, told_at::timestamptz, account_id, code, organisation,"
                + " actor_side, actor_role, actor_code, roles from account_facts(?) order by"
                + " told_at, id",
            (Object) notices.toArray(Long[]::new))
        .fetch(
            row ->
                new AccountFact(
                    row.get("id", Long.class),
                    NoticeKind.of(row.get("kind", String.class)),
                    row.get("own", Boolean.class),
                    row.get("told_at", Instant.class),
                    row.get("account_id", Long.class),
                    row.get("code", Integer.class),
                    row.get("organisation", String.class),
                    new By(
                        row.get("actor_side", String.class),
                        row.get("actor_role", String.class),
                        row.get("actor_code", Integer.class),
                        Optional.empty()),
                    row.get("roles", String.class)));
  }

  /**
   * What a mail may tell of those that are about matters of their own, in the order in which it
   * happened. Each kind of matter has a function of this shape.
   */
  List<MatterFact> matterFacts(Tx tx, Collection<Long> notices) {
    return MATTERS.entrySet().stream()
        .flatMap(
            matter ->
                tx
                    .sql()
                    .resultQuery(
                        "select id, kind, own, told_at::timestamptz, number, label_id, label_en,"
                            + " platform, due_on, actor_side, actor_role, actor_code from "
                            + matter.getKey()
                            + "(?) order by told_at, id",
                        (Object) notices.toArray(Long[]::new))
                    .fetch(row -> matter(matter.getValue(), row))
                    .stream())
        .toList();
  }

  private static MatterFact matter(String path, Record row) {
    String number = row.get("number", String.class);
    return new MatterFact(
        row.get("id", Long.class),
        NoticeKind.of(row.get("kind", String.class)),
        row.get("own", Boolean.class),
        row.get("told_at", Instant.class),
        number,
        path + number,
        new Label(row.get("label_id", String.class), row.get("label_en", String.class)),
        row.get("platform", String.class),
        Optional.ofNullable(row.get("due_on", LocalDate.class)),
        Optional.ofNullable(row.get("actor_side", String.class))
            .map(
                side ->
                    new By(
                        side,
                        row.get("actor_role", String.class),
                        row.get("actor_code", Integer.class),
                        Optional.empty())));
  }

  private static Fact.OfLetter letter(String number, Record row) {
    return new Fact.OfLetter(
        number,
        Optional.ofNullable(row.get("stage_id", String.class))
            .map(stage -> new Label(stage, row.get("stage_en", String.class))),
        Optional.ofNullable(row.get("fine", Long.class)));
  }

  private static Fact fact(Record row) {
    String side = row.get("actor_side", String.class);
    String category = row.get("category_id", String.class);
    return new Fact(
        row.get("id", Long.class),
        NoticeKind.of(row.get("kind", String.class)),
        row.get("own", Boolean.class),
        Optional.ofNullable(row.get("items", Integer.class)),
        Optional.ofNullable(row.get("due_at", Instant.class)),
        row.get("told_at", Instant.class),
        row.get("request_id", Long.class),
        Optional.ofNullable(row.get("number", String.class)),
        Optional.ofNullable(row.get("subject", String.class)),
        category == null
            ? Optional.empty()
            : Optional.of(new Label(category, row.get("category_en", String.class))),
        Optional.ofNullable(row.get("platform", String.class)),
        row.get("urgent", Boolean.class),
        side == null
            ? Optional.empty()
            : Optional.of(
                new By(
                    side,
                    row.get("actor_role", String.class),
                    row.get("actor_code", Integer.class),
                    Optional.empty())),
        Optional.ofNullable(row.get("outcome", String.class)).filter(code -> !code.isEmpty()),
        row.get("duty", String.class),
        Optional.ofNullable(row.get("duty_for_role", String.class))
            .map(role -> new By.Lent(role, row.get("duty_for_code", Integer.class))),
        Optional.ofNullable(row.get("letter", String.class)).map(number -> letter(number, row)));
  }

  /** How the person wants to hear of things. */
  public NoticeSetting setting(Tx tx, long person) {
    return tx.sql()
        .select(
            NOTICE_SETTING.PACE,
            NOTICE_SETTING.QUIET_FROM,
            NOTICE_SETTING.QUIET_UNTIL,
            NOTICE_SETTING.WEEKLY_STATUS)
        .from(NOTICE_SETTING)
        .where(NOTICE_SETTING.PERSON_ID.eq(person))
        .fetchOptional(row -> setting(row.value1(), row.value2(), row.value3(), row.value4()))
        .orElse(NoticeSetting.FIRST);
  }

  void put(Tx tx, long person, NoticeSetting setting) {
    @Nullable LocalTime from = setting.quiet().map(NoticeSetting.Quiet::from).orElse(null);
    @Nullable LocalTime until = setting.quiet().map(NoticeSetting.Quiet::until).orElse(null);
    tx.sql()
        .insertInto(NOTICE_SETTING)
        .set(NOTICE_SETTING.PERSON_ID, person)
        .set(NOTICE_SETTING.PACE, setting.pace().code())
        .set(NOTICE_SETTING.QUIET_FROM, from)
        .set(NOTICE_SETTING.QUIET_UNTIL, until)
        .set(NOTICE_SETTING.WEEKLY_STATUS, setting.status())
        .onConflict(NOTICE_SETTING.PERSON_ID)
        .doUpdate()
        .set(NOTICE_SETTING.PACE, setting.pace().code())
        .set(NOTICE_SETTING.QUIET_FROM, from)
        .set(NOTICE_SETTING.QUIET_UNTIL, until)
        .set(NOTICE_SETTING.WEEKLY_STATUS, setting.status())
        .execute();
  }

  /** Ends the weekly status for a person, and leaves the rest as it is. */
  void endStatus(Tx tx, long person) {
    tx.sql()
        .insertInto(NOTICE_SETTING)
        .set(NOTICE_SETTING.PERSON_ID, person)
        .set(NOTICE_SETTING.PACE, NoticeSetting.FIRST.pace().code())
        .set(NOTICE_SETTING.WEEKLY_STATUS, false)
        .onConflict(NOTICE_SETTING.PERSON_ID)
        .doUpdate()
        .set(NOTICE_SETTING.WEEKLY_STATUS, false)
        .execute();
  }

  /** Ends the news of a person, and leaves the quiet hours as they are. */
  void endNews(Tx tx, long person) {
    tx.sql()
        .insertInto(NOTICE_SETTING)
        .set(NOTICE_SETTING.PERSON_ID, person)
        .set(NOTICE_SETTING.PACE, Pace.NEVER.code())
        .onConflict(NOTICE_SETTING.PERSON_ID)
        .doUpdate()
        .set(NOTICE_SETTING.PACE, Pace.NEVER.code())
        .execute();
  }
}

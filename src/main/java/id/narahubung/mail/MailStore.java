package id.narahubung.mail;

import static id.narahubung.db.Tables.MAIL;
import static id.narahubung.db.Tables.MAIL_ATTEMPT;
import static id.narahubung.db.Tables.MAIL_ATTEMPT_END;
import static id.narahubung.db.Tables.MAIL_CONTENT;
import static id.narahubung.db.Tables.NOTICE;
import static id.narahubung.db.Tables.ORGANISATION;
import static id.narahubung.db.Tables.PERSON;
import static id.narahubung.db.Tables.STATUS_RECIPIENT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.data.Tx;
import id.narahubung.mail.Delivery.Outcome;
import id.narahubung.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record12;
import org.jooq.Records;
import org.jooq.SelectSeekStep1;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Mails, what they say, and every attempt to send one. */
public final class MailStore {

  /** When it came into the outbox, or was put back last. */
  private static final Field<Instant> WAITING_SINCE = coalesce(MAIL.PUT_BACK_AT, MAIL.MADE_AT);

  private static final int FETCHED_AT_ONCE = 500;

  /** Its reader: a person, or an office outside the portal. */
  private static final Field<String> NAME = coalesce(PERSON.NAME, STATUS_RECIPIENT.OFFICE);

  private static final Field<String> ADDRESS = coalesce(PERSON.EMAIL, STATUS_RECIPIENT.ADDRESS);
  private static final Field<Boolean> ACTIVE = coalesce(PERSON.ACTIVE, STATUS_RECIPIENT.ACTIVE);

  /** A mail as a list names it. */
  public record Row(
      long id,
      String name,
      String email,
      boolean active,
      String organisation,
      MailState state,
      boolean urgent,
      int attempts,
      Instant madeAt,
      @Nullable Instant nextAt,
      @Nullable Instant sentAt,
      @Nullable String subject) {}

  /** An attempt; without an outcome it was broken off, or runs. */
  public record Attempt(
      int number,
      Instant beganAt,
      @Nullable String outcome,
      @Nullable Integer code,
      @Nullable String reply,
      @Nullable Instant endedAt) {}

  /** Puts a mail into the outbox: to be sent at once, or only kept. */
  public long insert(Tx tx, NewMail mail, String messageId, boolean send) {
    long id =
        tx.sql()
            .insertInto(MAIL)
            .set(MAIL.PERSON_ID, mail.to().outside() ? null : mail.to().id())
            .set(MAIL.RECIPIENT_ID, mail.to().outside() ? mail.to().id() : null)
            .set(MAIL.SIDE, mail.to().side())
            .set(MAIL.ORGANISATION_ID, mail.to().organisation())
            .set(MAIL.OWN, mail.own())
            .set(MAIL.KIND, mail.kind().name().toLowerCase(Locale.ROOT))
            .set(MAIL.URGENT, mail.urgent())
            .set(MAIL.MESSAGE_ID, messageId)
            .set(MAIL.REQUEST_ID, mail.request().orElse(null))
            .set(MAIL.UNSUBSCRIBE, mail.unsubscribe().orElse(null))
            .set(MAIL.STATE, (send ? MailState.WAITING : MailState.KEPT).code())
            .set(MAIL.MADE_AT, tx.now())
            .set(MAIL.NEXT_AT, send ? tx.now() : null)
            .returningResult(MAIL.ID)
            .fetchSingle()
            .value1();
    tx.sql()
        .insertInto(MAIL_CONTENT)
        .set(MAIL_CONTENT.MAIL_ID, id)
        .set(MAIL_CONTENT.SIDE, mail.to().side())
        .set(MAIL_CONTENT.OWN, mail.own())
        .set(MAIL_CONTENT.LANGUAGE, mail.letter().language().code())
        .set(MAIL_CONTENT.SUBJECT, mail.letter().subject())
        .set(MAIL_CONTENT.HTML, mail.letter().html())
        .set(MAIL_CONTENT.TEXT, mail.letter().text())
        .execute();
    return id;
  }

  /** Takes the next mail that is due into one worker's hands, and notes that it is being tried. */
  Optional<Outgoing> claim(Tx tx, Instant until) {
    dropStatusOfTheGone(tx);
    Optional<Long> due =
        tx.sql()
            .select(MAIL.ID)
            .from(MAIL)
            .where(MAIL.STATE.eq(MailState.WAITING.code()))
            .and(MAIL.NEXT_AT.le(tx.now()))
            .and(MAIL.CLAIMED_UNTIL.isNull().or(MAIL.CLAIMED_UNTIL.le(tx.now())))
            .orderBy(MAIL.URGENT.desc(), MAIL.NEXT_AT, MAIL.ID)
            .limit(1)
            .forUpdate()
            .skipLocked()
            .fetchOptional(MAIL.ID);
    due.ifPresent(id -> begin(tx, id, until));
    return due.map(id -> outgoing(tx, id));
  }

  /**
   * A week's status waits for days where the server is away: who reads none any more by then, or
   * declined it, gets none, unless it was asked for once more.
   */
  private static void dropStatusOfTheGone(Tx tx) {
    tx.sql()
        .execute(
            """
            update mail set state = 'dropped', next_at = null where id in (
              select m.id from mail m
              where m.kind = 'status' and m.state = 'waiting' and m.next_at <= ?::timestamptz
                and coalesce(m.claimed_until <= ?::timestamptz, true) and m.person_id is not null and m.again_after = 0
                and (exists (select from notice_setting s where s.person_id = m.person_id and not s.weekly_status)
                  or not exists (select from person_role r where r.person_id = m.person_id and r.role = any (?)
                    and r.request_id is null and coalesce(r.ends_at > ?::timestamptz, true)))
              for update skip locked)\
            """,
            tx.now().toString(),
            tx.now().toString(),
            Role.holding(Permission.VIEW_STATUS).stream().map(Role::code).toArray(String[]::new),
            tx.now().toString());
  }

  /** What waits to be sent, and what is parked. */
  MailMeters.Outbox outbox(Tx tx) {
    Condition waiting = MAIL.STATE.eq(MailState.WAITING.code());
    Condition parked = MAIL.STATE.eq(MailState.PARKED.code());
    return tx.sql()
        .select(
            count().filterWhere(waiting),
            min(WAITING_SINCE).filterWhere(waiting),
            count().filterWhere(parked))
        .from(MAIL)
        .where(waiting.or(parked))
        .fetchSingle(
            row ->
                MailMeters.Outbox.of(
                    row.value1(),
                    Optional.ofNullable(row.value2())
                        .map(made -> Duration.between(made, tx.now()))
                        .orElse(Duration.ZERO),
                    row.value3()));
  }

  private static void begin(Tx tx, long id, Instant until) {
    tx.sql()
        .update(MAIL)
        .set(MAIL.CLAIMED_UNTIL, until)
        .set(MAIL.ATTEMPTS, MAIL.ATTEMPTS.plus(1))
        .where(MAIL.ID.eq(id))
        .execute();
    tx.sql()
        .insertInto(MAIL_ATTEMPT)
        .columns(MAIL_ATTEMPT.MAIL_ID, MAIL_ATTEMPT.NUMBER, MAIL_ATTEMPT.BEGAN_AT)
        .select(
            select(MAIL.ID, MAIL.ATTEMPTS, DSL.val(tx.now(), MAIL_ATTEMPT.BEGAN_AT))
                .from(MAIL)
                .where(MAIL.ID.eq(id)))
        .execute();
  }

  private static Outgoing outgoing(Tx tx, long id) {
    return tx.sql()
        .select(
            MAIL.ID,
            MAIL.ATTEMPTS,
            MAIL.CLAIMED_UNTIL,
            MAIL.MESSAGE_ID,
            NAME,
            ADDRESS,
            ACTIVE,
            MAIL.KIND.convertFrom(kind -> NewMail.Kind.valueOf(kind.toUpperCase(Locale.ROOT))),
            MAIL.REQUEST_ID.convertFrom(Optional::ofNullable),
            MAIL.UNSUBSCRIBE.convertFrom(Optional::ofNullable),
            DSL.row(
                    MAIL_CONTENT.LANGUAGE,
                    MAIL_CONTENT.SUBJECT,
                    MAIL_CONTENT.HTML,
                    MAIL_CONTENT.TEXT)
                .convertFrom(MailStore::letter))
        .from(MAIL)
        .leftJoin(PERSON)
        .on(PERSON.ID.eq(MAIL.PERSON_ID))
        .leftJoin(STATUS_RECIPIENT)
        .on(STATUS_RECIPIENT.ID.eq(MAIL.RECIPIENT_ID))
        .join(MAIL_CONTENT)
        .on(MAIL_CONTENT.MAIL_ID.eq(MAIL.ID))
        .where(MAIL.ID.eq(id))
        .fetchSingle(Records.mapping(Outgoing::new));
  }

  private static Letter letter(org.jooq.Record4<String, String, String, String> row) {
    return new Letter(Language.of(row.value1()), row.value2(), row.value3(), row.value4());
  }

  /**
   * What became of an attempt; told twice it is recorded once. Sent is sent, whoever else may have
   * taken it up meanwhile; what failed rests, and is parked when it was tried for long enough.
   */
  void record(Tx tx, Outgoing mail, Delivery delivery) {
    tx.sql()
        .insertInto(MAIL_ATTEMPT_END)
        .set(MAIL_ATTEMPT_END.MAIL_ID, mail.id())
        .set(MAIL_ATTEMPT_END.NUMBER, mail.attempt())
        .set(MAIL_ATTEMPT_END.OUTCOME, delivery.outcome().code())
        .set(MAIL_ATTEMPT_END.CODE, delivery.code())
        .set(MAIL_ATTEMPT_END.REPLY, delivery.reply())
        .set(MAIL_ATTEMPT_END.ENDED_AT, tx.now())
        .onConflictDoNothing()
        .execute();
    boolean sent = delivery.outcome() == Outcome.SENT;
    Optional<Duration> pause =
        sent || delivery.outcome().isForGood() ? Optional.empty() : pause(tx, mail.id(), delivery);
    MailState state =
        sent ? MailState.SENT : pause.isPresent() ? MailState.WAITING : MailState.PARKED;
    tx.sql()
        .update(MAIL)
        .set(MAIL.STATE, state.code())
        .set(MAIL.NEXT_AT, pause.map(tx.now()::plus).orElse(null))
        .set(MAIL.SENT_AT, sent ? DSL.val(tx.now(), MAIL.SENT_AT) : MAIL.SENT_AT)
        .setNull(MAIL.CLAIMED_UNTIL)
        .where(MAIL.ID.eq(mail.id()))
        .and(MAIL.STATE.ne(MailState.SENT.code()))
        // Dropped while a worker had it in hand: tried again it would say nothing.
        .and(sent ? DSL.noCondition() : MAIL.STATE.ne(MailState.DROPPED.code()))
        .execute();
    if (sent) {
      takeUpWhatFailed(tx);
    }
  }

  /**
   * Grows with the attempts that ended alike, since it was last sent again. What may have arrived
   * is not tried often, however urgent: its reader would get it each time.
   */
  private static Optional<Duration> pause(Tx tx, long mail, Delivery delivery) {
    return tx.sql()
        .select(
            count().filterWhere(MAIL_ATTEMPT_END.OUTCOME.eq(delivery.outcome().code())),
            min(MAIL_ATTEMPT.BEGAN_AT),
            MAIL.URGENT,
            MAIL.KIND)
        .from(MAIL)
        .join(MAIL_ATTEMPT)
        .on(MAIL_ATTEMPT.MAIL_ID.eq(MAIL.ID), MAIL_ATTEMPT.NUMBER.gt(MAIL.AGAIN_AFTER))
        .leftJoin(MAIL_ATTEMPT_END)
        .on(
            MAIL_ATTEMPT_END.MAIL_ID.eq(MAIL_ATTEMPT.MAIL_ID),
            MAIL_ATTEMPT_END.NUMBER.eq(MAIL_ATTEMPT.NUMBER))
        .where(MAIL.ID.eq(mail))
        .groupBy(MAIL.ID)
        .fetchOptional()
        .map(
            row ->
                Retry.after(
                    Math.max(1, row.value1()),
                    Duration.between(row.value2(), tx.now()),
                    row.value3() && !delivery.mayHaveArrived(),
                    row.value4().equals("status") ? Retry.LONGEST_OF_STATUS : Retry.LONGEST))
        .orElseGet(() -> Retry.after(1, Duration.ZERO, false));
  }

  /** The server is well again: what rests because it was not rests no longer. */
  private static void takeUpWhatFailed(Tx tx) {
    tx.sql()
        .update(MAIL)
        .set(MAIL.NEXT_AT, tx.now())
        .where(
            MAIL.ID.in(
                select(MAIL.ID)
                    .from(MAIL)
                    .where(MAIL.STATE.eq(MailState.WAITING.code()))
                    .and(MAIL.NEXT_AT.gt(tx.now()))
                    .and(
                        exists(
                            selectOne()
                                .from(MAIL_ATTEMPT_END)
                                .where(MAIL_ATTEMPT_END.MAIL_ID.eq(MAIL.ID))
                                .and(MAIL_ATTEMPT_END.NUMBER.eq(MAIL.ATTEMPTS))
                                .and(MAIL_ATTEMPT_END.OUTCOME.eq(Outcome.FAILED.code()))))
                    .forUpdate()
                    .skipLocked()))
        .execute();
  }

  /** Whether it is to be sent anyhow. */
  public boolean isWaiting(Tx tx, long mail) {
    return fetch(tx, mail).state() == MailState.WAITING;
  }

  public void sendAgain(Tx tx, long mail) {
    tx.sql()
        .update(MAIL)
        .set(MAIL.STATE, MailState.WAITING.code())
        .set(MAIL.NEXT_AT, tx.now())
        .set(MAIL.PUT_BACK_AT, tx.now())
        .where(MAIL.ID.eq(mail))
        .execute();
  }

  /** The same of all that are parked; gives how many. */
  int sendParkedAgain(Tx tx) {
    return tx.sql()
        .update(MAIL)
        .set(MAIL.STATE, MailState.WAITING.code())
        .set(MAIL.NEXT_AT, tx.now())
        .set(MAIL.PUT_BACK_AT, tx.now())
        .where(MAIL.STATE.eq(MailState.PARKED.code()))
        .execute();
  }

  /** The newest first, from before this id on. */
  List<Row> list(Tx tx, Optional<MailState> state, long before, int most) {
    return rows(tx, standing(state).and(MAIL.ID.lt(before)), most);
  }

  /** All of them, in the same order, fetched while the work goes on. */
  void each(Tx tx, Optional<MailState> state, Consumer<Row> work) {
    try (var rows = ordered(tx, standing(state)).fetchSize(FETCHED_AT_ONCE).fetchStream()) {
      rows.map(Records.mapping(Row::new)).forEach(work);
    }
  }

  private static Condition standing(Optional<MailState> state) {
    return state.map(one -> MAIL.STATE.eq(one.code())).orElse(DSL.noCondition());
  }

  public Row fetch(Tx tx, long id) {
    return rows(tx, MAIL.ID.eq(id), 1).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("mail " + id));
  }

  private static List<Row> rows(Tx tx, Condition which, int most) {
    return ordered(tx, which).limit(most).fetch(Records.mapping(Row::new));
  }

  private static SelectSeekStep1<
          Record12<
              Long,
              String,
              String,
              Boolean,
              String,
              MailState,
              Boolean,
              Integer,
              Instant,
              Instant,
              Instant,
              String>,
          Long>
      ordered(Tx tx, Condition which) {
    return tx.sql()
        .select(
            MAIL.ID,
            NAME,
            ADDRESS,
            ACTIVE,
            ORGANISATION.NAME,
            MAIL.STATE.convertFrom(MailState::of),
            MAIL.URGENT,
            MAIL.ATTEMPTS,
            MAIL.MADE_AT,
            MAIL.NEXT_AT,
            MAIL.SENT_AT,
            MAIL_CONTENT.SUBJECT)
        .from(MAIL)
        .leftJoin(PERSON)
        .on(PERSON.ID.eq(MAIL.PERSON_ID))
        .leftJoin(STATUS_RECIPIENT)
        .on(STATUS_RECIPIENT.ID.eq(MAIL.RECIPIENT_ID))
        .join(ORGANISATION)
        .on(ORGANISATION.ID.eq(MAIL.ORGANISATION_ID))
        .leftJoin(MAIL_CONTENT)
        .on(MAIL_CONTENT.MAIL_ID.eq(MAIL.ID))
        .where(which)
        .orderBy(MAIL.ID.desc());
  }

  /** What it says; nothing where a company keeps that to itself. */
  public Optional<Letter> letter(Tx tx, long mail) {
    return tx.sql()
        .select(MAIL_CONTENT.LANGUAGE, MAIL_CONTENT.SUBJECT, MAIL_CONTENT.HTML, MAIL_CONTENT.TEXT)
        .from(MAIL_CONTENT)
        .where(MAIL_CONTENT.MAIL_ID.eq(mail))
        .fetchOptional(MailStore::letter);
  }

  public List<Attempt> attempts(Tx tx, long mail) {
    return attempts(tx, mail, MAIL_ATTEMPT_END.REPLY);
  }

  /** The same without the server's words, which no company reads. */
  public List<Attempt> attemptsInShort(Tx tx, long mail) {
    return attempts(tx, mail, DSL.inline("", MAIL_ATTEMPT_END.REPLY));
  }

  private static List<Attempt> attempts(Tx tx, long mail, Field<String> reply) {
    return tx.sql()
        .select(
            MAIL_ATTEMPT.NUMBER,
            MAIL_ATTEMPT.BEGAN_AT,
            MAIL_ATTEMPT_END.OUTCOME,
            MAIL_ATTEMPT_END.CODE,
            reply,
            MAIL_ATTEMPT_END.ENDED_AT)
        .from(MAIL_ATTEMPT)
        .leftJoin(MAIL_ATTEMPT_END)
        .on(
            MAIL_ATTEMPT_END.MAIL_ID.eq(MAIL_ATTEMPT.MAIL_ID),
            MAIL_ATTEMPT_END.NUMBER.eq(MAIL_ATTEMPT.NUMBER))
        .where(MAIL_ATTEMPT.MAIL_ID.eq(mail))
        .orderBy(MAIL_ATTEMPT.NUMBER)
        .fetch(Records.mapping(Attempt::new));
  }

  /** What a mail's token ends: whose, and whether it is the weekly status. */
  public record Ending(long person, boolean status) {}

  /** What the token of a mail ends. */
  public Optional<Ending> ending(Tx tx, String unsubscribe) {
    return tx.sql()
        .select(MAIL.PERSON_ID, MAIL.KIND)
        .from(MAIL)
        .where(MAIL.UNSUBSCRIBE.eq(unsubscribe))
        .fetchOptional(row -> new Ending(row.value1(), row.value2().equals("status")));
  }

  /** How many mails stand in each state. */
  Map<MailState, Integer> counts(Tx tx) {
    Map<MailState, Integer> counts = new EnumMap<>(MailState.class);
    tx.sql()
        .select(MAIL.STATE, count())
        .from(MAIL)
        .groupBy(MAIL.STATE)
        .forEach(row -> counts.put(MailState.of(row.value1()), row.value2()));
    return counts;
  }

  /**
   * Since when the oldest mail that waits has been waiting, or what should be one by now and is
   * not. Of notices those count that neither quiet hours nor the day's news may hold back.
   */
  public Optional<Instant> oldestWaiting(Tx tx) {
    Field<Instant> due =
        DSL.when(NOTICE.TEMPO.eq("alone"), NOTICE.TOLD_AT)
            .otherwise(
                DSL.field(
                    "{0} + {1} * interval '1 second'",
                    NOTICE.TOLD_AT.getDataType(),
                    NOTICE.TOLD_AT,
                    DSL.val(NewMail.GATHERED_OVER.toSeconds())));
    return Stream.of(
            tx.sql()
                .select(min(WAITING_SINCE))
                .from(MAIL)
                .where(MAIL.STATE.eq(MailState.WAITING.code()))
                .fetchSingle()
                .value1(),
            tx.sql()
                .select(min(due))
                .from(NOTICE)
                .where(NOTICE.MAIL_ID.isNull().and(NOTICE.DROPPED_AT.isNull()))
                .and(NOTICE.TEMPO.eq("alone").or(NOTICE.TEMPO.eq("at_once").and(NOTICE.LEGAL)))
                .fetchSingle()
                .value1())
        .filter(Objects::nonNull)
        .filter(since -> !since.isAfter(tx.now()))
        .min(Instant::compareTo);
  }
}

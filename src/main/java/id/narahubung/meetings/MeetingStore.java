package id.narahubung.meetings;

import static id.narahubung.db.Routines.formOfCheck;
import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.MEETING;
import static id.narahubung.db.Tables.MEETING_VISIT;
import static id.narahubung.db.Tables.MINUTES;
import static id.narahubung.db.Tables.MINUTES_SIGNATURE;
import static id.narahubung.db.Tables.PLATFORM;
import static id.narahubung.db.Tables.VERIFICATION_LINE;
import static id.narahubung.db.Tables.VERIFICATION_STEP;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import id.narahubung.access.NotFound;
import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Ledger;
import id.narahubung.meetings.Meeting.Minutes;
import id.narahubung.meetings.Meeting.Signature;
import id.narahubung.meetings.Meeting.Text;
import id.narahubung.platforms.Platform;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Meetings, their minutes and signatures: rows that are only added. */
public final class MeetingStore {

  private static final Field<List<Signature>> SIGNATURES =
      multiset(
              select(MINUTES_SIGNATURE.OF_SIDE, Ledger.BY, MINUTES_SIGNATURE.SIGNED_AT)
                  .from(MINUTES_SIGNATURE)
                  .join(EVENT)
                  .on(EVENT.ID.eq(MINUTES_SIGNATURE.EVENT_ID))
                  .where(
                      MINUTES_SIGNATURE.MEETING_ID.eq(MINUTES.MEETING_ID),
                      MINUTES_SIGNATURE.NUMBER.eq(MINUTES.NUMBER))
                  .orderBy(MINUTES_SIGNATURE.SIGNED_AT))
          .convertFrom(rows -> rows.map(mapping(Signature::new)));

  private static final Field<List<Minutes>> VERSIONS =
      multiset(
              select(
                      MINUTES.NUMBER,
                      row(
                              MINUTES.AGENDA,
                              MINUTES.MINISTRY_PRESENT,
                              MINUTES.COMPANY_PRESENT,
                              MINUTES.BODY)
                          .mapping(Text::new),
                      MINUTES.REASON,
                      Ledger.BY,
                      MINUTES.WRITTEN_AT,
                      SIGNATURES)
                  .from(MINUTES)
                  .join(EVENT)
                  .on(EVENT.ID.eq(MINUTES.EVENT_ID))
                  .where(MINUTES.MEETING_ID.eq(MEETING.ID))
                  .orderBy(MINUTES.NUMBER))
          .convertFrom(rows -> rows.map(mapping(Minutes::new)));

  private static final Field<List<String>> MET =
      multiset(
              select(VERIFICATION_LINE.LABEL)
                  .from(VERIFICATION_LINE)
                  .where(
                      VERIFICATION_LINE.STEP_ID.eq(VERIFICATION_STEP.ID),
                      VERIFICATION_LINE.KIND.cast(String.class).eq("met"))
                  .orderBy(VERIFICATION_LINE.ORDINAL))
          .convertFrom(rows -> rows.map(each -> each.value1()));

  Meeting fetch(Tx tx, long id) {
    return list(tx, MEETING.ID.eq(id), 1).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("meeting " + id));
  }

  /** The meeting that an act wrote down. */
  long ofEvent(Tx tx, long event) {
    return tx.sql()
        .select(MEETING.ID)
        .from(MEETING)
        .where(MEETING.EVENT_ID.eq(event))
        .fetchSingle()
        .value1();
  }

  /** So many of a platform's, or of all that the viewer may see, the latest first. */
  public List<Meeting> list(Tx tx, Optional<Long> platform, Optional<Long> before, int most) {
    return list(tx, platform, false, before, most);
  }

  /** The same, or only those that wait for the signature of the viewer's side. */
  List<Meeting> list(
      Tx tx, Optional<Long> platform, boolean toSign, Optional<Long> before, int most) {
    return list(
        tx,
        platform
            .map(MEETING.PLATFORM_ID::eq)
            .orElse(noCondition())
            .and(toSign ? waits(tx) : noCondition())
            .and(before.map(id -> isBefore(tx, id)).orElse(noCondition())),
        most);
  }

  /** How many wait for the signature of the viewer's side. */
  int countToSign(Tx tx) {
    return tx.sql().fetchCount(MEETING, waits(tx));
  }

  private static Condition waits(Tx tx) {
    var later = MINUTES.as("later");
    return DSL.exists(
        selectOne()
            .from(MINUTES)
            .where(
                MINUTES.MEETING_ID.eq(MEETING.ID),
                notExists(
                    selectOne()
                        .from(later)
                        .where(
                            later.MEETING_ID.eq(MINUTES.MEETING_ID),
                            later.NUMBER.gt(MINUTES.NUMBER))),
                notExists(
                    selectOne()
                        .from(MINUTES_SIGNATURE)
                        .where(
                            MINUTES_SIGNATURE.MEETING_ID.eq(MINUTES.MEETING_ID),
                            MINUTES_SIGNATURE.NUMBER.eq(MINUTES.NUMBER),
                            MINUTES_SIGNATURE.OF_SIDE.eq(tx.person().side())))));
  }

  /** The meeting that tells of a visit; none where nobody wrote its minutes. */
  public Optional<Meeting> ofVisit(Tx tx, String visit) {
    return list(tx, MEETING_VISIT.VISIT.eq(visit), 1).stream().findFirst();
  }

  /**
   * A visit that was carried out, as its minutes begin.
   *
   * @param met whom one met, by function
   */
  record Visit(String number, long platformId, LocalDate on, String place, List<String> met) {}

  /**
   * The visit of a step, or of one that repeats it; none by another method, and where the viewer
   * does not see the step.
   */
  Optional<Visit> visit(Tx tx, String number) {
    return tx.person().side() == Side.COMPANY
        ? Optional.empty()
        : tx.sql()
            .select(
                VERIFICATION_STEP.NUMBER,
                VERIFICATION_STEP.PLATFORM_ID,
                VERIFICATION_STEP.CARRIED_OUT_ON,
                VERIFICATION_STEP.PLACE,
                MET)
            .from(VERIFICATION_STEP)
            .where(
                VERIFICATION_STEP.NUMBER.eq(number),
                VERIFICATION_STEP.CARRIED_OUT_ON.isNotNull(),
                formOfCheck(VERIFICATION_STEP.ID).eq("visit"))
            .fetchOptional(mapping(Visit::new));
  }

  private static Condition isBefore(Tx tx, long id) {
    LocalDate day =
        tx.sql()
            .select(MEETING.HELD_ON)
            .from(MEETING)
            .where(MEETING.ID.eq(id))
            .fetchOptional(MEETING.HELD_ON)
            .orElseThrow(() -> new NotFound("meeting " + id));
    return row(MEETING.HELD_ON, MEETING.ID).lt(day, id);
  }

  private static List<Meeting> list(Tx tx, Condition which, int most) {
    return tx.sql()
        .select(
            MEETING.ID,
            PLATFORM.ID,
            PLATFORM.NAME,
            MEETING.COMPANY_ID,
            MEETING.HELD_ON,
            MEETING.PLACE,
            MEETING.OF_VISIT,
            MEETING_VISIT.VISIT.convertFrom(Optional::ofNullable),
            VERSIONS)
        .from(MEETING)
        .join(PLATFORM)
        .on(PLATFORM.ID.eq(MEETING.PLATFORM_ID))
        .leftJoin(MEETING_VISIT)
        .on(MEETING_VISIT.MEETING_ID.eq(MEETING.ID))
        .where(which)
        .orderBy(MEETING.HELD_ON.desc(), MEETING.ID.desc())
        .limit(most)
        .fetch(mapping(Meeting::new));
  }

  long insert(
      Tx tx,
      long event,
      Platform platform,
      LocalDate heldOn,
      String place,
      Optional<String> visit) {
    long meeting =
        tx.sql()
            .insertInto(MEETING)
            .set(MEETING.PLATFORM_ID, platform.id())
            .set(MEETING.COMPANY_ID, platform.companyId())
            .set(MEETING.SIDE, Share.BOTH)
            .set(MEETING.EVENT_ID, event)
            .set(MEETING.HELD_ON, heldOn)
            .set(MEETING.PLACE, place)
            .set(MEETING.OF_VISIT, visit.isPresent())
            .returningResult(MEETING.ID)
            .fetchSingle()
            .value1();
    visit.ifPresent(
        number ->
            tx.sql()
                .insertInto(MEETING_VISIT)
                .set(MEETING_VISIT.MEETING_ID, meeting)
                .set(MEETING_VISIT.COMPANY_ID, platform.companyId())
                .set(MEETING_VISIT.SIDE, Share.MINISTRY)
                .set(MEETING_VISIT.VISIT, number)
                .execute());
    return meeting;
  }

  void add(Tx tx, long event, long meeting, long company, int number, Text text, String reason) {
    tx.sql()
        .insertInto(MINUTES)
        .set(MINUTES.MEETING_ID, meeting)
        .set(MINUTES.NUMBER, number)
        .set(MINUTES.COMPANY_ID, company)
        .set(MINUTES.SIDE, Share.BOTH)
        .set(MINUTES.EVENT_ID, event)
        .set(MINUTES.AGENDA, text.agenda())
        .set(MINUTES.MINISTRY_PRESENT, text.ministryPresent())
        .set(MINUTES.COMPANY_PRESENT, text.companyPresent())
        .set(MINUTES.BODY, text.body())
        .set(MINUTES.REASON, reason)
        .set(MINUTES.WRITTEN_AT, tx.now())
        .execute();
  }

  void sign(Tx tx, long event, Meeting meeting, int number, Side side) {
    tx.sql()
        .insertInto(MINUTES_SIGNATURE)
        .set(MINUTES_SIGNATURE.MEETING_ID, meeting.id())
        .set(MINUTES_SIGNATURE.NUMBER, number)
        .set(MINUTES_SIGNATURE.OF_SIDE, side)
        .set(MINUTES_SIGNATURE.COMPANY_ID, meeting.companyId())
        .set(MINUTES_SIGNATURE.SIDE, Share.BOTH)
        .set(MINUTES_SIGNATURE.EVENT_ID, event)
        .set(MINUTES_SIGNATURE.SIGNED_AT, tx.now())
        .execute();
  }
}

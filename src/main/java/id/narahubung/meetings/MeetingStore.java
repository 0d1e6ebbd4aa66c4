package id.narahubung.meetings;

import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.MEETING;
import static id.narahubung.db.Tables.MINUTES;
import static id.narahubung.db.Tables.MINUTES_SIGNATURE;
import static id.narahubung.db.Tables.PLATFORM;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

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
    return list(
        tx,
        platform
            .map(MEETING.PLATFORM_ID::eq)
            .orElse(noCondition())
            .and(before.map(id -> isBefore(tx, id)).orElse(noCondition())),
        most);
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
            VERSIONS)
        .from(MEETING)
        .join(PLATFORM)
        .on(PLATFORM.ID.eq(MEETING.PLATFORM_ID))
        .where(which)
        .orderBy(MEETING.HELD_ON.desc(), MEETING.ID.desc())
        .limit(most)
        .fetch(mapping(Meeting::new));
  }

  long insert(Tx tx, long event, Platform platform, LocalDate heldOn, String place) {
    return tx.sql()
        .insertInto(MEETING)
        .set(MEETING.PLATFORM_ID, platform.id())
        .set(MEETING.COMPANY_ID, platform.companyId())
        .set(MEETING.SIDE, Share.BOTH)
        .set(MEETING.EVENT_ID, event)
        .set(MEETING.HELD_ON, heldOn)
        .set(MEETING.PLACE, place)
        .returningResult(MEETING.ID)
        .fetchSingle()
        .value1();
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

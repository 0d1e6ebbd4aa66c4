package id.narahubung.commitments;

import static id.narahubung.db.Tables.ACCESS_DECISION;
import static id.narahubung.db.Tables.COMMITMENT;
import static id.narahubung.db.Tables.LETTER;
import static id.narahubung.db.Tables.MEETING;
import static id.narahubung.db.Tables.REQUEST;

import id.narahubung.data.Tx;
import id.narahubung.text.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;

/** Reads what commitments come from: a platform's meetings, letters and signed decisions. */
final class OriginStore {

  /** So many of each are offered, the newest. */
  private static final int MOST = 50;

  /** What a platform's commitments may come from, by kind, the newest first. */
  List<Origin> ofPlatform(Tx tx, long platform) {
    List<Origin> all = new ArrayList<>(meetings(tx, MEETING.PLATFORM_ID.eq(platform)));
    all.addAll(letters(tx, REQUEST.PLATFORM_ID.eq(platform)));
    all.addAll(decisions(tx, ACCESS_DECISION.PLATFORM_ID.eq(platform)));
    return all;
  }

  /** One of a platform's. */
  Optional<Origin> find(Tx tx, long platform, CommitmentSource source, long id) {
    return switch (source) {
      case MEETING ->
          meetings(tx, MEETING.ID.eq(id).and(MEETING.PLATFORM_ID.eq(platform))).stream()
              .findFirst();
      case LETTER ->
          letters(tx, LETTER.ID.eq(id).and(REQUEST.PLATFORM_ID.eq(platform))).stream().findFirst();
      case DECISION ->
          decisions(tx, ACCESS_DECISION.ID.eq(id).and(ACCESS_DECISION.PLATFORM_ID.eq(platform)))
              .stream()
              .findFirst();
      case OWN -> Optional.empty();
    };
  }

  /** What a commitment comes from; none of one's own accord, nor where it was typed. */
  Optional<Origin> of(Tx tx, Commitment of) {
    return tx.sql()
        .select(COMMITMENT.MEETING_ID, COMMITMENT.LETTER_ID, COMMITMENT.DECISION_ID)
        .from(COMMITMENT)
        .where(COMMITMENT.ID.eq(of.id()))
        .fetchOptional(
            r ->
                Optional.ofNullable(r.value1())
                    .or(() -> Optional.ofNullable(r.value2()))
                    .or(() -> Optional.ofNullable(r.value3())))
        .flatMap(id -> id)
        .flatMap(id -> find(tx, of.of().platformId(), of.source(), id));
  }

  private static List<Origin> meetings(Tx tx, Condition some) {
    return tx.sql()
        .select(MEETING.ID, MEETING.HELD_ON, MEETING.PLACE)
        .from(MEETING)
        .where(some)
        .orderBy(MEETING.HELD_ON.desc(), MEETING.ID.desc())
        .limit(MOST)
        .fetch(r -> new Origin(CommitmentSource.MEETING, r.value1(), "", r.value2(), r.value3()));
  }

  private static List<Origin> letters(Tx tx, Condition some) {
    return tx.sql()
        .select(LETTER.ID, LETTER.NUMBER, LETTER.SENT_AT)
        .from(LETTER)
        .join(REQUEST)
        .on(REQUEST.ID.eq(LETTER.REQUEST_ID))
        .where(some)
        .orderBy(LETTER.ID.desc())
        .limit(MOST)
        .fetch(
            r ->
                new Origin(
                    CommitmentSource.LETTER,
                    r.value1(),
                    r.value2(),
                    LocalDate.ofInstant(r.value3(), Words.WIB),
                    ""));
  }

  private static List<Origin> decisions(Tx tx, Condition some) {
    return tx.sql()
        .select(ACCESS_DECISION.ID, ACCESS_DECISION.NUMBER, ACCESS_DECISION.SIGNED_AT)
        .from(ACCESS_DECISION)
        .where(some, ACCESS_DECISION.SIGNED_AT.isNotNull(), ACCESS_DECISION.NUMBER.isNotNull())
        .orderBy(ACCESS_DECISION.ID.desc())
        .limit(MOST)
        .fetch(
            r ->
                new Origin(
                    CommitmentSource.DECISION,
                    r.value1(),
                    r.value2(),
                    LocalDate.ofInstant(r.value3(), Words.WIB),
                    ""));
  }
}

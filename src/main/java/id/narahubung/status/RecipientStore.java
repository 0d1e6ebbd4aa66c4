package id.narahubung.status;

import static id.narahubung.db.Tables.STATUS_RECIPIENT;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;

import id.narahubung.access.NotFound;
import id.narahubung.access.Share;
import id.narahubung.access.Stale;
import id.narahubung.data.Tx;
import id.narahubung.status.OutsideRecipient.Content;
import id.narahubung.text.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;

/** Offices outside the portal that get the ministry's week. */
final class RecipientStore {

  /** Who is written to first, then by the office. */
  List<OutsideRecipient> list(Tx tx) {
    return list(tx, noCondition());
  }

  OutsideRecipient fetch(Tx tx, long id) {
    return list(tx, STATUS_RECIPIENT.ID.eq(id)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("recipient " + id));
  }

  Optional<OutsideRecipient> find(Tx tx, String address) {
    return list(tx, lower(STATUS_RECIPIENT.ADDRESS).eq(address.toLowerCase(Locale.ROOT))).stream()
        .findFirst();
  }

  private static List<OutsideRecipient> list(Tx tx, Condition which) {
    return tx.sql()
        .select(
            STATUS_RECIPIENT.ID,
            STATUS_RECIPIENT.ADDRESS,
            STATUS_RECIPIENT.OFFICE,
            STATUS_RECIPIENT.LANGUAGE,
            STATUS_RECIPIENT.ACTIVE,
            STATUS_RECIPIENT.VERSION)
        .from(STATUS_RECIPIENT)
        .where(which)
        .orderBy(STATUS_RECIPIENT.ACTIVE.desc(), STATUS_RECIPIENT.OFFICE, STATUS_RECIPIENT.ID)
        .fetch(
            row ->
                new OutsideRecipient(
                    row.value1(),
                    new Content(row.value2(), row.value3(), Language.of(row.value4())),
                    row.value5(),
                    row.value6()));
  }

  long insert(Tx tx, Content content) {
    return tx.sql()
        .insertInto(STATUS_RECIPIENT)
        .set(STATUS_RECIPIENT.SIDE, Share.MINISTRY)
        .set(STATUS_RECIPIENT.ADDRESS, content.address())
        .set(STATUS_RECIPIENT.OFFICE, content.office())
        .set(STATUS_RECIPIENT.LANGUAGE, content.language().code())
        .set(STATUS_RECIPIENT.ACTIVE, true)
        .returningResult(STATUS_RECIPIENT.ID)
        .fetchSingle()
        .value1();
  }

  void save(Tx tx, long id, int version, Content content, boolean active) {
    int saved =
        tx.sql()
            .update(STATUS_RECIPIENT)
            .set(STATUS_RECIPIENT.ADDRESS, content.address())
            .set(STATUS_RECIPIENT.OFFICE, content.office())
            .set(STATUS_RECIPIENT.LANGUAGE, content.language().code())
            .set(STATUS_RECIPIENT.ACTIVE, active)
            .set(STATUS_RECIPIENT.VERSION, STATUS_RECIPIENT.VERSION.plus(1))
            .where(STATUS_RECIPIENT.ID.eq(id), STATUS_RECIPIENT.VERSION.eq(version))
            .execute();
    if (saved == 0) {
      throw new Stale("recipient " + id);
    }
  }
}

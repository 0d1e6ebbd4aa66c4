package id.narahubung.status;

import static id.narahubung.db.Tables.STATUS_MAIL;
import static id.narahubung.db.Tables.STATUS_TOLD;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.figures.Week;
import id.narahubung.mail.NewMail.Addressee;
import id.narahubung.text.Language;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who gets the status of a week, who has got it, and which weeks are told. */
final class ReaderStore {

  /**
   * Somebody who gets it.
   *
   * @param company whose week it is; none where it is the ministry's
   * @param role what the reader is here, or the office outside
   * @param mayRemark whether a role of the reader's own lets them say something about a number
   * @param made whether the mail is in the outbox
   */
  record Reader(
      Addressee to,
      Optional<Long> company,
      Language language,
      String role,
      String address,
      boolean mayRemark,
      boolean made) {}

  /** Those that have no mail of the week yet. */
  List<Reader> missing(Tx tx, Week week) {
    return list(tx, week).stream().filter(each -> !each.made()).toList();
  }

  /**
   * Everybody with a role that reads it, who works here still and did not decline it, and the
   * offices outside.
   */
  List<Reader> list(Tx tx, Week week) {
    return tx.sql()
        .fetch(
            """
            select p.id, false as outside, p.side, p.organisation_id, p.language, p.email as address, r.role, r.remarks,
              exists (select from status_mail m where m.week = ? and m.person_id = p.id) as made
            from person p
              cross join lateral (select min(r.role) as role, bool_or(r.role = any (?)) as remarks from person_role r
                where r.person_id = p.id and r.role = any (?) and r.request_id is null
                  and coalesce(r.ends_at > ?::timestamptz, true)) r
              left join notice_setting s on s.person_id = p.id
            where p.active and r.role is not null and coalesce(s.weekly_status, true)
            union all
            select o.id, true, 'ministry', m.id, o.language, o.address, o.office, false,
              exists (select from status_mail t where t.week = ? and t.recipient_id = o.id)
            from status_recipient o cross join organisation m
            where o.active and m.side = 'ministry'
            order by 3 desc, 4, 2 desc, 1""",
            week.code(),
            roles(Permission.REMARK_ON_STATUS),
            roles(Permission.VIEW_STATUS),
            tx.now().toString(),
            week.code())
        .map(
            row -> {
              Side side = Side.valueOf(row.get("side", String.class).toUpperCase(Locale.ROOT));
              long organisation = row.get("organisation_id", Long.class);
              return new Reader(
                  new Addressee(
                      row.get("id", Long.class),
                      row.get("outside", Boolean.class),
                      side,
                      organisation),
                  side == Side.COMPANY ? Optional.of(organisation) : Optional.empty(),
                  Language.of(row.get("language", String.class)),
                  row.get("role", String.class),
                  row.get("address", String.class),
                  row.get("remarks", Boolean.class),
                  row.get("made", Boolean.class));
            });
  }

  private static String[] roles(Permission permission) {
    return Role.holding(permission).stream().map(Role::code).toArray(String[]::new);
  }

  /** Notes that this mail is theirs; a second one breaks status_mail_person_once. */
  void insert(Tx tx, Week week, Addressee to, long mail) {
    tx.sql()
        .insertInto(STATUS_MAIL)
        .set(STATUS_MAIL.MAIL_ID, mail)
        .set(STATUS_MAIL.WEEK, week.code())
        .set(STATUS_MAIL.PERSON_ID, to.outside() ? null : to.id())
        .set(STATUS_MAIL.RECIPIENT_ID, to.outside() ? to.id() : null)
        .execute();
  }

  /** Frozen weeks since the portal sends the status that are not told, the oldest first. */
  List<Week> untold(Tx tx) {
    return tx.sql()
        .fetch(
            "select w.code from status_week w join status_start s on w.code >= s.week where not"
                + " exists (select from status_told t where t.week = w.code) order by w.from_at")
        .map(row -> Week.of(row.get("code", String.class)));
  }

  /** Everybody has a mail of it. */
  void told(Tx tx, Week week) {
    tx.sql()
        .insertInto(STATUS_TOLD)
        .set(STATUS_TOLD.WEEK, week.code())
        .set(STATUS_TOLD.TOLD_AT, tx.now())
        .onConflictDoNothing()
        .execute();
  }

  /** The viewer's own mail of a week. */
  Optional<Long> own(Tx tx, Week week) {
    return tx.sql()
        .select(STATUS_MAIL.MAIL_ID)
        .from(STATUS_MAIL)
        .where(STATUS_MAIL.WEEK.eq(week.code()), STATUS_MAIL.PERSON_ID.eq(tx.person().personId()))
        .fetchOptional(row -> row.value1());
  }

  /** Since when a week is told; none where it is not. */
  Optional<Instant> toldAt(Tx tx, Week week) {
    return tx.sql()
        .select(STATUS_TOLD.TOLD_AT)
        .from(STATUS_TOLD)
        .where(STATUS_TOLD.WEEK.eq(week.code()))
        .fetchOptional(row -> row.value1());
  }
}

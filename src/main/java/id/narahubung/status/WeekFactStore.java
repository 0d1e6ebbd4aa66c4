package id.narahubung.status;

import id.narahubung.commitments.CommitmentStage;
import id.narahubung.commitments.FindingResult;
import id.narahubung.commitments.Standing;
import id.narahubung.data.Tx;
import id.narahubung.decisions.AccessHistory;
import id.narahubung.figures.Period;
import id.narahubung.requests.Item;
import id.narahubung.rules.DecisionKind.Effect;
import id.narahubung.status.CompanyWeek.Contested;
import id.narahubung.status.CompanyWeek.Finding;
import id.narahubung.status.CompanyWeek.Signing;
import id.narahubung.status.CompanyWeek.Warning;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/**
 * Reads, as of a period's end, what stands beside the figures of a week: only from rows that had
 * been written by then. Each list is one statement, however many companies there are.
 */
final class WeekFactStore {

  /** That an order r is of a category of which nothing but number and clock leaves the portal. */
  static final String RESTRICTED =
      "select from category k where k.rule_set_id = r.rule_set_id and k.code = r.category_code and"
          + " k.restricted";

  private static final Duration ROSTER = Duration.ofDays(7);

  /**
   * A commitment as it stood, and what is kept of it besides.
   *
   * @param soonDays from how many days before it counts as due soon
   * @param fresh whether it was checked in the period
   */
  record Promised(
      String number,
      long platform,
      long ruleSet,
      String kind,
      Optional<BigDecimal> target,
      Standing standing,
      int soonDays,
      boolean fresh) {}

  /** What a query asks of: the companies, the period's instants, and what its own sql asks for. */
  static Result<Record> ask(
      Tx tx, String sql, Collection<Long> companies, Period period, Object... others) {
    return tx.sql()
        .fetch(
            "with asked as (select ?::bigint[] as companies, ?::timestamptz as from_at,"
                + " ?::timestamptz as as_of) "
                + sql,
            Stream.concat(
                    Stream.of(
                        companies.toArray(Long[]::new),
                        period.from().toString(),
                        period.asOf().toString()),
                    Stream.of(others))
                .toArray());
  }

  /** The companies there were. */
  List<Long> companies(Tx tx, Period period) {
    return tx.sql()
        .fetch(
            "select o.id from organisation o where o.side = 'company' and o.created_at <"
                + " ?::timestamptz order by o.name, o.id",
            period.asOf().toString())
        .map(row -> row.get("id", Long.class));
  }

  /** Every platform of these companies, with the decisions that were signed about it. */
  Map<Long, Map<Long, List<AccessHistory.Signed>>> signed(
      Tx tx, Collection<Long> companies, Period period) {
    Map<Long, Map<Long, List<AccessHistory.Signed>>> all = new LinkedHashMap<>();
    for (Record row :
        ask(
            tx,
            """
            select p.company_id, p.id, d.number, k.effect, k.needs_conditions, d.signed_at::timestamptz,
              d.starts_at::timestamptz, d.ends_at::timestamptz
            from asked a join platform p on p.company_id = any (a.companies) and p.created_at < a.as_of
              left join access_decision d on d.platform_id = p.id and d.stage = 'signed' and d.signed_at < a.as_of
              left join decision_kind k on k.rule_set_id = d.rule_set_id and k.code = d.kind_code
            order by p.company_id, p.name, p.id, d.id""",
            companies,
            period)) {
      List<AccessHistory.Signed> signed =
          all.computeIfAbsent(row.get("company_id", Long.class), id -> new LinkedHashMap<>())
              .computeIfAbsent(row.get("id", Long.class), id -> new ArrayList<>());
      String number = row.get("number", String.class);
      if (number != null) {
        signed.add(
            new AccessHistory.Signed(
                number,
                Effect.valueOf(row.get("effect", String.class).toUpperCase(Locale.ROOT)),
                row.get("needs_conditions", Boolean.class),
                row.get("signed_at", Instant.class),
                row.get("starts_at", Instant.class),
                Optional.ofNullable(row.get("ends_at", Instant.class))));
      }
    }
    return all;
  }

  /** What was seen at a look, and from where. */
  record Look(String verdict, boolean again, String surface, String country, boolean signedIn) {}

  /**
   * What was seen at these looks; of items of a restricted category nothing, since a mail tells of
   * none.
   */
  Map<Long, Look> looks(Tx tx, Collection<Long> looks) {
    return tx.sql()
        .fetch(
            "select c.* from item_check c join item i on i.id = c.item_id join request r on r.id ="
                + " i.request_id where c.id = any (?) and not exists ("
                + RESTRICTED
                + ")",
            (Object) looks.toArray(Long[]::new))
        .intoMap(
            row -> row.get("id", Long.class),
            row ->
                new Look(
                    row.get("verdict", String.class),
                    row.get("again", Boolean.class),
                    row.get("surface", String.class),
                    row.get("country", String.class),
                    row.get("signed_in", Boolean.class)));
  }

  /** What was found of commitments in the period and fell short, the newest first. */
  Map<Long, List<Finding>> findings(Tx tx, Collection<Long> companies, Period period) {
    return ask(
            tx,
            """
            select c.company_id, c.number, c.platform_id, c.rule_set_id, c.kind_code, f.verification_number, f.result, f.value, f.as_of
            from asked a join commitment_finding f on f.company_id = any (a.companies) and f.result in ('partly', 'fail')
              join event e on e.id = f.event_id and e.at >= a.from_at and e.at < a.as_of
              join commitment c on c.id = f.commitment_id
            order by c.company_id, f.id desc""",
            companies,
            period)
        .intoGroups(
            row -> row.get("company_id", Long.class),
            row ->
                new Finding(
                    row.get("number", String.class),
                    row.get("platform_id", Long.class),
                    row.get("rule_set_id", Long.class),
                    row.get("kind_code", String.class),
                    text(row.get("verification_number", String.class)),
                    row.get("result", String.class),
                    value(row, "value")
                        .map(each -> each.stripTrailingZeros().toPlainString())
                        .orElse(""),
                    row.get("as_of", LocalDate.class).toString()));
  }

  private static String item(Record row) {
    return row.get("number", String.class)
        + "/"
        + Item.shortNumber(row.get("ordinal", Integer.class));
  }

  /** Every commitment as it stood. */
  Map<Long, List<Promised>> promised(Tx tx, Collection<Long> companies, Period period) {
    return ask(
            tx,
            """
            select c.*, u.commitment_soon_days, k.self_measured, exists (select from commitment_finding f join event e on e.id = f.event_id
                and e.at >= a.from_at and e.at < a.as_of
                where f.commitment_id = c.id and f.version = c.in_force and f.result <> 'unchecked') as fresh
            from asked a cross join commitments_at(a.as_of) c join rule_set u on u.id = c.rule_set_id
              join commitment_kind k on k.rule_set_id = c.rule_set_id and k.code = c.kind_code
            where c.company_id = any (a.companies)
            order by c.company_id, c.due_on, c.number""",
            companies,
            period)
        .intoGroups(row -> row.get("company_id", Long.class), WeekFactStore::promised);
  }

  private static Promised promised(Record row) {
    Optional<LocalDate> reportedOn = day(row, "reported_on");
    return new Promised(
        row.get("number", String.class),
        row.get("platform_id", Long.class),
        row.get("rule_set_id", Long.class),
        row.get("kind_code", String.class),
        value(row, "target"),
        new Standing(
            CommitmentStage.valueOf(row.get("stage", String.class).toUpperCase(Locale.ROOT)),
            row.get("latest", Integer.class),
            Optional.ofNullable(row.get("in_force", Integer.class)),
            row.get("due_on", LocalDate.class),
            row.get("late_after", LocalDate.class),
            row.get("condition", Boolean.class),
            row.get("self_measured", Boolean.class),
            reportedOn.map(on -> new Standing.Reported(value(row, "reported_value"), on)),
            day(row, "claimed_on"),
            Optional.ofNullable(row.get("result", String.class))
                .map(code -> FindingResult.valueOf(code.toUpperCase(Locale.ROOT))),
            value(row, "verified_value"),
            day(row, "verified_on"),
            day(row, "verified_until"),
            new Standing.Proof(
                row.get("evidence_files", Integer.class),
                day(row, "evidence_on"),
                day(row, "evidence_until"))),
        row.get("commitment_soon_days", Integer.class),
        row.get("fresh", Boolean.class));
  }

  private static Optional<LocalDate> day(Record row, String name) {
    return Optional.ofNullable(row.get(name, LocalDate.class));
  }

  private static Optional<BigDecimal> value(Record row, String name) {
    return Optional.ofNullable(row.get(name, BigDecimal.class));
  }

  /**
   * Letters that are open, or were sent in the period; the one due first before the others. Of one
   * about an order of a restricted category number and clock alone.
   */
  Map<Long, List<Warning>> letters(Tx tx, Collection<Long> companies, Period period) {
    return ask(
            tx,
            """
            select l.company_id, l.number, l.rule_set_id, l.sent_at::timestamptz, l.due_at::timestamptz,
              case when not k.kept then l.stage_code end as stage_code, case when k.kept then 0 else l.items end as items,
              case when k.kept then 0 else coalesce(l.fine, 0) end as fine, case when k.kept then 0 else l.paid end as paid,
              l.contested_until::timestamptz, l.open, l.open and l.due_at < a.as_of as overdue
            from asked a cross join letters_at(a.as_of) l
              join letter t on t.id = l.id
              join request r on r.id = t.request_id
              cross join lateral (select exists (%s) as kept) k
            where l.company_id = any (a.companies) and (l.open or l.sent_at >= a.from_at)
            order by l.company_id, l.due_at, l.id"""
                .formatted(RESTRICTED),
            companies,
            period)
        .intoGroups(
            row -> row.get("company_id", Long.class),
            row ->
                new Warning(
                    row.get("number", String.class),
                    row.get("rule_set_id", Long.class),
                    text(row.get("stage_code", String.class)),
                    row.get("sent_at", Instant.class).toString(),
                    row.get("due_at", Instant.class).toString(),
                    row.get("items", Integer.class),
                    row.get("fine", Long.class),
                    row.get("paid", Long.class),
                    text(row.get("contested_until", Instant.class)),
                    row.get("open", Boolean.class),
                    row.get("overdue", Boolean.class)));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /**
   * Objections that wait, the one due first before the others, then those decided in the period; to
   * none about an item of a restricted category.
   */
  Map<Long, List<Contested>> objections(Tx tx, Collection<Long> companies, Period period) {
    return ask(
            tx,
            """
            select o.company_id, r.number, i.ordinal, d.outcome, coalesce(d.decided_at, o.due_at)::timestamptz as at
            from asked a join objection o on o.company_id = any (a.companies) and o.filed_at < a.as_of
              left join objection_decision d on d.answer_id = o.answer_id and d.decided_at < a.as_of
              join item i on i.id = o.item_id
              join request r on r.id = i.request_id
            where coalesce(d.decided_at >= a.from_at, true) and not exists (%s)
            order by o.company_id, d.decided_at nulls first, o.due_at, o.answer_id"""
                .formatted(RESTRICTED),
            companies,
            period)
        .intoGroups(
            row -> row.get("company_id", Long.class),
            row ->
                new Contested(
                    item(row),
                    text(row.get("outcome", String.class)),
                    row.get("at", Instant.class).toString()));
  }

  /** What waited for a signature on each side. */
  Map<Long, Signing> signing(Tx tx, Collection<Long> companies, Period period) {
    return ask(
            tx,
            """
            select u.company_id,
              count(*) filter (where u.what = 'commitment' and u.of_side = 'company')::integer as company_commitments,
              count(*) filter (where u.what = 'commitment' and u.of_side = 'ministry')::integer as ministry_commitments,
              count(*) filter (where u.what = 'minutes' and u.of_side = 'company')::integer as company_minutes,
              count(*) filter (where u.what = 'minutes' and u.of_side = 'ministry')::integer as ministry_minutes
            from asked a cross join lateral (
              select c.company_id, 'commitment' as what, s.of_side
              from commitments_at(a.as_of) c join commitment_version v on v.commitment_id = c.id and v.number = c.latest
                cross join (values ('company'), ('ministry')) s (of_side)
              where c.company_id = any (a.companies) and c.stage <> 'cancelled' and c.latest > coalesce(c.in_force, 0)
                and (select count(*) from commitment_signature g join event e on e.id = g.event_id and e.at < a.as_of
                  where g.commitment_id = c.id and g.version = c.latest and g.of_side = s.of_side)
                  < case when v.two_hands and s.of_side = 'ministry' then 2 else 1 end
                and not exists (select from commitment_refusal f join event e on e.id = f.event_id and e.at < a.as_of
                  where f.commitment_id = c.id and f.version = c.latest)
              union all
              select m.company_id, 'minutes', s.of_side
              from minutes m cross join (values ('company'), ('ministry')) s (of_side)
              where m.company_id = any (a.companies) and m.written_at < a.as_of
                and not exists (select from minutes n where n.meeting_id = m.meeting_id and n.number > m.number
                  and n.written_at < a.as_of)
                and not exists (select from minutes_signature g where g.meeting_id = m.meeting_id and g.number = m.number
                  and g.of_side = s.of_side and g.signed_at < a.as_of)) u
            group by u.company_id""",
            companies,
            period)
        .intoMap(
            row -> row.get("company_id", Long.class),
            row ->
                new Signing(
                    row.get("company_commitments", Integer.class),
                    row.get("ministry_commitments", Integer.class),
                    row.get("company_minutes", Integer.class),
                    row.get("ministry_minutes", Integer.class)));
  }

  /** Of the hours of the coming week those in which somebody of a company is on duty. */
  Map<Long, Integer> dutyHours(Tx tx, Collection<Long> companies, Period period) {
    return tx.sql()
        .fetch(
            "select c.id, duty_hours(c.id, ?::timestamptz, ?::timestamptz) as hours"
                + " from unnest(?::bigint[]) c (id)",
            period.to().toString(),
            period.to().plus(ROSTER).toString(),
            companies.toArray(Long[]::new))
        .intoMap(row -> row.get("id", Long.class), row -> row.get("hours", Integer.class));
  }

  /** What an order is, beside its number. */
  record Order(boolean urgent, boolean restricted) {}

  /** These orders, by their numbers. */
  Map<String, Order> orders(Tx tx, Collection<String> numbers) {
    return tx.sql()
        .fetch(
            "select r.number, u.mark, exists ("
                + RESTRICTED
                + ") as restricted from request r join urgency u on u.rule_set_id = r.rule_set_id"
                + " and u.code = r.urgency_code where r.number = any (?)",
            (Object) numbers.toArray(String[]::new))
        .intoMap(
            row -> row.get("number", String.class),
            row -> new Order(row.get("mark", Boolean.class), row.get("restricted", Boolean.class)));
  }
}

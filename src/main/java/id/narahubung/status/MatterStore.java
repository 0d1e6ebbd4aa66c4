package id.narahubung.status;

import id.narahubung.data.Tx;
import id.narahubung.decisions.Completeness;
import id.narahubung.figures.Period;
import id.narahubung.status.CompanyWeek.Matter;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a company asked of the ministry besides its items: to open again, and to think again
 * about a letter or a decision. What waited at a period's end, and what ended in the period; both
 * sides' weeks are made of it. Of a letter about an order of a restricted category number and clock
 * alone.
 */
final class MatterStore {

  static final String NORMALISATION = "normalisation";

  /** A matter, and whose it is. */
  record Of(long company, Matter matter) {}

  /** Those that wait, the one due first before the others, then those that ended, by time. */
  List<Of> list(Tx tx, Collection<Long> companies, Period period) {
    List<Record> rows =
        WeekFactStore.ask(
            tx,
            """
            select m.* from asked a cross join lateral (
              select 'normalisation' as kind, n.id, n.number, n.company_id, n.platform_id, n.filed_at, null::timestamptz as due_at,
                e.outcome, e.by_number, e.at as ended_at
              from normalisation_request n
                left join lateral (
                  select d.signed_at as at, k.effect as outcome, d.number as by_number
                  from access_decision d join decision_kind k on k.rule_set_id = d.rule_set_id and k.code = d.kind_code
                  where d.platform_id = n.platform_id and k.effect in ('restore', 'refusal')
                    and d.signed_at >= n.filed_at and d.signed_at < a.as_of
                  union all
                  select w.withdrawn_at, 'withdrawn', '' from normalisation_withdrawal w
                  where w.normalisation_id = n.id and w.withdrawn_at < a.as_of
                  order by at limit 1) e on true
              where n.company_id = any (a.companies)
              union all
              select 'letter_objection', o.letter_id, l.number, o.company_id, case when k.kept then 0 else r.platform_id end,
                o.filed_at, o.due_at, case when k.kept and e.at is not null then 'kept' else e.outcome end, '', e.at
              from letter_objection o join letter l on l.id = o.letter_id join request r on r.id = l.request_id
                cross join lateral (select exists (%s) as kept) k
                left join lateral (
                  select d.decided_at as at, d.outcome from letter_objection_decision d
                  where d.letter_id = o.letter_id and d.decided_at < a.as_of
                  union all
                  select w.withdrawn_at, 'letter_withdrawn' from letter_withdrawal w
                  where w.letter_id = o.letter_id and w.withdrawn_at < a.as_of
                  order by at limit 1) e on true
              where o.company_id = any (a.companies)
              union all
              select 'decision_objection', o.decision_id, d.number, o.company_id, d.platform_id, o.filed_at, o.due_at,
                e.outcome, '', e.ended_at
              from decision_objection o join access_decision d on d.id = o.decision_id
                left join decision_objection_end e on e.decision_id = o.decision_id and e.ended_at < a.as_of
              where o.company_id = any (a.companies)) m
            where m.filed_at < a.as_of and coalesce(m.ended_at >= a.from_at, true)"""
                .formatted(WeekFactStore.RESTRICTED),
            companies,
            period);
    Map<Long, Clock> clocks =
        clocks(
            tx,
            rows.stream()
                .filter(row -> isAsked(row) && row.get("ended_at") == null)
                .map(row -> row.get("id", Long.class))
                .toList(),
            period);
    return rows.stream().map(row -> of(row, clocks)).sorted(BY_CLOCK).toList();
  }

  private static final Comparator<Of> BY_CLOCK =
      Comparator.comparing((Of each) -> !each.matter().waits())
          .thenComparing(each -> each.matter().waits() && each.matter().due().isEmpty())
          .thenComparing(
              each -> each.matter().waits() ? each.matter().due() : each.matter().ended())
          .thenComparing(each -> each.matter().kind())
          .thenComparing(each -> each.matter().number());

  private static boolean isAsked(Record row) {
    return row.get("kind", String.class).equals(NORMALISATION);
  }

  private static Of of(Record row, Map<Long, Clock> clocks) {
    boolean waits = row.get("ended_at") == null;
    Clock clock =
        isAsked(row)
            ? clocks.getOrDefault(row.get("id", Long.class), Clock.NONE)
            : new Clock(text(instant(row, "due_at")), "");
    return new Of(
        row.get("company_id", Long.class),
        new Matter(
            row.get("kind", String.class),
            row.get("number", String.class),
            row.get("platform_id", Long.class),
            waits ? clock.due() : "",
            text(row.get("outcome", String.class)),
            text(row.get("by_number", String.class)),
            text(instant(row, "ended_at")),
            waits ? clock.rests() : ""));
  }

  private static @Nullable Instant instant(Record row, String name) {
    return row.get(name, Instant.class);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** As {@link Matter} holds it. */
  private record Clock(String due, String rests) {

    static final Clock NONE = new Clock("", "");
  }

  /**
   * The clock of each of these requests to open again, by the papers that had come by the period's
   * end and what was said of them; none of one without a paper.
   */
  private static Map<Long, Clock> clocks(Tx tx, Collection<Long> requests, Period period) {
    if (requests.isEmpty()) {
      return Map.of();
    }
    return tx
        .sql()
        .fetch(
            """
            select n.id, s.normalisation_hours, p.entry_code, p.counts, p.at::timestamptz,
              array(select c.code from checklist_entry c where c.rule_set_id = n.rule_set_id and c.list = 'normalisation'
                order by c.position) as wanted
            from normalisation_request n join rule_set s on s.id = n.rule_set_id
              join lateral (
                select p.event_id, p.entry_code, true as counts, p.added_at as at from normalisation_paper p
                where p.normalisation_id = n.id
                union all
                select l.event_id, l.entry_code, false, l.called_at from normalisation_lack l
                where l.normalisation_id = n.id) p on p.at < ?::timestamptz
            where n.id = any (?)
            order by n.id, p.event_id, p.counts desc""",
            period.asOf().toString(),
            requests.toArray(Long[]::new))
        .intoGroups(row -> row.get("id", Long.class))
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> clock(each.getValue())));
  }

  private static Clock clock(List<Record> steps) {
    Record first = steps.getFirst();
    Duration within = Duration.ofHours(first.get("normalisation_hours", Integer.class));
    Completeness papers =
        Completeness.of(
            List.of(first.get("wanted", String[].class)),
            steps.stream()
                .map(
                    row ->
                        new Completeness.Step(
                            row.get("entry_code", String.class),
                            row.get("counts", Boolean.class),
                            row.get("at", Instant.class)))
                .toList());
    return new Clock(
        papers.dueAt(within).map(Instant::toString).orElse(""),
        !papers.rests() ? "" : papers.spent().compareTo(within) > 0 ? "late" : "in_time");
  }
}

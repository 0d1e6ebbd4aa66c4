package id.narahubung.status;

import id.narahubung.data.Tx;
import id.narahubung.figures.Period;
import id.narahubung.status.MinistryWeek.Need;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads what only the ministry can decide, as of a period's end. */
final class NeedStore {

  private final MatterStore matters;

  NeedStore(MatterStore matters) {
    this.matters = matters;
  }

  /**
   * What waits, the one due first before the others.
   *
   * @param openings the numbers of the restores by which access stood then
   */
  List<Need> needed(Tx tx, Collection<Long> companies, Collection<String> openings, Period period) {
    return Stream.concat(
            waiting(tx, companies, openings, period).stream(),
            matters.list(tx, companies, period).stream()
                .filter(each -> each.matter().waits())
                .map(NeedStore::need))
        .sorted(BY_TIME)
        .toList();
  }

  private static final Comparator<Need> BY_TIME =
      Comparator.comparing((Need each) -> each.due().isEmpty())
          .thenComparing(Need::due)
          .thenComparing(Need::kind)
          .thenComparing(Need::number)
          .thenComparing(Need::about);

  private static Need need(MatterStore.Of of) {
    CompanyWeek.Matter matter = of.matter();
    return new Need(
        matter.kind(), matter.number(), of.company(), matter.platform(), matter.due(), "");
  }

  /**
   * What nobody asked for in its own time. Of a waiver that has ended it is known whether the
   * commitment is met since, not whether an entry of the checklist is. Those of an opening were
   * seconded before it was signed, and so before the period's end.
   */
  private static List<Need> waiting(
      Tx tx, Collection<Long> companies, Collection<String> openings, Period period) {
    return WeekFactStore.ask(
            tx,
            """
            , opening as (
              select d.id, d.number, d.company_id, d.platform_id, k.needs_conditions, a.as_of,
                (a.as_of at time zone 'Asia/Jakarta')::date as day
              from asked a join access_decision d on d.company_id = any (a.companies) and d.number = any (?)
                join decision_kind k on k.rule_set_id = d.rule_set_id and k.code = d.kind_code
            ), condition as (
              select o.*, c.number as promise, 'commitment:' || c.number as cell, c.stage, c.due_on, c.verified_on, c.verified_until as holds_until,
                coalesce(c.in_force, c.latest) as version,
                case when c.result = 'pass' then case when c.verified_until < o.day then 'expired' else 'met' end
                  when c.result in ('partly', 'fail') then 'not_met' else 'missing' end as found
              from asked a cross join commitments_at(a.as_of) c
                join opening o on o.platform_id = c.platform_id
              where c.condition and c.stage in ('proposed', 'agreed')
            ), unmet as (
              select c.* from condition c
              where c.found <> 'met' and not exists (select from decision_waiver w
                join decision_waiver_second s on s.waiver_id = w.id
                where w.decision_id = c.id and w.cell = c.cell and w.found = c.found and w.version = c.version and w.until >= c.day)
            ), broken as (
              select u.*, case u.found when 'not_met' then u.promise || '/failed/' || coalesce(u.verified_on, u.day)
                when 'expired' then u.promise || '/expired/' || (u.holds_until + 1)
                else u.promise || '/late/' || (u.due_on + 1) end as what
              from unmet u
              where u.needs_conditions and u.stage = 'agreed' and (u.found <> 'missing' or u.due_on < u.day)
            ), review as (
              select b.id, b.number, b.company_id, b.platform_id, b.promise, b.what, b.as_of from broken b
              union all
              select u.id, u.number, u.company_id, u.platform_id, u.promise, u.cell || '/waiver/' || w.until, u.as_of
              from unmet u join decision_waiver w on w.decision_id = u.id and w.cell = u.cell and w.until < u.day
                join decision_waiver_second s on s.waiver_id = w.id
              where not exists (select from broken b where b.id = u.id and b.cell = u.cell)
            ), waiting as (
              select d.* from asked a join access_decision d on d.company_id = any (a.companies)
              where (select min(e.at) from decision_hand h join event e on e.id = h.event_id where h.decision_id = d.id) < a.as_of
                and (d.signed_at is null or d.signed_at >= a.as_of)
                and not exists (select from decision_withdrawal w where w.decision_id = d.id and w.withdrawn_at < a.as_of))
            select n.* from asked a cross join lateral (
              select 'sign' as kind, w.id::text as number, w.company_id, w.platform_id, '' as about
              from waiting w
              where not exists (select from decision_question q where q.decision_id = w.id and q.asked_at < a.as_of
                and not exists (select from decision_reply r where r.question_id = q.id and r.replied_at < a.as_of))
              union all
              select 'second', w.id::text, w.company_id, w.platform_id, ''
              from waiting w join decision_waiver v on v.decision_id = w.id and v.proposed_at < a.as_of
              where not exists (select from decision_waiver_second s where s.waiver_id = v.id and s.seconded_at < a.as_of)
              union all
              select 'decision_replace', d.number, d.company_id, d.platform_id, ''
              from decision_objection_end e join access_decision d on d.id = e.decision_id
              where e.company_id = any (a.companies) and e.outcome in ('accepted', 'narrowed') and e.ended_at < a.as_of
                and not exists (select from access_decision later where later.platform_id = d.platform_id
                  and later.signed_at >= e.ended_at and later.signed_at < a.as_of)
              union all
              select 'commitment', c.number, c.company_id, c.platform_id, ''
              from commitments_at(a.as_of) c join commitment_version v on v.commitment_id = c.id and v.number = c.latest
              where c.company_id = any (a.companies) and c.stage <> 'cancelled' and c.latest > coalesce(c.in_force, 0)
                and (select count(*) from commitment_signature g join event e on e.id = g.event_id and e.at < a.as_of
                  where g.commitment_id = c.id and g.version = c.latest and g.of_side = 'ministry')
                  < case when v.two_hands then 2 else 1 end
                and not exists (select from commitment_refusal f join event e on e.id = f.event_id and e.at < a.as_of
                  where f.commitment_id = c.id and f.version = c.latest)
              union all
              select distinct 'review', r.number, r.company_id, r.platform_id, r.promise
              from review r
              where not exists (select from decision_review d
                where d.decision_id = r.id and d.broken = r.what and d.reviewed_at < r.as_of)) n""",
            companies,
            period,
            (Object) openings.toArray(String[]::new))
        .map(
            row ->
                new Need(
                    row.get("kind", String.class),
                    row.get("number", String.class),
                    row.get("company_id", Long.class),
                    row.get("platform_id", Long.class),
                    "",
                    row.get("about", String.class)));
  }
}

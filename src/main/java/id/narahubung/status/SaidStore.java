package id.narahubung.status;

import id.narahubung.data.Tx;
import id.narahubung.figures.Period;
import id.narahubung.status.CompanyWeek.Said;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Record;

/** Of which numbers something was said in a period, as the week it was said in tells it. */
final class SaidStore {

  /** So many are told of each side. */
  private static final int MOST = 10;

  /**
   * Of one company.
   *
   * @param companyMore how many of its own are not told
   * @param ministryMore how many of the ministry's are not
   */
  record Heard(List<Said> said, int companyMore, int ministryMore) {

    static final Heard NOTHING = new Heard(List.of(), 0, 0);
  }

  /** Of each company about which something was said, the newest first. */
  Map<Long, Heard> heard(Tx tx, Collection<Long> companies, Period period) {
    return tx
        .sql()
        .fetch(
            """
            select s.* from (
              select r.company_id, r.week, r.measure, r.of_side, e.actor_role, r.written_at::timestamptz, r.id,
                row_number() over (partition by r.company_id, r.of_side order by r.id desc) as place,
                count(*) over (partition by r.company_id, r.of_side)::integer as all_of_side
              from status_remark r join event e on e.id = r.event_id
              where r.company_id = any (?) and r.written_at >= ?::timestamptz and r.written_at < ?::timestamptz) s
            where s.place <= ? order by s.id desc""",
            companies.toArray(Long[]::new),
            period.from().toString(),
            period.asOf().toString(),
            MOST)
        .intoGroups(row -> row.get("company_id", Long.class))
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> heard(each.getValue())));
  }

  private static Heard heard(List<Record> rows) {
    return new Heard(
        rows.stream()
            .map(
                row ->
                    new Said(
                        row.get("week", String.class),
                        row.get("measure", String.class),
                        row.get("of_side", String.class),
                        row.get("actor_role", String.class),
                        row.get("written_at", Instant.class).toString()))
            .toList(),
        more(rows, "company"),
        more(rows, "ministry"));
  }

  private static int more(List<Record> rows, String side) {
    return rows.stream()
        .filter(row -> row.get("of_side", String.class).equals(side))
        .findFirst()
        .map(row -> Math.max(0, row.get("all_of_side", Integer.class) - MOST))
        .orElse(0);
  }
}

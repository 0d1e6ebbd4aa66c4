package id.narahubung.commitments;

import id.narahubung.data.Tx;
import id.narahubung.text.Label;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads when texts of a platform's commitments came to count, and what checks found of them. */
public final class CommitmentTurnStore {

  /** More than fit a band; the newest. */
  private static final int MOST = 400;

  /** The newest first; texts of what was cancelled since among them, for they did count. */
  public List<CommitmentTurn> ofPlatform(Tx tx, long platform) {
    return tx.sql()
        .fetch(
            """
            with turn as (
              select f.commitment_id, f.version, f.result, f.as_of::timestamp at time zone 'Asia/Jakarta' as at
              from commitment_finding f join commitment c on c.id = f.commitment_id and c.platform_id = ?
              where f.result <> 'unchecked'
              union all
              select v.commitment_id, v.number, null, max(e.at)
              from commitment_version v join commitment c on c.id = v.commitment_id and c.platform_id = ?
                join commitment_signature s on s.commitment_id = v.commitment_id and s.version = v.number
                join event e on e.id = s.event_id
              group by v.commitment_id, v.number, v.two_hands
              having count(*) filter (where s.of_side = 'company') >= 1
                and count(*) filter (where s.of_side = 'ministry') >= case when v.two_hands then 2 else 1 end)
            select c.number, k.label_id, k.label_en, t.at::timestamptz as at, t.version, t.result
            from turn t join commitment c on c.id = t.commitment_id
              join commitment_kind k on k.rule_set_id = c.rule_set_id and k.code = c.kind_code
            order by t.at desc, c.number, t.version
            limit ?""",
            platform,
            platform,
            MOST)
        .map(
            row ->
                new CommitmentTurn(
                    row.get("number", String.class),
                    new Label(row.get("label_id", String.class), row.get("label_en", String.class)),
                    row.get("at", Instant.class),
                    row.get("version", Integer.class),
                    Optional.ofNullable(row.get("result", String.class))
                        .map(code -> FindingResult.valueOf(code.toUpperCase(Locale.ROOT)))));
  }
}

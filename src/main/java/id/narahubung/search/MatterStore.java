package id.narahubung.search;

import id.narahubung.access.Permission;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Tx;
import id.narahubung.text.Label;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.Record;

/**
 * Finds commitments, decisions, verifications, meetings, letters and requests to open again, by
 * number and words, through the walled tables: there are few of each, so no index is missed.
 */
final class MatterStore {

  private static final int FETCHED = 100;

  /** What was found. */
  enum Kind {
    COMMITMENT,
    DECISION,
    VERIFICATION,
    MEETING,
    LETTER,
    NORMALISATION;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A matter that was found.
   *
   * @param number empty for what has none: a meeting, a decision that is prepared
   * @param path of its page
   * @param title what kind it is, or what it is about
   * @param on the day it is of
   */
  record Found(
      Kind kind,
      String number,
      String path,
      Label title,
      Snippet text,
      String platform,
      LocalDate on) {}

  /** Only what is ruled out, or nothing but stop words, asks for nothing. */
  private static final String ASKED =
      """
      with typed as (
        select search_words(?) as asked, ? as part
      ), wanted as (
        select case when querytree(asked) in ('', 'T') then ''::tsquery else asked end as asked, upper(part) as number,
          case when length(part) >= 3
            then '%' || replace(replace(replace(part, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' end as piece
        from typed
      )
      select hit.kind, hit.number, hit.path, hit.title_id, hit.title_en, hit.on_day, p.name,
        search_snippet(hit.text, ?, 'MaxFragments=2, MinWords=10, MaxWords=28, FragmentDelimiter=" … "') as snippet
      from (
      """;

  private static final String BEST =
      """
      ) hit (kind, number, path, platform_id, title_id, title_en, on_day, text, rank)
      join platform p on p.id = hit.platform_id
      order by hit.rank desc, hit.on_day desc, hit.path
      """;

  private static final String COMMITMENTS =
      """
      select 'commitment', c.number, '/commitments/' || c.number, c.platform_id, k.label_id, k.label_en, v.due_on, v.text,
        case when c.number = w.number then 10 when c.number ilike w.piece then 5 else ts_rank(v.search, w.asked) end
      from wanted w
        cross join commitment c
        join commitment_version v on v.commitment_id = c.id and v.number = coalesce(c.in_force, c.latest)
        join commitment_kind k on k.rule_set_id = c.rule_set_id and k.code = c.kind_code
      where v.search @@ w.asked or c.number ilike w.piece
      """;

  private static final String DECISIONS =
      """
      select 'decision', coalesce(d.number, ''), '/decisions/' || coalesce(d.number, d.id::text), d.platform_id, k.label_id,
        k.label_en, (coalesce(d.signed_at, d.prepared_at) at time zone 'Asia/Jakarta')::date,
        concat_ws(E'\\n', d.recommendation, d.grounds, d.reasons_considered, d.public_statement),
        case when d.number = w.number then 10 when d.number ilike w.piece then 5 else ts_rank(d.search, w.asked) end
      from wanted w
        cross join access_decision d
        join decision_kind k on k.rule_set_id = d.rule_set_id and k.code = d.kind_code
      where d.stage <> 'withdrawn' and (d.search @@ w.asked or d.number ilike w.piece)
      """;

  /** What a company reads of a step is its result. */
  private static final String RESULTS =
      """
      select 'verification', r.step_number, '/verifications/' || r.step_number, r.platform_id, r.claim, r.claim,
        r.carried_out_on, r.findings,
        case when r.step_number = w.number then 10 when r.step_number ilike w.piece then 5 else ts_rank(r.search, w.asked) end
      from wanted w cross join verification_result r
      where r.search @@ w.asked or r.step_number ilike w.piece
      """;

  private static final String STEPS =
      """
      select 'verification', s.number, '/verifications/' || s.number, s.platform_id, s.claim, s.claim,
        coalesce(s.carried_out_on, s.planned_on), concat_ws(E'\\n', r.findings, s.notes, s.place),
        case when s.number = w.number then 10 when s.number ilike w.piece then 5
          else ts_rank(s.search, w.asked) + coalesce(ts_rank(r.search, w.asked), 0) end
      from wanted w
        cross join verification_step s
        left join verification_result r on r.step_number = s.number
      where s.search @@ w.asked or r.search @@ w.asked or s.number ilike w.piece
      """;

  private static final String MEETINGS =
      """
      select 'meeting', '', '/meetings/' || t.id, t.platform_id, m.agenda, m.agenda, t.held_on, m.body,
        ts_rank(m.search, w.asked)
      from wanted w
        cross join meeting t
        join lateral (
          select x.* from minutes x where x.meeting_id = t.id order by x.number desc limit 1) m on true
      where m.search @@ w.asked
      """;

  /**
   * By the subject of its order, and by what is written in it and said of it; of a restricted
   * category by the subject alone.
   */
  private static final String LETTERS =
      """
      select 'letter', l.number, '/letters/' || l.number, r.platform_id, s.label_id, s.label_en,
        (l.sent_at at time zone 'Asia/Jakarta')::date,
        concat_ws(E'\\n', r.subject, case when not c.restricted
          then concat_ws(E'\\n', l.note, l.left_out_reason, o.reason, d.reason, x.reason) end),
        case when l.number = w.number then 10 when l.number ilike w.piece then 5
          else ts_rank(r.search, w.asked) + case when c.restricted then 0 else ts_rank(said.search, w.asked) end end
      from wanted w
        cross join letter l
        join request r on r.id = l.request_id
        join category c on c.rule_set_id = r.rule_set_id and c.code = r.category_code
        join letter_stage s on s.rule_set_id = l.rule_set_id and s.code = l.stage_code
        left join letter_objection o on o.letter_id = l.id
        left join letter_objection_decision d on d.letter_id = l.id
        left join letter_withdrawal x on x.letter_id = l.id
        cross join lateral (select l.search || coalesce(o.search, ''::tsvector) || coalesce(d.search, ''::tsvector)
          || coalesce(x.search, ''::tsvector) as search) said
      where l.number ilike w.piece or ts_filter(r.search, '{a}') @@ w.asked or (not c.restricted and said.search @@ w.asked)
      """;

  private static final String NORMALISATIONS =
      """
      select 'normalisation', n.number, '/normalisations/' || n.number, n.platform_id, p.name, p.name,
        (n.filed_at at time zone 'Asia/Jakarta')::date, n.statement,
        case when n.number = w.number then 10 when n.number ilike w.piece then 5
          else ts_rank(search_vector(n.statement), w.asked) end
      from wanted w
        cross join normalisation_request n
        join platform p on p.id = n.platform_id
      where n.number ilike w.piece or search_vector(n.statement) @@ w.asked
      """;

  /** The best first; at most so many. */
  List<Found> find(Tx tx, SearchText text, int most) {
    List<Found> found = new ArrayList<>();
    each(tx, text, "limit " + most, found::add);
    return found;
  }

  /** The same one after the other, however many. */
  void each(Tx tx, SearchText text, Consumer<Found> work) {
    each(tx, text, "", work);
  }

  private static void each(Tx tx, SearchText text, String limit, Consumer<Found> work) {
    List<String> parts = parts(tx.person());
    if (parts.isEmpty()) {
      return;
    }
    try (Stream<Record> rows =
        tx
            .sql()
            .resultQuery(
                ASKED + String.join("union all\n", parts) + BEST + limit,
                text.words(),
                text.piece(),
                text.words())
            .fetchSize(FETCHED)
            .stream()) {
      rows.map(MatterStore::found).forEach(work);
    }
  }

  private static List<String> parts(PersonViewer viewer) {
    List<String> parts = new ArrayList<>();
    if (viewer.may(Permission.VIEW_COMMITMENTS)) {
      parts.add(COMMITMENTS);
    }
    if (viewer.may(Permission.VIEW_VERIFICATIONS)) {
      parts.add(viewer.side() == Side.COMPANY ? RESULTS : STEPS);
    }
    if (viewer.may(Permission.VIEW_DECISIONS)) {
      parts.add(DECISIONS);
      parts.add(NORMALISATIONS);
    }
    if (viewer.may(Permission.VIEW_REQUESTS)) {
      parts.add(LETTERS);
      parts.add(MEETINGS);
    }
    return parts;
  }

  private static Found found(Record r) {
    return new Found(
        Kind.valueOf(r.get("kind", String.class).toUpperCase(Locale.ROOT)),
        r.get("number", String.class),
        r.get("path", String.class),
        new Label(r.get("title_id", String.class), r.get("title_en", String.class)),
        Snippet.ofMarked(r.get("snippet", String.class)),
        r.get("name", String.class),
        r.get("on_day", LocalDate.class));
  }
}

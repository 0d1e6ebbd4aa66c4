package id.narahubung.data;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What a migration makes of what stood in the tables before it: one database is filled on its way
 * up, past the triggers and keys that a whole case would need, and read at its end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MigrationTest {

  private static final String EVENT =
      """
      insert into event (id, act_id, at, actor_side, actor_role, actor_code, company_id, side, kind, body)
      overriding system value
      values (%1$d, gen_random_uuid(), '%2$s 03:00+00', 'ministry', 'officer', 1, 7, 'both', 'a.b', '{}');
      """;

  private final TestDatabase db = TestDatabase.unmigrated();

  @BeforeAll
  void fillItOnItsWayUp() {
    Schema.migrate(db.owner(), "0536");
    db.pastTheTriggers(
        """
        insert into verification_step (id, company_id, side, platform_id, number, event_id, rule_set_id, method_code, claim,
          planned_on, place, officer_id, stage, notes)
        overriding system value
        select n, 7, 'ministry', 7, 'VR-2026-000' || n, 1, (select min(id) from rule_set), 'visit', 'Kantor', '2026-03-02',
          '', 1, 'planned', case n when 1 then 'Lantai 3.' else '' end
        from generate_series(1, 2) n;
        insert into verification_field (step_id, company_id, side, code, value)
        select n, 7, 'ministry', 'minutes', 'Dibacakan.' from generate_series(1, 2) n
        union all values (2, 7, 'ministry', 'uploaded', '20'), (2, 7, 'ministry', 'caught', '12');
        insert into verification_result (step_number, company_id, side, event_id, platform_id, rule_set_id, method_code,
          claim, carried_out_on, place, result, findings, follow_up, concluded_at)
        values ('VR-2026-0002', 7, 'both', 3, 7, (select min(id) from rule_set), 'blind', 'Filter', '2026-03-02', '',
          'fail', 'Delapan lolos.', 'none', '2026-03-02')""");
    Schema.migrate(db.owner(), "0550");
    db.pastTheTriggers(
        """
        insert into transparency_report (half, from_at, to_at, published_at, event_id)
        values ('2025-H1', '2025-01-01', '2025-07-01', '2025-07-15', 1);
        insert into transparency_figure (half, category, measure, part, label_id, label_en, numerator, denominator)
        values ('2025-H1', '', 'items', '', '', '', 5, 10)""");
    Schema.migrate(db.owner(), "0567");
    db.pastTheTriggers(
        EVENT.formatted(1, "2026-03-02")
            + EVENT.formatted(2, "2026-03-02")
            + EVENT.formatted(3, "2026-03-02")
            + EVENT.formatted(4, "2026-04-10")
            + """
            insert into commitment (id, platform_id, company_id, side, event_id, number, rule_set_id, kind_code,
              proposed_by_side, source, source_text)
            overriding system value
            values (1, 7, 7, 'both', 1, 'KM-2026-0001', (select min(id) from rule_set), 'local_office', 'company', 'own', '');
            insert into commitment_version (commitment_id, number, company_id, side, of_side, event_id, text, due_on, grace_days,
              condition, reason)
            values (1, 1, 7, 'both', 'company', 1, 'Kantor', '2026-03-30', 0, true, '');
            insert into commitment_signature (commitment_id, version, company_id, side, of_side, event_id)
            values (1, 1, 7, 'both', 'company', 1), (1, 1, 7, 'both', 'ministry', 2);
            insert into commitment_report (id, commitment_id, version, company_id, side, event_id, as_of, note, claims_met,
              evidence_on, evidence_until)
            overriding system value
            values (1, 1, 1, 7, 'both', 2, '2026-03-02', '', true, '2026-03-02', '2026-03-31'),
              (2, 1, 1, 7, 'both', 4, '2026-04-10', '', false, '2026-04-10', '2026-12-31');
            insert into commitment_evidence (report_id, commitment_id, company_id, side, file_id, name)
            values (1, 1, 7, 'both', 1, 'a.pdf'), (2, 1, 7, 'both', 1, 'b.pdf');
            insert into commitment_finding (commitment_id, version, company_id, side, event_id, result, as_of, valid_until,
              findings, verification_number)
            values (1, 1, 7, 'both', 3, 'pass', '2026-03-02', '2026-06-30', 'Ada.', 'VR-2026-0001');
            insert into verification_result (step_number, company_id, side, event_id, platform_id, rule_set_id, method_code,
              commitment_id, claim, carried_out_on, place, result, findings, valid_until, concluded_at)
            values ('VR-2026-0001', 7, 'both', 3, 7, (select min(id) from rule_set), 'visit', 1, 'Kantor', '2026-03-02', '',
              'pass', 'Ada.', '2026-06-30', '2026-03-02');
            insert into item (id, request_id, company_id, side, ordinal, url_given, url, url_hash, canonicaliser, standing,
              due_at, platform_id, category_code, urgency_code, reappeared_from)
            overriding system value
            select id, 1, 7, 'both', id, '', 'https://a.example/' || id, sha256(id::text::bytea), 1, standing, '2026-03-03',
              7, '04', 'ordinary', old
            from (values (1, 'withdrawn', null), (2, 'confirmed', null), (3, 'confirmed', null), (4, 'open', 2),
              (5, 'withdrawn', 3)) i (id, standing, old);
            insert into recheck (item_id, company_id, item_side, side, due_at)
            select n, 7, 'both', 'ministry', '2026-03-04' from generate_series(1, 3) n""");
    assertThat(Schema.migrate(db.owner())).isPositive();
  }

  @AfterAll
  void dropIt() throws Exception {
    db.drop();
  }

  /** V0540. */
  @Test
  void minutes_that_a_step_had_of_its_own_stand_among_its_notes() {
    assertThat(db.rows("select notes from verification_step order by id"))
        .containsExactly(
            "Lantai 3.\n\nBerita acara (catatan lama): Dibacakan.",
            "Berita acara (catatan lama): Dibacakan.");
    assertThat(db.rows("select code from verification_field order by code"))
        .containsExactly("caught", "uploaded");
  }

  /** V0551. */
  @Test
  void a_half_year_that_was_published_was_counted() {
    assertThat(
            db.rows(
                "select c.half, c.to_at = r.to_at, c.counted_at = r.published_at, f.numerator"
                    + " from transparency_count c join transparency_report r using (half)"
                    + " join transparency_figure f using (half)"))
        .containsExactly("2025-H1|t|t|5");
  }

  /** V0568. */
  @Test
  void only_what_is_confirmed_is_looked_at_again_and_says_whether_it_is_asked_for() {
    assertThat(db.rows("select item_id, asked_again from recheck order by item_id"))
        .containsExactly("2|t", "3|f");
  }

  /** V0570. */
  @Test
  void a_pass_ends_with_the_evidence_there_was_and_not_with_what_came_later() {
    assertThat(
            db.rows(
                "select f.valid_until, r.valid_until, c.verified_until, c.evidence_until"
                    + " from commitment c join commitment_finding f on f.commitment_id = c.id"
                    + " join verification_result r on r.step_number = f.verification_number"))
        .containsExactly("2026-03-31|2026-03-31|2026-03-31|2026-12-31");
  }

  /** V0601. */
  @Test
  void what_a_blind_test_counted_is_told_of_it_though_it_gives_no_reason_as_later_ones_must() {
    assertThat(
            db.rows(
                "select uploaded, caught, nothing_because from verification_result"
                    + " where step_number = 'VR-2026-0002'"))
        .containsExactly("20|12|");
  }
}

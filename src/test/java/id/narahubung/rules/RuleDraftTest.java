package id.narahubung.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Stale;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.accounts.LendRole;
import id.narahubung.accounts.LoanStore;
import id.narahubung.accounts.PersonStore;
import id.narahubung.ledger.Ledger;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Race;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A version of the rules from its copy to its release. */
final class RuleDraftTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final Instant NEXT_YEAR = Instant.parse("2026-12-31T17:00:00Z");

  private static int serial;

  private final FakeClock clock = FakeClock.at("2026-11-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final RuleStore rules = new RuleStore();
  private final RuleVersionStore versions = new RuleVersionStore();
  private final RuleDesk desk = new RuleDesk(rules, new Ledger());
  private PersonViewer administrator;
  private PersonViewer supervisor;

  @BeforeEach
  void people() {
    administrator = given.person(given.ministry(), Role.ADMINISTRATOR);
    supervisor = given.person(given.ministry(), Role.SUPERVISOR);
  }

  /** Rule sets outlive a test's emptied tables; a draft must not. */
  @AfterEach
  void discard() {
    for (RuleVersion version : seen(administrator)) {
      if (version.isDraft()) {
        given
            .db()
            .run(
                administrator,
                tx -> desk.discard().run(tx, given.act(), version.id(), version.revision()));
      }
    }
  }

  @Test
  void a_draft_says_what_the_newest_says_and_every_row_can_be_written_back_as_it_is() {
    RuleSet newest = rules(seen(supervisor).getFirst().id());
    long id = draft();
    assertThat(rules(id))
        .usingRecursiveComparison()
        .ignoringFields("id", "version", "inForceFrom")
        .isEqualTo(newest);
    for (Section section : Section.values()) {
      List<Row> rows = Sheets.of(rules(id)).rows(section);
      if (section == Section.SCALES) {
        continue;
      }
      assertThat(rows).as("%s", section).isNotEmpty();
      for (Row row : List.of(rows.getFirst(), rows.getLast())) {
        edit(id, row, row, rows.size());
      }
    }
    assertThat(Difference.between(newest, rules(id)).changes())
        .as("but for the order, in which the first was put last")
        .allMatch(Difference.Reordered.class::isInstance);
  }

  @Test
  void the_difference_is_told_in_words_each_version_speaking_of_its_own_rows() {
    long id = draft();
    change(id, Section.CATEGORIES, "04", "urgency_code", "urgent");
    change(id, Section.URGENCIES, "urgent", "minutes", "360");
    change(id, Section.GROUNDS, "R14", "label_en", "Another");
    change(id, Section.GENERAL, Row.ONLY, "max_blocks", "2");
    change(id, Section.COMMITMENTS, "report_button", "method_code", "visit");
    change(id, Section.COMMITMENTS, "report_button", "unit_en", "touches");
    change(id, Section.COMMITMENT_FIELDS, "reporting.day_of_month", "max_value", "28");
    change(id, Section.CHECKLISTS, "before_block.milder_step", "evidence", "");
    change(id, Section.DECISIONS, "full_restore", "needs_watch", "true");
    remove(id, Section.HOLIDAYS, "2026-01-01");
    add(
        id,
        new Row(
            Section.HOLIDAYS,
            Map.of(
                "day",
                "2028-01-01",
                "kind",
                "national",
                "provisional",
                "true",
                "label_id",
                "Tahun Baru 2028 Masehi",
                "label_en",
                "New Year's Day")));

    assertThat(told(id))
        .containsExactly(
            "Umum /  / Pemutusan sebelumnya paling banyak: 3 → 2",
            "Sifat dan waktu / Mendesak / Tenggat: 4 jam → 6 jam",
            "Kategori / Perjudian (judi online) / Sifat: Biasa (24 jam) → Mendesak (6 jam)",
            "Alasan penolakan / Lainnya / Nama: EN: Other → EN: Another",
            "Jenis komitmen / Tombol lapor / Satuan: EN: taps → EN: touches",
            "Jenis komitmen / Tombol lapor / Cara pemeriksaan baku: Uji akun dan perangkat"
                + " → Kunjungan lapangan",
            "Isian komitmen / Pelaporan: Paling lambat tanggal (setiap bulan) / Nilai paling besar:"
                + " 31 → 28",
            "Daftar periksa / Sebelum pemutusan akses: Langkah yang lebih ringan sudah dicoba"
                + " / Dibuktikan portal: langkah yang lebih ringan → tidak; petugas yang menyatakan",
            "Jenis keputusan / Normalisasi penuh / Perlu rencana pengawasan: tidak → ya",
            "Kalender / 1 Jan 2028: Tahun Baru 2028 Masehi / ditambahkan",
            "Kalender / 1 Jan 2026: Tahun Baru 2026 Masehi / dihapus");
  }

  @Test
  void a_row_that_others_name_stays_and_what_belongs_to_a_row_goes_with_it() {
    long id = draft();
    Refused.byRule("rules.refused.named", () -> remove(id, Section.URGENCIES, "urgent"));
    Refused.byRule("rules.refused.named", () -> remove(id, Section.ANSWERS, "D1"));
    Refused.byRule("rules.refused.needed", () -> remove(id, Section.GENERAL, Row.ONLY));
    remove(id, Section.CATEGORIES, "04");
    remove(id, Section.ANSWERS, "T1");
    Refused.byRule("rules.refused.named", () -> remove(id, Section.METHODS, "blind"));
    change(id, Section.COMMITMENTS, "filtering", "method_code", "sample");
    remove(id, Section.METHODS, "blind");
    remove(id, Section.COMMITMENTS, "staffing");
    assertThat(rules(id).checklist("blind")).isEmpty();
    assertThat(rules(id).checklist("sample")).isNotEmpty();
    assertThat(Sheets.of(rules(id)).find(Section.COMMITMENT_FIELDS, "staffing.shift")).isEmpty();
    assertThat(Sheets.of(rules(id)).find(Section.STANDARDS, "04")).isEmpty();
    assertThat(Sheets.of(rules(id)).find(Section.FIELDS, "T1.reason")).isEmpty();
  }

  @Test
  void whoever_saves_over_anothers_change_of_a_row_is_told() {
    long id = draft();
    Row read = row(id, Section.GROUNDS, "R1");
    change(id, Section.GROUNDS, "R2", "label_en", "Another row is nobody's concern");
    edit(id, read, with(read, "label_en", "First"), 1);
    assertThatThrownBy(() -> edit(id, read, with(read, "label_en", "Second"), 1))
        .isInstanceOf(Stale.class);
    assertThatThrownBy(() -> add(id, with(read, "label_en", "Third"))).isInstanceOf(Stale.class);
    assertThat(row(id, Section.GROUNDS, "R1").cell("label_en")).isEqualTo("First");
  }

  @Test
  void one_drafts_at_a_time_under_a_name_of_its_own() {
    Refused.forLackOf(Permission.WRITE_RULES, () -> draft(supervisor, "2027-01"));
    Refused.byRule("rules.refused.taken", () -> draft("2020-11"));
    long id = draft();
    Refused.byRule("rules.refused.drafted", this::draft);
    Refused.forLackOf(
        Permission.WRITE_RULES,
        () ->
            given
                .db()
                .run(
                    supervisor,
                    tx -> desk.edit().remove(tx, given.act(), id, Section.GROUNDS, "R1", "")));
  }

  @Test
  void a_draft_is_the_ministrys_own_until_somebody_else_releases_it_for_good() {
    PersonViewer company = given.responder(given.company("Klip"));
    long id = draft();
    int revision = seen(administrator).getFirst().revision();
    assertThat(seen(supervisor)).extracting(RuleVersion::id).contains(id);
    assertThat(seen(company)).extracting(RuleVersion::id).doesNotContain(id);
    for (String table : TABLES) {
      assertThat(count(company, table, id)).as(table).isZero();
    }
    Refused.forLackOf(
        Permission.RELEASE_RULES, () -> release(administrator, id, revision, NEXT_YEAR));
    PersonViewer writer = given.person(given.ministry(), Role.ADMINISTRATOR);
    Row read = row(id, Section.GROUNDS, "R1");
    given
        .db()
        .run(
            writer,
            tx ->
                desk.edit()
                    .run(
                        tx, given.act(), id, read, Optional.of(read.print()), OptionalInt.empty()));
    PersonViewer wrote = nowSupervisor(writer);
    Refused.byRule("rules.refused.own", () -> release(wrote, id, revision + 1, NEXT_YEAR));
    PersonViewer officer = given.officer();
    Refused.byRule(
        "rules.refused.lenders", () -> release(lent(wrote, officer), id, revision + 1, NEXT_YEAR));
    Refused.byRule(
        "rules.refused.past", () -> release(supervisor, id, revision + 1, clock.instant()));
    assertThatThrownBy(() -> release(supervisor, id, revision, NEXT_YEAR))
        .as("changed since it was read")
        .isInstanceOf(Stale.class);

    release(supervisor, id, revision + 1, NEXT_YEAR);
    assertThat(db.rows("select kind, side, body from event order by id desc limit 1"))
        .containsExactly(
            "rules.released|both|{\"in_force_from\":\"2026-12-31T17:00:00Z\",\"rule_set\":"
                + id
                + "}");
    String events =
        "select distinct kind from event where company_id is null and kind like 'rules%'";
    List<String> told = given.as(company, tx -> tx.sql().fetch(events).getValues(0, String.class));
    assertThat(told)
        .as("a company reads of the release, and not of the draft")
        .containsExactly("rules.released");
    assertThat(seen(company).getFirst())
        .returns(id, RuleVersion::id)
        .returns(Optional.of(NEXT_YEAR), RuleVersion::inForceFrom)
        .returns(Optional.of(clock.instant()), RuleVersion::releasedAt);
    assertThat(inForce()).as("not yet").isNotEqualTo(id);
    clock.set("2026-12-31T17:00:00Z");
    assertThat(inForce()).isEqualTo(id);
    clock.set("2026-11-02T01:15:00Z");

    assertThatThrownBy(() -> change(id, Section.GROUNDS, "R1", "label_en", "Late"))
        .isInstanceOf(NotFound.class);
    long next = draft();
    Refused.byRule(
        "rules.refused.before", () -> release(supervisor, next, 2, NEXT_YEAR.minusSeconds(1)));
    for (String table : TABLES) {
      for (String sql :
          List.of(
              "update %s set rule_set_id = rule_set_id where rule_set_id = %d",
              "delete from %s where rule_set_id = %d",
              "insert into %s select * from %1$s where rule_set_id = %d limit 1")) {
        String statement = sql.formatted(table, id);
        if (count(supervisor, table, id) > 0) {
          assertThatThrownBy(() -> db.asOwner(statement))
              .as(statement)
              .hasMessageContaining("the rules of a released set are never changed");
        }
      }
    }
    assertThatThrownBy(() -> db.asOwner("update rule_set set revision = 9 where id = " + id))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void rules_that_nobody_could_work_with_are_not_released() {
    long id = draft();
    for (Row row : Sheets.of(rules(id)).rows(Section.STANDARDS)) {
      remove(id, Section.STANDARDS, row.key());
    }
    for (Row row : Sheets.of(rules(id)).rows(Section.MEASURES)) {
      remove(id, Section.MEASURES, row.key());
    }
    Refused.byRule(
        "rules.refused.incomplete",
        () -> release(supervisor, id, seen(administrator).getFirst().revision(), NEXT_YEAR));
  }

  @Test
  void no_commitment_to_no_fine_category_without_a_law_or_measure_no_answer_does_is_released() {
    long id = draft();
    change(id, Section.LETTERS, "ST1", "asks_to_pay", "true");
    refusesToRelease("rules.refused.pays_nothing", id);
    change(id, Section.LETTERS, "ST1", "asks_to_pay", "false");
    change(id, Section.CATEGORIES, "04", "bases", "");
    refusesToRelease("rules.refused.no_basis", id);
    change(id, Section.CATEGORIES, "04", "bases", anyBasis(id));
    Row measure = Sheets.of(rules(id)).rows(Section.MEASURES).getFirst();
    change(id, Section.MEASURES, measure.key(), "fully", "");
    change(id, Section.MEASURES, measure.key(), "partly", "");
    refusesToRelease("rules.refused.never_done", id);
  }

  @Test
  void rules_under_which_no_company_could_refuse_or_ask_are_not_released() {
    RuleSet whole = rules(seen(supervisor).getFirst().id());
    ReleaseRules.requireWhole(whole);
    for (AnswerClass lost : List.of(AnswerClass.ASKS, AnswerClass.REFUSED)) {
      long id = draft();
      for (AnswerType type : rules(id).answering().answerTypes()) {
        if (type.answerClass() == lost) {
          change(id, Section.ANSWERS, type.code(), "class", "pending");
        }
      }
      refusesToRelease("rules.refused.unheard", id);
      discard();
    }
    long id = draft();
    for (Row row : Sheets.of(rules(id)).rows(Section.GROUNDS)) {
      remove(id, Section.GROUNDS, row.key());
    }
    refusesToRelease("rules.refused.unheard", id);
  }

  @Test
  void nobody_writes_in_a_draft_unsigned_or_takes_a_name_out_of_it() {
    long id = draft();
    PersonViewer other = given.person(given.ministry(), Role.ADMINISTRATOR);
    for (String unsigned :
        List.of(
            "update urgency set minutes = 1 where rule_set_id = " + id,
            "delete from holiday where rule_set_id = " + id,
            "update rule_set set recheck_sample = 1 where id = " + id)) {
      Refused.byConstraint(
          "rules_signed", () -> given.db().run(other, tx -> tx.sql().execute(unsigned)));
    }
    Refused.byTheWall(
        "one's own name, too",
        () ->
            given
                .db()
                .run(administrator, tx -> tx.sql().execute("delete from rule_author where true")));
    int revision = seen(other).getFirst().revision();
    given.db().run(other, tx -> desk.discard().run(tx, given.act(), id, revision));
    assertThat(db.rows("select 1 from rule_author where rule_set_id = " + id)).isEmpty();
  }

  @Test
  void of_two_who_draft_at_once_the_second_is_told_by_the_constraint() {
    Refused.byConstraint(
        "rule_set_one_draft",
        () ->
            new Race(db)
                .run(
                    given,
                    new Race.Person(
                        administrator, tx -> desk.draft().run(tx, given.act(), "v" + ++serial)),
                    new Race.Person(
                        administrator, tx -> desk.draft().run(tx, given.act(), "v" + ++serial))));
  }

  @Test
  void a_draft_discarded_since_it_was_found_is_not_found() {
    long id = draft();
    RuleVersion version = seen(supervisor).getFirst();
    discard();
    assertThat(version.id()).isEqualTo(id);
    Refused.asUnknown(() -> given.as(supervisor, tx -> desk.said(tx, version)));
  }

  private void refusesToRelease(String key, long id) {
    int revision = seen(administrator).getFirst().revision();
    Refused.byRule(key, () -> release(supervisor, id, revision, NEXT_YEAR));
  }

  private String anyBasis(long id) {
    return rules(id).legalBases().getFirst().code();
  }

  /** Every table of a set but its head. */
  private static final List<String> TABLES =
      List.of(
          "urgency",
          "category",
          "legal_basis",
          "category_legal_basis",
          "category_standard",
          "measure",
          "answer_type",
          "answer_field",
          "refusal_ground",
          "fulfilment",
          "requirement",
          "letter_stage",
          "fine",
          "check_method",
          "commitment_kind",
          "commitment_field",
          "checklist_entry",
          "decision_kind",
          "holiday");

  private int count(PersonViewer viewer, String table, long id) {
    return given.as(
        viewer, tx -> tx.sql().fetchCount(DSL.table(table), DSL.condition("rule_set_id = " + id)));
  }

  /** Under a name of its own: what one test released is there in the next. */
  private long draft() {
    return draft("v" + ++serial);
  }

  private long draft(String version) {
    return draft(administrator, version);
  }

  private long draft(PersonViewer viewer, String version) {
    return given.as(viewer, tx -> desk.draft().run(tx, given.act(), version));
  }

  private void add(long id, Row row) {
    given
        .db()
        .run(
            administrator,
            tx -> desk.edit().run(tx, given.act(), id, row, Optional.empty(), OptionalInt.empty()));
  }

  private void edit(long id, Row read, Row row, int place) {
    given
        .db()
        .run(
            administrator,
            tx ->
                desk.edit()
                    .run(
                        tx,
                        given.act(),
                        id,
                        row,
                        Optional.of(read.print()),
                        OptionalInt.of(place)));
  }

  private void change(long id, Section section, String key, String cell, String value) {
    Row read = row(id, section, key);
    given
        .db()
        .run(
            administrator,
            tx ->
                desk.edit()
                    .run(
                        tx,
                        given.act(),
                        id,
                        with(read, cell, value),
                        Optional.of(read.print()),
                        OptionalInt.empty()));
  }

  private void remove(long id, Section section, String key) {
    String read = row(id, section, key).print();
    given
        .db()
        .run(administrator, tx -> desk.edit().remove(tx, given.act(), id, section, key, read));
  }

  private void release(PersonViewer viewer, long id, int revision, Instant from) {
    given.db().run(viewer, tx -> desk.release().run(tx, given.act(), id, revision, from));
  }

  private Row row(long id, Section section, String key) {
    return Sheets.of(rules(id)).find(section, key).orElseThrow();
  }

  private static Row with(Row row, String cell, String value) {
    Map<String, String> cells = new LinkedHashMap<>(row.cells());
    cells.put(cell, value);
    return new Row(row.section(), cells);
  }

  private RuleSet rules(long id) {
    return given.as(supervisor, tx -> rules.fetch(tx, id));
  }

  private long inForce() {
    return given.as(supervisor, rules::inForce).id();
  }

  private List<RuleVersion> seen(PersonViewer viewer) {
    return given.as(viewer, versions::list);
  }

  private List<String> told(long id) {
    Words words = new Words(new Messages(), Language.ID, Words.WIB);
    RuleSet after = rules(id);
    RuleSet before = rules(seen(supervisor).getFirst().basedOn().orElseThrow());
    return RuleWording.tell(
            Difference.between(before, after),
            new RuleWording(words, before),
            new RuleWording(words, after),
            words)
        .stream()
        .flatMap(
            told ->
                told.lines().stream()
                    .map(line -> told.section() + " / " + line.row() + " / " + line.text()))
        .toList();
  }

  /** Whoever keeps the portal and later decides is still an author of what it wrote. */
  private PersonViewer nowSupervisor(PersonViewer writer) {
    db.asOwner("update person_role set role = 'supervisor' where person_id = " + writer.personId());
    return now(writer);
  }

  private PersonViewer lent(PersonViewer lender, PersonViewer borrower) {
    LendRole.Wanted wanted =
        new LendRole.Wanted(
            borrower.personId(),
            Role.SUPERVISOR,
            clock.instant(),
            clock.instant().plus(Duration.ofHours(3)),
            "Cuti");
    LendRole lend = new LendRole(new PersonStore(), new LoanStore(), given.ledger());
    given.db().run(lender, tx -> lend.run(tx, given.act(), wanted));
    return now(borrower);
  }

  private PersonViewer now(PersonViewer who) {
    return given.as(
        SystemViewer.SESSION, tx -> new PersonStore().fetch(tx, who.personId()).viewer());
  }
}

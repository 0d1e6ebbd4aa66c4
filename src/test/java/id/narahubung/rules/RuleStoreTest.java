package id.narahubung.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.ConstraintBroken;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.TestDatabase;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class RuleStoreTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final RuleStore rules = new RuleStore();

  /** Every role there is, so that it is the wall which refuses. */
  static List<Viewer> viewers() {
    return List.of(
        new PersonViewer(1, 1, Side.MINISTRY, EnumSet.complementOf(EnumSet.of(Role.AUDITOR)), 1),
        new PersonViewer(3, 1, Side.MINISTRY, EnumSet.of(Role.AUDITOR), 2),
        new PersonViewer(2, 2, Side.COMPANY, EnumSet.allOf(Role.class), 2),
        SystemViewer.CONSOLE);
  }

  @ParameterizedTest
  @CsvSource({
    "2017-12-31T17:00:00Z, demonstration-2018",
    "2018-07-04T10:30:00Z, demonstration-2018",
    "2020-11-23T16:59:59Z, demonstration-2018",
    "2020-11-23T17:00:00Z, indonesia",
    "2026-11-01T00:00:00Z, indonesia",
  })
  void the_newest_that_has_begun_is_in_force(String instant, String code) {
    assertThat(inForce(instant).code()).isEqualTo(code);
  }

  @Test
  void nothing_is_in_force_before_the_first() {
    assertThatThrownBy(() -> inForce("2017-12-31T16:59:59Z"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("2017-12-31T16:59:59Z");
  }

  @Test
  void a_version_begins_at_midnight_in_jakarta() {
    assertThat(inForce("2026-11-01T00:00:00Z").inForceFrom())
        .hasValue(Instant.parse("2020-11-23T17:00:00Z"));
  }

  @ParameterizedTest
  @MethodSource("viewers")
  void every_side_reads_the_same(Viewer viewer) {
    RuleSet read =
        db.database(FakeClock.at("2026-11-01T00:00:00Z"))
            .as(viewer, tx -> new RuleStore().inForce(tx));
    assertThat(read).isEqualTo(inForce("2026-11-01T00:00:00Z"));
  }

  @Test
  void a_version_is_read_once() {
    RuleSet first = inForce("2026-11-01T00:00:00Z");
    assertThat(inForce("2026-11-02T00:00:00Z")).isSameAs(first);
    RuleSet fetched =
        db.database(FakeClock.at("2018-07-04T10:30:00Z"))
            .as(SystemViewer.CONSOLE, tx -> rules.fetch(tx, first.id()));
    assertThat(fetched).isSameAs(first);
  }

  @Test
  void a_version_that_is_not_there_is_named() {
    assertThatThrownBy(
            () ->
                db.database(FakeClock.at("2026-11-01T00:00:00Z"))
                    .as(SystemViewer.CONSOLE, tx -> rules.fetch(tx, 4711)))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("no rule set 4711");
  }

  @Test
  void an_unknown_code_is_named_with_its_set() {
    RuleSet set = inForce("2026-11-01T00:00:00Z");
    assertThatThrownBy(() -> set.category("99"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("rule set indonesia 2020-11 has no category '99'");
    assertThatThrownBy(() -> set.fulfilment("remove", "D99"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("answer type 'D99'");
    assertThatThrownBy(() -> set.commitmentKind("hope"))
        .hasMessageContaining("kind of commitment 'hope'");
    assertThatThrownBy(() -> set.checkMethod("guess"))
        .hasMessageContaining("method of checking 'guess'");
    assertThatThrownBy(() -> set.decisionKind("wait"))
        .hasMessageContaining("kind of decision 'wait'");
    assertThat(set.checklist("none")).isEmpty();
    assertThat(set.findCategory("99")).isEmpty();
    assertThat(set.findGround("R14")).isPresent();
  }

  @ParameterizedTest
  @MethodSource("viewers")
  void nobody_the_portal_serves_can_write_a_rule_that_was_released(Viewer viewer) {
    for (String table :
        List.of(
            "rule_set",
            "urgency",
            "category",
            "legal_basis",
            "category_legal_basis",
            "measure",
            "answer_type",
            "answer_field",
            "refusal_ground",
            "fulfilment",
            "requirement",
            "category_standard",
            "letter_stage",
            "fine",
            "company_scale",
            "holiday",
            "check_method",
            "commitment_kind",
            "commitment_field",
            "checklist_entry",
            "decision_kind")) {
      String column = table.equals("rule_set") ? "code" : "rule_set_id";
      for (String statement :
          List.of(
              "insert into " + table + " default values",
              "update " + table + " set " + column + " = " + column,
              "delete from " + table,
              "truncate " + table)) {
        assertThat(written(viewer, statement)).as("%s: %s", viewer, statement).isZero();
      }
    }
  }

  /** How many rows a statement wrote; refused is none. */
  private static int written(Viewer viewer, String statement) {
    try {
      return db.database(FakeClock.at("2026-11-01T00:00:00Z"))
          .as(viewer, tx -> tx.sql().execute(statement));
    } catch (DataAccessException | ConstraintBroken refused) {
      return 0;
    }
  }

  @Test
  void an_option_is_a_code_and_two_names() {
    assertThat(AnswerOption.parse("")).isEmpty();
    assertThat(AnswerOption.parse("ip|Alamat IP|IP address\nsim|Kartu SIM|SIM card"))
        .extracting(AnswerOption::code)
        .containsExactly("ip", "sim");
    for (String broken : List.of("ip", "ip|Alamat", "|a|b", "ip|a|b|c")) {
      assertThatThrownBy(() -> AnswerOption.parse(broken))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(broken);
    }
  }

  private RuleSet inForce(String instant) {
    return db.database(FakeClock.at(instant)).as(SystemViewer.CONSOLE, rules::inForce);
  }
}

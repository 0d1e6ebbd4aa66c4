package id.narahubung.data;

import static id.narahubung.data.Kept.value;
import static id.narahubung.db.Tables.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.Condition;
import org.jooq.Select;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Statements are written once a shape; what differs between two people is sent each time. */
final class KeptTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final Kept kept = new Kept();
  private final AtomicInteger written = new AtomicInteger();

  @Test
  void a_statement_is_written_once_and_its_values_are_sent_each_time() {
    for (PersonViewer person : List.of(given.officer(), given.supervisor())) {
      assertThat(code(person.personId())).isEqualTo(person.code());
    }
    assertThat(written).hasValue(1);
  }

  @Test
  void what_the_names_of_its_values_do_not_tell_is_told_by_its_shape() {
    given.as(
        given.officer(),
        tx -> kept.fetch(tx, "all", Map.of(), () -> write(tx, PERSON.ID.isNotNull())));
    assertThat(
            given
                .as(
                    given.officer(),
                    tx -> kept.fetch(tx, "none", Map.of(), () -> write(tx, PERSON.ID.isNull())))
                .size())
        .isZero();
    assertThat(written).hasValue(2);
  }

  @Test
  void the_person_who_looks_is_who_looks_now_and_not_who_looked_first() {
    for (PersonViewer viewer : List.of(given.officer(), given.supervisor())) {
      List<Long> seen =
          given.as(
              viewer,
              tx ->
                  kept.fetch(tx, Map.of(), () -> write(tx, PERSON.ID.eq(Kept.person(tx))))
                      .getValues(PERSON.ID));
      assertThat(seen).containsExactly(viewer.personId());
    }
    assertThat(written).hasValue(1);
  }

  @Test
  void a_value_that_would_be_kept_for_everybody_is_refused() {
    assertThatThrownBy(() -> codesOf(Map.of(), PERSON.ID.eq(7L)))
        .hasStackTraceContaining("not given by its name");
    assertThatThrownBy(() -> codesOf(Map.of(), PERSON.ID.eq(value("id", 7L))))
        .hasStackTraceContaining("not given by its name: id");
    assertThatThrownBy(() -> codesOf(Map.of("id", 8L), PERSON.ID.eq(value("id", 7L))))
        .hasStackTraceContaining("not given by its name: id");
  }

  private int code(long person) {
    return codesOf(Map.of("id", person), PERSON.ID.eq(value("id", person))).getFirst();
  }

  private List<Integer> codesOf(Map<String, ?> values, Condition which) {
    return given.as(
        given.officer(),
        tx -> kept.fetch(tx, values, () -> write(tx, which)).getValues(PERSON.CODE));
  }

  private Select<?> write(Tx tx, Condition which) {
    written.incrementAndGet();
    return tx.sql().select(PERSON.ID, PERSON.CODE).from(PERSON).where(which).orderBy(PERSON.ID);
  }
}

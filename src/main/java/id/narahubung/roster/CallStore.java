package id.narahubung.roster;

import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.ORGANISATION;
import static id.narahubung.db.Tables.TEST_CALL;

import id.narahubung.access.NotFound;
import id.narahubung.data.Tx;
import id.narahubung.ledger.By;
import id.narahubung.ledger.Ledger;
import id.narahubung.roster.TestCall.Confirmed;
import id.narahubung.roster.TestCall.Passed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Test calls that the viewer's side rang or took. */
final class CallStore {

  /** The latest first. */
  List<TestCall> latest(Tx tx, int most) {
    return calls(tx, DSL.noCondition(), most);
  }

  TestCall lock(Tx tx, long id) {
    tx.sql().select(TEST_CALL.ID).from(TEST_CALL).where(TEST_CALL.ID.eq(id)).forUpdate().execute();
    return calls(tx, TEST_CALL.ID.eq(id), 1).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("test call " + id));
  }

  /** Whether somebody of this organisation was called and has not answered yet. */
  boolean isOpen(Tx tx, long organisation) {
    return tx.sql()
        .fetchExists(
            TEST_CALL,
            TEST_CALL.CALLED_ORGANISATION_ID.eq(organisation),
            TEST_CALL.CONFIRMED_AT.isNull(),
            TEST_CALL.RUNG_AT.gt(tx.now().minus(TestCall.OPEN_FOR)));
  }

  /** Lets nobody else ring the same organisation before this is over. */
  void lockRinging(Tx tx, long organisation) {
    tx.sql()
        .execute(
            "select pg_advisory_xact_lock(hashtext('test call'), ?)",
            Math.toIntExact(organisation));
  }

  private static List<TestCall> calls(Tx tx, Condition which, int most) {
    var rows =
        tx.sql()
            .select(
                TEST_CALL.ID,
                TEST_CALL.COMPANY_ID,
                TEST_CALL.SIDE,
                TEST_CALL.CALLED_SIDE,
                TEST_CALL.CALLED_ORGANISATION_ID,
                ORGANISATION.NAME,
                TEST_CALL.RUNG_AT,
                Ledger.BY,
                TEST_CALL.FIRST_ROLE,
                TEST_CALL.FIRST_CODE,
                TEST_CALL.FIRST_FOR_ROLE,
                TEST_CALL.FIRST_FOR_CODE,
                TEST_CALL.PASSED_AT,
                TEST_CALL.SECOND_ROLE,
                TEST_CALL.SECOND_CODE,
                TEST_CALL.SECOND_FOR_ROLE,
                TEST_CALL.SECOND_FOR_CODE,
                TEST_CALL.CONFIRMED_AT,
                TEST_CALL.CONFIRMED_EVENT_ID)
            .from(TEST_CALL)
            .join(EVENT)
            .on(EVENT.ID.eq(TEST_CALL.EVENT_ID))
            .join(ORGANISATION)
            .on(ORGANISATION.ID.eq(TEST_CALL.CALLED_ORGANISATION_ID))
            .where(which)
            .orderBy(TEST_CALL.RUNG_AT.desc(), TEST_CALL.ID.desc())
            .limit(most)
            .fetch();
    Map<Long, By> confirming =
        actors(
            tx,
            rows.getValues(TEST_CALL.CONFIRMED_EVENT_ID).stream()
                .filter(Objects::nonNull)
                .toList());
    return rows.map(
        row -> {
          String side = row.value4().name().toLowerCase(Locale.ROOT);
          Long company = row.value2();
          By first = called(side, row.value9(), row.value10(), row.value11(), row.value12());
          return new TestCall(
              row.value1(),
              company == null ? OptionalLong.empty() : OptionalLong.of(company),
              row.value3(),
              row.value4(),
              row.value5(),
              row.value6(),
              row.value7(),
              row.value8(),
              first,
              Optional.ofNullable(row.value13())
                  .map(
                      at ->
                          new Passed(
                              at,
                              called(
                                  side,
                                  row.value14(),
                                  row.value15(),
                                  row.value16(),
                                  row.value17()))),
              Optional.ofNullable(row.value18())
                  .map(at -> new Confirmed(at, confirming.getOrDefault(row.value19(), first))));
        });
  }

  private static By called(
      String side, String role, int code, @Nullable String forRole, @Nullable Integer forCode) {
    return new By(
        side,
        role,
        code,
        Optional.empty(),
        forRole == null || forCode == null
            ? Optional.empty()
            : Optional.of(new By.Lent(forRole, forCode)));
  }

  private static Map<Long, By> actors(Tx tx, List<Long> events) {
    return events.isEmpty()
        ? Map.of()
        : tx.sql()
            .select(EVENT.ID, Ledger.BY)
            .from(EVENT)
            .where(EVENT.ID.in(events))
            .fetchMap(EVENT.ID, Ledger.BY);
  }

  long insert(Tx tx, long event, TestCall call) {
    return tx.sql()
        .insertInto(TEST_CALL)
        .set(
            TEST_CALL.COMPANY_ID,
            call.company().isPresent() ? (Long) call.company().getAsLong() : null)
        .set(TEST_CALL.SIDE, call.share())
        .set(TEST_CALL.CALLED_SIDE, call.side())
        .set(TEST_CALL.CALLED_ORGANISATION_ID, call.organisation())
        .set(TEST_CALL.EVENT_ID, event)
        .set(TEST_CALL.RUNG_AT, call.rungAt())
        .set(TEST_CALL.FIRST_ROLE, call.called().role())
        .set(TEST_CALL.FIRST_CODE, call.called().code())
        .set(TEST_CALL.FIRST_FOR_ROLE, call.called().lent().map(By.Lent::role).orElse(null))
        .set(TEST_CALL.FIRST_FOR_CODE, call.called().lent().map(By.Lent::code).orElse(null))
        .returningResult(TEST_CALL.ID)
        .fetchSingle()
        .value1();
  }

  void confirm(Tx tx, long id, long event) {
    tx.sql()
        .update(TEST_CALL)
        .set(TEST_CALL.CONFIRMED_AT, tx.now())
        .set(TEST_CALL.CONFIRMED_EVENT_ID, event)
        .where(TEST_CALL.ID.eq(id))
        .execute();
  }
}

package id.narahubung.commitments;

import static id.narahubung.db.Tables.PERSON;
import static id.narahubung.db.Tables.PERSON_ROLE;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.data.Tx;
import id.narahubung.ledger.By;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;

/** Reads who of the viewer's organisation may mind commitments. */
final class MinderStore {

  private static final Condition MAY_MIND =
      PERSON_ROLE.ROLE.in(
          Role.holding(Permission.MIND_COMMITMENTS).stream()
              .map(role -> inline(role, PERSON_ROLE.ROLE))
              .toList());

  /** With an open account, by their codes; each under one role. */
  List<Minder> all(Tx tx) {
    String side = tx.person().side().name().toLowerCase(Locale.ROOT);
    return tx.sql()
        .select(PERSON.ID, min(PERSON_ROLE.ROLE), PERSON.CODE, PERSON.NAME)
        .from(PERSON)
        .join(PERSON_ROLE)
        .on(PERSON_ROLE.PERSON_ID.eq(PERSON.ID))
        .where(
            PERSON.ACTIVE.isTrue(),
            PERSON.ORGANISATION_ID.eq(tx.person().organisationId()),
            MAY_MIND)
        .groupBy(PERSON.ID)
        .orderBy(PERSON.CODE)
        .fetch(
            r ->
                new Minder(
                    r.value1(),
                    new By(side, r.value2().code(), r.value3(), Optional.of(r.value4()))));
  }
}

package id.narahubung.ledger;

import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.PERSON;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import id.narahubung.access.Viewer;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.records.EventRecord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.InsertSetMoreStep;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/** Writes events: the one place that does, in the transaction of the change they tell of. */
public final class Ledger {

  /** Who did it, read beside an event; a name only for those of the viewer's own organisation. */
  public static final Field<By> BY =
      field(
          row(
                  EVENT.ACTOR_SIDE,
                  EVENT.ACTOR_ROLE,
                  EVENT.ACTOR_CODE,
                  field(
                      select(PERSON.NAME)
                          .from(PERSON)
                          .where(
                              PERSON.ID.eq(EVENT.ACTOR_ID),
                              PERSON.ORGANISATION_ID.eq(field("viewer_company()", Long.class)))))
              .convertFrom(
                  row ->
                      new By(
                          row.value1(),
                          row.value2(),
                          row.value3(),
                          Optional.ofNullable(row.value4()))));

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  /**
   * Adds the event of an act, hangs on it what people are told, and gives its id. A repeated act
   * breaks event_act_unique.
   */
  public long add(Tx tx, Act act) {
    long event = insert(tx, act).returningResult(EVENT.ID).fetchSingle().value1();
    hang(tx, event, NoticeRule.of(act));
    return event;
  }

  /** The database finds the people: no side may read whom the other has. */
  private static void hang(Tx tx, long event, List<NoticeRule.Told> told) {
    if (!told.isEmpty()) {
      tx.sql()
          .execute(
              "select hang_notices(?, ?, ?, ?, ?)",
              event,
              told.stream().map(each -> each.kind().code()).toArray(String[]::new),
              told.stream().map(each -> each.audience().code()).toArray(String[]::new),
              told.stream().map(each -> each.kind().haste().code()).toArray(String[]::new),
              told.stream().map(each -> each.kind().isLegal()).toArray(Boolean[]::new));
    }
  }

  /**
   * Adds an event that a request has at most once, such as 'seen'; nothing when it has it already.
   */
  public boolean addFirst(Tx tx, Act act) {
    return insert(tx, act).onConflictDoNothing().execute() == 1;
  }

  private static InsertSetMoreStep<EventRecord> insert(Tx tx, Act act) {
    Actor actor = Actor.of(tx.viewer());
    return tx.sql()
        .insertInto(EVENT)
        .set(EVENT.ACT_ID, act.id())
        .set(EVENT.AT, tx.now())
        .set(EVENT.ACTOR_ID, actor.id())
        .set(EVENT.ACTOR_SIDE, actor.side())
        .set(EVENT.ACTOR_ROLE, act.role())
        .set(EVENT.ACTOR_CODE, actor.code())
        .set(EVENT.COMPANY_ID, boxed(act.company()))
        .set(EVENT.SIDE, act.share())
        .set(EVENT.REQUEST_ID, boxed(act.request()))
        .set(EVENT.KIND, act.kind().code())
        .set(EVENT.BODY, json(act.body()));
  }

  /** The request an act was about, when it has already been done. */
  public Optional<Done> find(Tx tx, UUID act) {
    return tx.sql()
        .select(EVENT.ID, EVENT.REQUEST_ID)
        .from(EVENT)
        .where(EVENT.ACT_ID.eq(act))
        .fetchOptional(row -> new Done(row.value1(), Optional.ofNullable(row.value2())));
  }

  /** The events of a request the viewer can see, oldest first. */
  public List<Event> of(Tx tx, long request) {
    return tx.sql()
        .select(EVENT.ID, EVENT.AT, EVENT.KIND, BY, EVENT.BODY.convertFrom(Ledger::body))
        .from(EVENT)
        .where(EVENT.REQUEST_ID.eq(request))
        .orderBy(EVENT.AT, EVENT.ID)
        .fetch(Records.mapping(Event::new));
  }

  /** What was done to an account, as far as the viewer can see it, oldest first. */
  public List<Event> ofAccount(Tx tx, long person) {
    return tx.sql()
        .select(EVENT.ID, EVENT.AT, EVENT.KIND, BY, EVENT.BODY.convertFrom(Ledger::body))
        .from(EVENT)
        // Word for word as the index has it.
        .where(
            "body::jsonb ->> 'person' = ? and kind in ('person.made', 'person.changed',"
                + " 'person.role_given', 'person.role_taken', 'person.closed', 'person.opened',"
                + " 'link.made')",
            Long.toString(person))
        .orderBy(EVENT.ID)
        .fetch(Records.mapping(Event::new));
  }

  /** An act that is already in the ledger. */
  public record Done(long event, Optional<Long> request) {}

  private static String json(Map<String, Object> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Map<String, Object> body(String json) {
    try {
      return JSON.readValue(json, new TypeReference<Map<String, Object>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event's body is not JSON", e);
    }
  }

  private static @Nullable Long boxed(OptionalLong id) {
    return id.isPresent() ? id.getAsLong() : null;
  }

  private record Actor(@Nullable Long id, String side, int code) {

    static Actor of(Viewer viewer) {
      return switch (viewer) {
        case Viewer.PersonViewer person ->
            new Actor(
                person.personId(), person.side().name().toLowerCase(Locale.ROOT), person.code());
        case Viewer.SystemViewer system -> new Actor(null, "system", 0);
      };
    }
  }
}

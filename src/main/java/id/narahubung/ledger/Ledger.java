package id.narahubung.ledger;

import static id.narahubung.data.Kept.value;
import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.PERSON;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Kept;
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
                              PERSON.ORGANISATION_ID.eq(field("viewer_company()", Long.class)))),
                  EVENT.ACTOR_FOR,
                  EVENT.ACTOR_FOR_CODE)
              .convertFrom(
                  row ->
                      new By(
                          row.value1(),
                          row.value2(),
                          row.value3(),
                          Optional.ofNullable(row.value4()),
                          lent(row.value5(), row.value6()))));

  private static final Field<Map<String, Object>> BODY = EVENT.BODY.convertFrom(Ledger::body);

  private static final Kept OF_REQUEST = new Kept();

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
    Actor actor = Actor.of(tx.viewer(), act.role());
    return tx.sql()
        .insertInto(EVENT)
        .set(EVENT.ACT_ID, act.id())
        .set(EVENT.AT, tx.now())
        .set(EVENT.ACTOR_ID, actor.id())
        .set(EVENT.ACTOR_SIDE, actor.side())
        .set(EVENT.ACTOR_ROLE, actor.role())
        .set(EVENT.ACTOR_CODE, actor.code())
        .set(EVENT.LOAN_ID, actor.lent().map(PersonViewer.Lent::loan).orElse(null))
        .set(EVENT.ACTOR_FOR, actor.lent().map(each -> each.role().code()).orElse(null))
        .set(EVENT.ACTOR_FOR_CODE, actor.lent().map(PersonViewer.Lent::lenderCode).orElse(null))
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
    return OF_REQUEST
        .fetch(
            tx,
            Map.of("request", request),
            () ->
                tx.sql()
                    .select(EVENT.ID, EVENT.AT, EVENT.KIND, BY, BODY)
                    .from(EVENT)
                    .where(EVENT.REQUEST_ID.eq(value("request", request)))
                    .orderBy(EVENT.AT, EVENT.ID))
        .map(Records.mapping(Event::new));
  }

  /** What was done to an account, as far as the viewer can see it, oldest first. */
  public List<Event> ofAccount(Tx tx, long person) {
    return tx.sql()
        .select(EVENT.ID, EVENT.AT, EVENT.KIND, BY, BODY)
        .from(EVENT)
        // Word for word as the index has it.
        .where(
            "body::jsonb ->> 'person' = ? and kind in ('person.made', 'person.changed',"
                + " 'person.role_given', 'person.role_taken', 'person.closed', 'person.opened',"
                + " 'link.made', 'person.role_lent', 'person.loan_begun', 'person.loan_ended')",
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

  private static Optional<By.Lent> lent(@Nullable String role, @Nullable Integer code) {
    return role == null || code == null ? Optional.empty() : Optional.of(new By.Lent(role, code));
  }

  /** Who signs: under a lent role in an own one, for the one who lent it. */
  private record Actor(
      @Nullable Long id, String side, String role, int code, Optional<PersonViewer.Lent> lent) {

    static Actor of(Viewer viewer, String role) {
      return switch (viewer) {
        case PersonViewer person -> of(person, role);
        case Viewer.SystemViewer system -> new Actor(null, "system", role, 0, Optional.empty());
      };
    }

    private static Actor of(PersonViewer person, String role) {
      Optional<PersonViewer.Lent> lent = person.lent(role);
      return new Actor(
          person.personId(),
          person.side().name().toLowerCase(Locale.ROOT),
          lent.flatMap(each -> person.ownRole()).map(Role::code).orElse(role),
          person.code(),
          lent);
    }
  }
}

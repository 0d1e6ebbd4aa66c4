package id.narahubung.ledger;

import static id.narahubung.db.Tables.EVENT;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import id.narahubung.access.Viewer;
import id.narahubung.data.Tx;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes events: the one place that does, in the transaction of the change they tell of. */
public final class Ledger {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  /** Adds the event of an act and gives its id. A repeated act breaks event_act_unique. */
  public long add(Tx tx, Act act) {
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
        .set(EVENT.BODY, json(act.body()))
        .returningResult(EVENT.ID)
        .fetchSingle()
        .value1();
  }

  /** The request an act was about, when it has already been done. */
  public Optional<Done> find(Tx tx, UUID act) {
    return tx.sql()
        .select(EVENT.ID, EVENT.REQUEST_ID)
        .from(EVENT)
        .where(EVENT.ACT_ID.eq(act))
        .fetchOptional(row -> new Done(row.value1(), Optional.ofNullable(row.value2())));
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

  private static @Nullable Long boxed(OptionalLong id) {
    return id.isPresent() ? id.getAsLong() : null;
  }

  private record Actor(@Nullable Long id, String side, int code) {

    static Actor of(Viewer viewer) {
      return switch (viewer) {
        case Viewer.PersonViewer person ->
            new Actor(
                person.personId(),
                person.side().name().toLowerCase(java.util.Locale.ROOT),
                person.code());
        case Viewer.SystemViewer system -> new Actor(null, "system", 0);
      };
    }
  }
}

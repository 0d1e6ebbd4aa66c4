package id.narahubung.verification;

import static id.narahubung.db.Tables.DRAW_OF_CHECK;

import id.narahubung.data.Tx;
import java.util.List;
import java.util.Optional;

/** How samples were drawn whose result the viewer reads; PostgreSQL says whose that is. */
final class DrawingStore {

  /** Of a step that is concluded; none where nothing was drawn. */
  Optional<Drawing> find(Tx tx, String number) {
    var drawn = DRAW_OF_CHECK.call(number);
    return tx.sql()
        .select(drawn.SEED, drawn.LIST_SIZE, drawn.SHA256, drawn.NUMBERS)
        .from(drawn)
        .fetchOptional(r -> new Drawing(r.value1(), r.value2(), r.value3(), List.of(r.value4())));
  }
}

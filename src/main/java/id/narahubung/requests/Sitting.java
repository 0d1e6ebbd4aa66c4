package id.narahubung.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.requests.QueueStore.Slice;
import id.narahubung.web.Form;
import id.narahubung.web.LocalPath;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;

/**
 * Item after item of a queue in one sitting: the form of the next is opened when one is saved. The
 * queue is the page one came from, with its filters.
 */
final class Sitting {

  /** In a form that belongs to a sitting. */
  static final String NEXT = "next";

  /** Where the sitting goes on: items before it were passed over. */
  static final String AFTER = "after";

  private static final String YES = "yes";

  private final Database db;
  private final TakeNext take;

  Sitting(Database db, TakeNext take) {
    this.db = db;
    this.take = take;
  }

  /**
   * The address of the next item's form; none when nothing is left to take.
   *
   * @param kept the fields whose values are carried into the next form
   */
  Optional<String> next(PersonViewer viewer, Form form, List<String> kept) {
    String back = LocalPath.of(form.text("back"));
    Form queue = Form.ofAddress(back);
    Optional<QueueShow> show =
        QueueShow.find(queue.text("show"), viewer).filter(QueueShow::isOwnWork);
    if (show.isEmpty()) {
      return Optional.empty();
    }
    Optional<Cursor> after =
        form.has(AFTER) ? Optional.of(Cursor.from(form.text(AFTER))) : Optional.empty();
    List<ItemRef> done = form.has(NEXT) ? ItemActs.refs(form) : List.of();
    return db.as(viewer, tx -> take(tx, show.get(), queue, after, done))
        .map(taken -> address(show.get(), taken, form, kept));
  }

  /** An item, and the place behind which it was looked for. */
  private record Taken(ItemRow row, Optional<Cursor> after) {}

  /** One that was just saved may be in the list still: then the sitting goes on behind it. */
  private Optional<Taken> take(
      Tx tx, QueueShow show, Form queue, Optional<Cursor> after, List<ItemRef> done) {
    Optional<Slice> slice = show.slice(tx.now());
    if (slice.isEmpty()) {
      return Optional.empty();
    }
    QueueFilter filter = QueueFilter.of(queue);
    Optional<Cursor> place = after;
    Optional<ItemRow> next = take.run(tx, slice.get(), filter, place);
    if (next.filter(row -> isAmong(done, row)).isPresent()) {
      place = next.map(ItemRow::place);
      next = take.run(tx, slice.get(), filter, place);
    }
    Optional<Cursor> from = place;
    return next.map(row -> new Taken(row, from));
  }

  private static boolean isAmong(List<ItemRef> done, ItemRow row) {
    return done.stream().anyMatch(each -> each.id() == row.item().id());
  }

  private static String address(QueueShow show, Taken taken, Form form, List<String> kept) {
    StringBuilder address = new StringBuilder(show.action());
    add(address, "?", "item", taken.row().item().ref().toString());
    add(address, "&", NEXT, YES);
    add(address, "&", "back", form.text("back"));
    taken.after().ifPresent(place -> add(address, "&", AFTER, place.toString()));
    kept.stream().filter(form::has).forEach(name -> add(address, "&", name, form.text(name)));
    return address.toString();
  }

  private static void add(StringBuilder address, String before, String name, String value) {
    address.append(before).append(name).append('=').append(URLEncoder.encode(value, UTF_8));
  }
}

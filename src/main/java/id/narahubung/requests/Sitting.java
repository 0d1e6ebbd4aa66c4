package id.narahubung.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
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
    Optional<QueueShow> show = QueueShow.find(queue.text("show")).filter(QueueShow::isOwnWork);
    Optional<ItemRow> next = show.flatMap(each -> db.as(viewer, tx -> take(tx, each, queue, form)));
    return next.map(row -> address(show.orElseThrow(), row.item().ref(), form, kept));
  }

  private static String address(QueueShow show, ItemRef item, Form form, List<String> kept) {
    StringBuilder address = new StringBuilder(show.action());
    add(address, "?", "item", item.toString());
    add(address, "&", NEXT, YES);
    add(address, "&", "back", form.text("back"));
    if (form.has(AFTER)) {
      add(address, "&", AFTER, form.text(AFTER));
    }
    kept.stream().filter(form::has).forEach(name -> add(address, "&", name, form.text(name)));
    return address.toString();
  }

  private Optional<ItemRow> take(Tx tx, QueueShow show, Form queue, Form form) {
    Optional<Cursor> after =
        form.has(AFTER) ? Optional.of(Cursor.from(form.text(AFTER))) : Optional.empty();
    return show.slice(tx.now()).flatMap(slice -> take.run(tx, slice, QueueFilter.of(queue), after));
  }

  private static void add(StringBuilder address, String before, String name, String value) {
    address.append(before).append(name).append('=').append(URLEncoder.encode(value, UTF_8));
  }
}

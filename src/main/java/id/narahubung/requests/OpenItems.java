package id.narahubung.requests;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.requests.QueueStore.Slice;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.sheets.Sheet;
import id.narahubung.sheets.SheetWriter;
import id.narahubung.text.Words;
import id.narahubung.web.Form;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The open items of one request, or of a company's queue as it was filtered, to be answered. */
final class OpenItems {

  /** As many as the filled sheet may bring back. */
  static final int MOST = Sheet.MOST_ROWS - 1;

  private final Database db;
  private final QueueStore queue;
  private final RequestStore requests;
  private final RuleStore rules;

  OpenItems(Database db, QueueStore queue, RequestStore requests, RuleStore rules) {
    this.db = db;
    this.queue = queue;
    this.requests = requests;
    this.rules = rules;
  }

  /**
   * Which of them.
   *
   * @param request the number of the one request; empty for the queue
   * @param show what of the queue
   * @param filter what else the queue is narrowed to
   * @param address what says so in an address
   */
  record Which(String request, QueueShow show, QueueFilter filter, Map<String, String> address) {

    static Which of(Form query, PersonViewer viewer) {
      QueueShow show =
          QueueShow.find(query.text("show"), viewer)
              .filter(QueueShow::isOwnWork)
              .orElse(QueueShow.OPEN);
      if (query.has("request")) {
        String request = query.text("request");
        return new Which(request, QueueShow.OPEN, QueueFilter.none(), Map.of("request", request));
      }
      Map<String, String> address = QueueFilter.typed(query);
      address.put("show", show.code());
      return new Which("", show, QueueFilter.of(query), address);
    }

    /** The address of these items as a file, without its format. */
    String download() {
      Address download = Address.of("/answer-sheets/open", Form.empty(), List.of());
      for (Map.Entry<String, String> each : address.entrySet()) {
        download = download.with(each.getKey(), each.getValue());
      }
      return download.toDownload();
    }

    String title(Words words) {
      return request.isEmpty() ? words.say("queue.caption." + show.code()) : request;
    }

    String fileName() {
      return "answers-" + (request.isEmpty() ? show.code() : request);
    }

    Slice slice(Tx tx) {
      return show.slice(tx.now()).orElseGet(() -> Slice.of(Standing.OPEN));
    }
  }

  int count(Tx tx, Which which) {
    return queue.count(tx, which.slice(tx), which.filter(), request(tx, which));
  }

  private Optional<Long> request(Tx tx, Which which) {
    return which.request().isEmpty()
        ? Optional.empty()
        : Optional.of(requests.fetch(tx, which.request()).id());
  }

  /**
   * Read to be answered.
   *
   * @param rows what is known of each, one a row
   */
  record Found(AnswerColumns columns, List<List<String>> rows) {

    /** As a sheet whose rows reach as far as its headings: some tell a CSV's separator by that. */
    void write(Words words, SheetWriter out) {
      List<String> headings = columns.headings();
      out.row(headings);
      for (List<String> known : rows) {
        List<String> row = new ArrayList<>(known);
        row.addAll(Collections.nCopies(headings.size() - known.size(), ""));
        out.row(row);
      }
      out.sheet(words.say("answers.legend"));
      columns.writeLegend(out);
    }
  }

  /** The first to fall due come first. */
  Found find(PersonViewer viewer, Words words, Which which) {
    Map<Long, RuleSet> sets = new LinkedHashMap<>();
    List<List<String>> rows = new ArrayList<>();
    ItemCells cells = new ItemCells(words);
    db.run(
        viewer,
        tx -> {
          queue.each(
              tx,
              which.slice(tx),
              which.filter(),
              request(tx, which),
              MOST,
              row -> {
                RuleSet set = sets.computeIfAbsent(row.ruleSetId(), id -> rules.fetch(tx, id));
                rows.add(
                    List.of(
                        row.fullNumber(),
                        Integer.toString(row.item().version()),
                        cells.address(row.item()),
                        words.label(set.category(row.categoryCode()).label()),
                        cells.due(row.item()),
                        words.label(set.measure(row.measureCode()).label())));
              });
          if (sets.isEmpty()) {
            RuleSet inForce = rules.inForce(tx);
            sets.put(inForce.id(), inForce);
          }
        });
    return new Found(new AnswerColumns(words, sets.values()), rows);
  }
}

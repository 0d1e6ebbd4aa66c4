package id.narahubung.commitments;

import id.narahubung.commitments.Terms.Row;
import id.narahubung.rules.CommitmentField;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.text.Words;
import id.narahubung.web.Form;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of a promise as they are typed, one a line: what the kind asks of each, then how much
 * there is and how much there will be, with semicolons between, or as a spreadsheet copies them.
 */
final class PromisedLines {

  private static final int FAULTS_SHOWN = 10;

  private PromisedLines() {}

  /** What was typed; the lines that cannot be read are named in the form. */
  static List<Row> read(Words words, Form form, CommitmentKind kind) {
    List<Row> rows = new ArrayList<>();
    List<Integer> wrong = new ArrayList<>();
    List<String> lines = form.raw(Terms.ROWS).lines().toList();
    for (int at = 0; at < lines.size(); at++) {
      if (!lines.get(at).isBlank()) {
        Optional<Row> row = row(lines.get(at), kind.rowFields().size());
        row.ifPresent(rows::add);
        if (row.isEmpty()) {
          wrong.add(at + 1);
        }
      }
    }
    if (!wrong.isEmpty()) {
      form.refuse(
          Terms.ROWS,
          "commitment.fault.rows.lines",
          wrong.stream().limit(FAULTS_SHOWN).map(String::valueOf).collect(Collectors.joining(", ")),
          columns(words, kind));
    }
    return rows;
  }

  private static Optional<Row> row(String line, int named) {
    List<String> cells =
        Arrays.stream(line.split(line.indexOf('\t') >= 0 ? "\t" : ";", -1))
            .map(String::strip)
            .toList();
    // A cell with a semicolon would be read as two when the form comes back.
    if (cells.size() != named + 2 || cells.stream().anyMatch(cell -> cell.contains(";"))) {
      return Optional.empty();
    }
    String typed = cells.get(named);
    Optional<BigDecimal> baseline = Quantity.read(typed);
    Optional<BigDecimal> target = Quantity.read(cells.get(named + 1));
    boolean unknown = typed.isEmpty() || typed.equals("-") || typed.equals("–");
    return target
        .filter(read -> unknown || baseline.isPresent())
        .map(read -> new Row(cells.subList(0, named), baseline, read));
  }

  /** What stands in a line, in its order. */
  static String columns(Words words, CommitmentKind kind) {
    return Stream.concat(
            kind.rowFields().stream().map(CommitmentField::label).map(words::label),
            Stream.of(words.say("commitment.rows.baseline"), words.say("commitment.rows.target")))
        .collect(Collectors.joining("; "));
  }

  /** As the form takes them back. */
  static String typed(List<Row> rows) {
    return rows.stream()
        .map(
            row ->
                Stream.concat(
                        row.cells().stream(),
                        Stream.of(
                            row.baseline().map(Quantity::typed).orElse("–"),
                            Quantity.typed(row.target())))
                    .collect(Collectors.joining("; ")))
        .collect(Collectors.joining("\n"));
  }
}

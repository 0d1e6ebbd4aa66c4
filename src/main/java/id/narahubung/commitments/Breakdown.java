package id.narahubung.commitments;

import id.narahubung.commitments.Terms.Row;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.text.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a promise is the sum of, as a table.
 *
 * @param headings of what each row names
 * @param baseline their sum; a dash where one of them is not known
 */
public record Breakdown(List<String> headings, List<Line> lines, String baseline, String target) {

  /**
   * A row of it.
   *
   * @param lead what it says under the first heading
   * @param cells the same under the others
   */
  public record Line(String lead, List<Cell> cells, String baseline, String target) {}

  /** What a row says under a heading. */
  public record Cell(String heading, String text) {}

  /** None for a kind without rows, and for what was signed before it had any. */
  static Optional<Breakdown> of(Words words, CommitmentKind rules, Terms terms) {
    if (terms.rows().isEmpty()) {
      return Optional.empty();
    }
    List<String> headings =
        rules.rowFields().stream().map(field -> words.label(field.label())).toList();
    return Optional.of(
        new Breakdown(
            headings,
            terms.rows().stream().map(row -> line(words, headings, row)).toList(),
            number(words, terms.baseline()),
            number(words, terms.target())));
  }

  private static Line line(Words words, List<String> headings, Row row) {
    return new Line(
        row.cells().getFirst(),
        IntStream.range(1, headings.size())
            .mapToObj(at -> new Cell(headings.get(at), row.cells().get(at)))
            .toList(),
        number(words, row.baseline()),
        number(words, Optional.of(row.target())));
  }

  private static String number(Words words, Optional<BigDecimal> value) {
    return value.map(each -> Quantity.say(words, each)).orElse(CommitmentWording.NONE);
  }

  /** What a row is called in one line. */
  static String called(Row row) {
    return String.join(" · ", row.cells());
  }

  /** From how much to how much; a dash where there is no such row. */
  static String says(Words words, List<Row> rows, String called) {
    return rows.stream()
        .filter(row -> called(row).equals(called))
        .findFirst()
        .map(
            row ->
                words.say(
                    "commitment.rows.of",
                    number(words, row.baseline()),
                    number(words, Optional.of(row.target()))))
        .orElse(CommitmentWording.NONE);
  }

  /** What the rows of some versions are called, each once. */
  static List<String> called(List<Terms> versions) {
    return versions.stream()
        .flatMap(terms -> terms.rows().stream())
        .map(Breakdown::called)
        .distinct()
        .toList();
  }
}

package id.narahubung.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one version of the rules says otherwise than another, row by row. Pure. */
public record Difference(List<Change> changes) {

  public Difference {
    changes = List.copyOf(changes);
  }

  /** One row that came, went or says something else, or the order of a section's rows. */
  public sealed interface Change {

    Section section();
  }

  /** A row that was not there before. */
  public record Added(Row row) implements Change {

    @Override
    public Section section() {
      return row.section();
    }
  }

  /** A row that is gone. */
  public record Removed(Row row) implements Change {

    @Override
    public Section section() {
      return row.section();
    }
  }

  /** A row that says something else in a column. */
  public record Changed(Row before, Row after, Column column) implements Change {

    @Override
    public Section section() {
      return after.section();
    }
  }

  /** The same rows in another order. */
  public record Reordered(Section section) implements Change {}

  public static Difference between(RuleSet before, RuleSet after) {
    Sheets old = Sheets.of(before);
    Sheets now = Sheets.of(after);
    List<Change> changes = new ArrayList<>();
    for (Section section : Section.values()) {
      for (Row row : now.rows(section)) {
        Optional<Row> known = old.find(section, row.key());
        if (known.isEmpty()) {
          changes.add(new Added(row));
        } else {
          section.columns().stream()
              .filter(column -> !row.agrees(known.get(), column))
              .forEach(column -> changes.add(new Changed(known.get(), row, column)));
        }
      }
      old.rows(section).stream()
          .filter(row -> now.find(section, row.key()).isEmpty())
          .forEach(row -> changes.add(new Removed(row)));
      if (section.isOrdered() && !common(old, now, section).equals(common(now, old, section))) {
        changes.add(new Reordered(section));
      }
    }
    return new Difference(changes);
  }

  /** The names of the rows that the other has too, in the order of the one. */
  private static List<String> common(Sheets one, Sheets other, Section section) {
    return one.rows(section).stream()
        .map(Row::key)
        .filter(key -> other.find(section, key).isPresent())
        .toList();
  }
}

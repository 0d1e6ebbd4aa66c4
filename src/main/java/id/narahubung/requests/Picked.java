package id.narahubung.requests;

import id.narahubung.access.BadInput;
import id.narahubung.web.Form;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of a draft that are chosen, by their ordinals: those whose box is ticked, and those that
 * were ticked on another page of the rows, which go along in one field.
 */
record Picked(Set<Integer> ordinals) {

  /** The name of a box. */
  static final String ROW = "row";

  /** The name of the field in which the others go along: their ordinals with blanks between. */
  static final String ALONG = "rows";

  Picked {
    ordinals = Set.copyOf(ordinals);
  }

  static Picked of(Form form) {
    Form split =
        form.with(
            ROW,
            Stream.concat(
                    form.all(ROW).stream(),
                    form.all(ALONG).stream().flatMap(all -> Arrays.stream(all.split(" ", -1))))
                .filter(each -> !each.isEmpty())
                .toList());
    return new Picked(split.ids(ROW).stream().map(Picked::ordinal).collect(Collectors.toSet()));
  }

  /** None of our boxes sends one out of range, and cut short it would be another row's. */
  private static int ordinal(long typed) {
    if (typed < 1 || typed > Integer.MAX_VALUE) {
      throw new BadInput("no row");
    }
    return (int) typed;
  }

  boolean has(int ordinal) {
    return ordinals.contains(ordinal);
  }

  /** What goes along from a page that shows boxes for these. */
  String beside(Set<Integer> shown) {
    return new TreeSet<>(ordinals)
        .stream()
            .filter(ordinal -> !shown.contains(ordinal))
            .map(ordinal -> Integer.toString(ordinal))
            .collect(Collectors.joining(" "));
  }
}

package id.narahubung.figures;

import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.web.Form;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the page of figures is narrowed to, as its address says.
 *
 * @param company one, or all together; a company's own people read their own
 * @param category '' is all
 * @param measure one, or all
 * @param until the last week shown; none is the newest that is frozen
 * @param weeks how many, the newest last
 */
record FigureFilter(
    OptionalLong company,
    String category,
    Optional<Measure> measure,
    Optional<Week> until,
    int weeks) {

  static final List<String> NAMES = List.of("company", "category", "measure", "until", "weeks");
  static final List<Integer> WEEKS = List.of(13, 26, 52);

  static FigureFilter of(PersonViewer viewer, Form query) {
    String company = query.text("company");
    return new FigureFilter(
        viewer.side() == Side.COMPANY
            ? OptionalLong.of(viewer.organisationId())
            : company.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(company))
                : OptionalLong.empty(),
        query.text("category"),
        Measure.find(query.text("measure")),
        Week.find(query.text("until")),
        WEEKS.stream()
            .filter(each -> query.text("weeks").equals(Integer.toString(each)))
            .findFirst()
            .orElse(WEEKS.getFirst()));
  }
}

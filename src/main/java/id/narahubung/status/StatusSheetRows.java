package id.narahubung.status;

import id.narahubung.figures.Figure;
import id.narahubung.figures.FigureSheet;
import id.narahubung.figures.FigureWording;
import id.narahubung.figures.Measure;
import id.narahubung.figures.Period;
import id.narahubung.rules.RuleSet;
import id.narahubung.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A frozen week as rows of a table: every measure of every company, and of all together where the
 * reader sees all; as {@link FigureSheet} writes them, with what the status adds.
 */
final class StatusSheetRows {

  private final Words words;
  private final StatusWeek week;
  private final FigureSheet sheet;

  StatusSheetRows(Words words, StatusWeek week, RuleSet rules) {
    this.words = words;
    this.week = week;
    this.sheet = new FigureSheet(words, week.names().companies(), rules);
  }

  List<List<Object>> all(OptionalLong only) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        Stream.concat(
                sheet.heads().stream(),
                Stream.of("light", "reason", "above", "below", "from", "to", "as_of", "seal")
                    .map(column -> words.say("status.column." + column)))
            .toList());
    if (only.isEmpty()) {
      rows.addAll(of(OptionalLong.empty(), "", ""));
    }
    week.companies()
        .forEach(
            (id, company) ->
                rows.addAll(
                    of(
                        OptionalLong.of(id),
                        words.say("status.light." + company.light().light().code()),
                        StatusWording.reason(words, company.light()))));
    return rows;
  }

  private List<List<Object>> of(OptionalLong company, String light, String reason) {
    FigureWording wording = new FigureWording(words);
    Period period = week.figures().period();
    List<Object> told =
        List.of(
            words.iso(period.from()), words.iso(period.to()), words.iso(week.asOf()), week.seal());
    return Stream.of(Measure.values())
        .map(measure -> week.figures().of(measure, company))
        .filter(Figure::known)
        .map(
            figure -> {
              List<Object> row = new ArrayList<>(sheet.row(week.week().code(), figure));
              row.addAll(List.of(light, reason, wording.numerator(figure.measure())));
              row.add(wording.denominator(figure.measure()).orElse(""));
              row.addAll(told);
              return row;
            })
        .toList();
  }
}

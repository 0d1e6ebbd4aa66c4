package id.narahubung.status;

import id.narahubung.figures.Figure;
import id.narahubung.figures.Measure;
import id.narahubung.sampling.Wilson;
import id.narahubung.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A frozen week as rows of a table: every measure of every company, and of all together. */
final class StatusSheetRows {

  private final Words words;
  private final StatusWeek week;

  StatusSheetRows(Words words, StatusWeek week) {
    this.words = words;
    this.week = week;
  }

  List<List<String>> all() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        Stream.of(
                "week",
                "company",
                "light",
                "reason",
                "measure",
                "name",
                "numerator",
                "denominator",
                "share",
                "low",
                "high",
                "median",
                "p90",
                "as_of",
                "seal")
            .map(column -> words.say("status.column." + column))
            .toList());
    if (week.companies().size() != 1) {
      rows.addAll(of(OptionalLong.empty(), ""));
    }
    week.companies()
        .forEach((id, company) -> rows.addAll(of(OptionalLong.of(id), week.company(id))));
    return rows;
  }

  private List<List<String>> of(OptionalLong company, String name) {
    CompanyWeek told = company.isPresent() ? week.companies().get(company.getAsLong()) : null;
    return Stream.of(Measure.values())
        .map(
            measure -> {
              Figure figure = week.figures().of(measure, company);
              Optional<Wilson> interval = figure.interval();
              return List.of(
                  week.week().code(),
                  name.isEmpty() ? words.say("status.column.all") : name,
                  told == null ? "" : words.say("status.light." + told.light().light().code()),
                  told == null ? "" : StatusWording.reason(words, told.light()),
                  measure.code(),
                  words.say("measure." + measure.code() + ".name"),
                  Integer.toString(figure.numerator()),
                  measure.isShare() ? Integer.toString(figure.denominator()) : "",
                  figure.share().isPresent() ? number(figure.share().getAsDouble()) : "",
                  interval.map(wilson -> number(wilson.low())).orElse(""),
                  interval.map(wilson -> number(wilson.high())).orElse(""),
                  minutes(figure.medianMinutes()),
                  minutes(figure.p90Minutes()),
                  words.iso(week.asOf()),
                  week.seal());
            })
        .toList();
  }

  private static String number(double share) {
    return String.format(Locale.ROOT, "%.4f", share);
  }

  private static String minutes(OptionalInt minutes) {
    return minutes.isPresent() ? Integer.toString(minutes.getAsInt()) : "";
  }
}

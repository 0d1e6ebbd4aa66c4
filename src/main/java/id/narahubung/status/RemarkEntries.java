package id.narahubung.status;

import id.narahubung.figures.FigureWording;
import id.narahubung.figures.Measure;
import id.narahubung.status.CompanyWeek.Said;
import id.narahubung.status.Sheet.Entry;
import id.narahubung.status.Sheet.Section;
import id.narahubung.text.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes of which numbers of weeks before the other side said something in the week, as lines:
 * which number, who by the function and when, each leading to where it stands beside its number.
 */
final class RemarkEntries {

  private static final String COMPANY = "company";
  private static final String MINISTRY = "ministry";
  private static final int MOST = 10;

  private final Words words;
  private final StatusWeek week;

  RemarkEntries(Words words, StatusWeek week) {
    this.words = words;
    this.week = week;
  }

  private record Of(long company, Said said) {}

  /** What companies said, for the ministry; the newest first. */
  Section ofCompanies() {
    List<Of> all =
        week.companies().entrySet().stream()
            .flatMap(each -> of(each.getValue(), COMPANY).map(said -> new Of(each.getKey(), said)))
            .sorted(
                Comparator.comparing((Of each) -> Instant.parse(each.said().at()))
                    .reversed()
                    .thenComparing(each -> week.company(each.company())))
            .toList();
    int more = week.companies().values().stream().mapToInt(CompanyWeek::companySaidMore).sum();
    return section(
        COMPANY,
        all,
        more,
        of -> words.say("status.said.of", number(of.said()), week.company(of.company())));
  }

  /** What the ministry said, for one company. */
  Section ofMinistry(long company, CompanyWeek of) {
    return section(
        MINISTRY,
        of(of, MINISTRY).map(said -> new Of(company, said)).toList(),
        of.ministrySaidMore(),
        each -> number(each.said()));
  }

  private static Stream<Said> of(CompanyWeek week, String side) {
    return week.said().stream().filter(each -> each.side().equals(side));
  }

  private Section section(String side, List<Of> all, int notKept, Function<Of, String> label) {
    List<Entry> entries =
        all.stream().limit(MOST).map(each -> entry(each, label)).collect(Collectors.toList());
    int more = notKept + Math.max(0, all.size() - MOST);
    if (more > 0) {
      Of newest = all.getFirst();
      entries.add(
          Entry.of(
              words.say("status.more", more),
              "",
              "",
              side.equals(COMPANY) ? "/status/" + newest.said().about() : path(newest)));
    }
    return Section.of(
        "said", words.say("status.said." + side), words.say("status.said.about"), entries);
  }

  private Entry entry(Of of, Function<Of, String> label) {
    Said said = of.said();
    return Entry.of(
        label.apply(of),
        words.say(
            "status.remark.by",
            words.say("side." + said.side()),
            words.say("by." + said.role()),
            words.instant(Instant.parse(said.at()))),
        "",
        path(of));
  }

  private String number(Said said) {
    return words.say(
        "status.said.number",
        Measure.find(said.measure()).map(new FigureWording(words)::name).orElseGet(said::measure),
        said.about());
  }

  /** Where it stands beside its number. */
  private static String path(Of of) {
    return "/status/" + of.said().about() + "/companies/" + of.company();
  }
}

package id.narahubung.status;

import id.narahubung.figures.FigureWording;
import id.narahubung.figures.Measure;
import id.narahubung.figures.Period;
import id.narahubung.status.CompanyWeek.Signing;
import id.narahubung.status.CompanyWeek.Todo;
import id.narahubung.status.MinistryWeek.Need;
import id.narahubung.status.Sheet.Entry;
import id.narahubung.status.Sheet.Meaning;
import id.narahubung.status.Sheet.Section;
import id.narahubung.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a week for a reader: the ministry's, of all companies, or one company's. */
final class SheetWriter {

  /** What fits on one page; the others are named, and stand in the portal. */
  private static final int MOST_COMPANIES = 25;

  /** So many lines of each kind a company has in the ministry's week, and in its own. */
  private static final int MOST_LINES = 4;

  private static final int MOST_LISTED = 20;
  private static final int MOST_NEEDED = 10;

  private final Words words;
  private final StatusWording say;
  private final StatusWeek week;
  private final NumberEntries numbers;
  private final StandingEntries standing;
  private final RemarkEntries remarks;

  SheetWriter(Words words, StatusWeek week) {
    this.words = words;
    this.say = new StatusWording(words, week);
    this.week = week;
    this.numbers = new NumberEntries(words, week);
    this.standing = new StandingEntries(words, week);
    this.remarks = new RemarkEntries(words, week);
  }

  /** All companies, those first that need attention; then what waits for the ministry. */
  Sheet ministry() {
    return ministry(MOST_COMPANIES, true);
  }

  /**
   * The same, shorter.
   *
   * @param most so many have a part of their own; the others have a line each, with the reason
   *     where they are not green
   * @param withGreen whether green ones have one, too
   */
  Sheet ministry(int most, boolean withGreen) {
    List<Section> sections = new ArrayList<>();
    sections.add(
        Section.of(
            "needed",
            words.say("status.needed"),
            week.ministry().needed().isEmpty() ? words.say("status.needed.none") : "",
            needed()));
    List<Long> sorted =
        week.companies().entrySet().stream()
            .sorted(
                Comparator.comparing(
                        (Map.Entry<Long, CompanyWeek> each) -> each.getValue().light().light())
                    .thenComparing(each -> week.company(each.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    List<Long> whole =
        sorted.stream()
            .filter(each -> withGreen || light(each) != Light.GREEN)
            .limit(most)
            .toList();
    whole.stream().map(this::summary).forEach(sections::add);
    if (sorted.size() > whole.size()) {
      sections.add(others(sorted.subList(whole.size(), sorted.size())));
    }
    addTo(sections, remarks.ofCompanies());
    sections.add(waitingForUs(OptionalLong.empty()));
    return sheet(
        words.say("status.title"),
        StatusWording.lights(
            words, week.companies().values().stream().map(CompanyWeek::light).toList()),
        sections);
  }

  private List<Entry> needed() {
    List<Need> all = week.ministry().needed();
    List<Entry> entries =
        all.stream().limit(MOST_NEEDED).map(this::needed).collect(Collectors.toList());
    if (all.size() > MOST_NEEDED) {
      entries.add(
          Entry.of(words.say("status.more", all.size() - MOST_NEEDED), "", "", "/decisions#tasks"));
    }
    return entries;
  }

  private Entry needed(Need need) {
    Entry entry =
        Entry.of(
            words.say("status.need." + need.kind(), need.number(), need.about()),
            week.platform(need.platform()),
            need.due().isEmpty() ? "" : say.until(Instant.parse(need.due())),
            StatusWording.href(need.kind(), need.number()));
    boolean late = !need.due().isEmpty() && Instant.parse(need.due()).isBefore(week.asOf());
    return late ? entry.toned("red") : entry;
  }

  /** A company in the ministry's week. */
  private Section summary(long company) {
    CompanyWeek of = week.companies().get(company);
    if (of == null) {
      throw new IllegalArgumentException("company " + company);
    }
    List<Entry> entries = new ArrayList<>();
    entries.add(numbers.stock(Measure.OPEN, Measure.OPEN_URGENT, company));
    entries.add(numbers.stock(Measure.OVERDUE, Measure.OVERDUE_URGENT, company));
    // One page: of what did not happen no line.
    if (numbers.of(Measure.ON_TIME, company).denominator() > 0) {
      entries.add(numbers.share(Measure.ON_TIME, company));
    }
    if (numbers.of(Measure.ON_TIME_URGENT, company).denominator() > 0) {
      entries.add(numbers.share(Measure.ON_TIME_URGENT, company));
    }
    if (numbers.of(Measure.ANSWER_TIME, company).numerator() > 0) {
      entries.add(numbers.time(Measure.ANSWER_TIME, company));
    }
    if (numbers.of(Measure.VERIFIED, company).denominator() > 0) {
      entries.add(numbers.share(Measure.VERIFIED, company));
    }
    if (numbers.of(Measure.REAPPEARED, company).numerator() > 0) {
      entries.add(numbers.share(Measure.REAPPEARED, company));
    }
    entries.addAll(numbers.commitments(company));
    of.promises().stream().limit(MOST_LINES).map(standing::promise).forEach(entries::add);
    int more = Math.max(0, of.promises().size() - MOST_LINES) + of.promisesMore();
    if (more > 0) {
      entries.add(Entry.of(words.say("status.promises.more", more), "", "", "/commitments"));
    }
    addSome(entries, of.letters().stream().map(standing::letter).toList());
    addSome(
        entries,
        of.access().stream()
            .filter(each -> !each.decision().isEmpty())
            .map(standing::access)
            .toList());
    return new Section(
        "c" + company,
        week.company(company),
        of.light().light().code(),
        say.reason(of.light()),
        say.path() + "/companies/" + company,
        entries);
  }

  private void addSome(List<Entry> entries, List<Entry> lines) {
    entries.addAll(lines.stream().limit(MOST_LINES).toList());
    if (lines.size() > MOST_LINES) {
      entries.add(Entry.of(words.say("status.more", lines.size() - MOST_LINES), "", "", ""));
    }
  }

  /** The rest by name, colour and reason. */
  private Section others(List<Long> companies) {
    return Section.of(
        "others",
        words.say("status.others", companies.size()),
        words.say("status.others.about"),
        companies.stream()
            .map(
                each ->
                    Entry.of(
                            week.company(each),
                            words.say("status.light." + light(each).code()),
                            why(each),
                            say.path() + "/companies/" + each)
                        .toned(light(each).code()))
            .toList());
  }

  private String why(long company) {
    CompanyWeek of = week.companies().get(company);
    return of == null ? "" : say.reason(of.light());
  }

  private Light light(long company) {
    CompanyWeek of = week.companies().get(company);
    return of == null ? Light.GREEN : of.light().light();
  }

  /** One company, for it and for the ministry: what to do first. */
  Sheet company(long company) {
    CompanyWeek of = week.companies().get(company);
    if (of == null) {
      throw new IllegalArgumentException("company " + company);
    }
    List<Section> sections = new ArrayList<>();
    sections.add(
        Section.of(
            "todo",
            words.say("status.todo"),
            todoAbout(company, of),
            Stream.concat(of.todo().stream().map(this::todo), signing(of.signing())).toList()));
    sections.add(waitingForUs(OptionalLong.of(company)));
    add(sections, "matters", of.matters().stream().map(standing::matter).toList(), 0);
    sections.add(numbers.all(company));
    addTo(sections, remarks.ofMinistry(company, of));
    add(sections, "failed", of.failed().stream().map(standing::failed).toList(), of.failedMore());
    add(sections, "findings", of.findings().stream().map(standing::finding).toList(), 0);
    add(
        sections,
        "promises",
        of.promises().stream().map(standing::promise).toList(),
        of.promisesMore());
    add(sections, "letters", of.letters().stream().map(standing::letter).toList(), 0);
    add(
        sections,
        "objections",
        of.objections().stream()
            .map(
                each ->
                    Entry.of(
                        each.about(),
                        each.outcome().isEmpty()
                            ? words.say("status.objection.waits")
                            : words.say("objection." + each.outcome()),
                        each.outcome().isEmpty()
                            ? say.until(Instant.parse(each.at()))
                            : words.instant(Instant.parse(each.at())),
                        "/requests/" + each.about().replace("/", "/items/")))
            .toList(),
        0);
    add(sections, "access", of.access().stream().map(standing::access).toList(), 0);
    sections.add(
        Section.of(
            "roster",
            words.say("status.roster"),
            "",
            List.of(
                Entry.of(
                        words.say("status.roster.hours"),
                        words.say("status.roster.of", of.dutyHours()),
                        of.dutyHours() < 168 ? words.say("status.roster.gaps") : "",
                        "/roster")
                    .toned(of.dutyHours() < 168 ? "amber" : ""))));
    return sheet(
        words.say("status.title_of", week.company(company)),
        words.say("status.light." + of.light().light().code()) + ": " + say.reason(of.light()),
        sections);
  }

  private String todoAbout(long company, CompanyWeek of) {
    int open = numbers.of(Measure.OPEN, company).numerator();
    if (open == 0) {
      return words.say("status.todo.none");
    }
    return words.say(
        "status.todo.about", open, numbers.of(Measure.OVERDUE, company).numerator(), of.todoMore());
  }

  private Entry todo(Todo each) {
    return Entry.of(
            each.request(),
            words.say(
                "status.items"
                    + (each.items() == 0 ? "_kept" : "")
                    + (each.urgent() ? "_urgent" : ""),
                each.items()),
            say.due(Instant.parse(each.due())),
            "/requests/" + each.request())
        .toned(each.overdue() ? "red" : each.urgent() ? "amber" : "");
  }

  private Stream<Entry> signing(Signing of) {
    return Stream.of(
            Entry.of(
                words.say("status.sign.commitments"),
                words.number(of.companyCommitments()),
                "",
                "/commitments"),
            Entry.of(
                words.say("status.sign.minutes"),
                words.number(of.companyMinutes()),
                "",
                "/meetings"))
        .filter(each -> !each.value().equals("0"));
  }

  private static void addTo(List<Section> sections, Section section) {
    if (!section.entries().isEmpty()) {
      sections.add(section);
    }
  }

  private void add(List<Section> sections, String id, List<Entry> entries, int notKept) {
    int more = notKept + Math.max(0, entries.size() - MOST_LISTED);
    addTo(
        sections,
        Section.of(
            id,
            words.say("status." + id),
            more > 0 ? words.say("status.more", more) : "",
            entries.stream().limit(MOST_LISTED).toList()));
  }

  /** What the ministry owes, of one company or of all, how late it was and how often it erred. */
  private Section waitingForUs(OptionalLong company) {
    List<Entry> entries =
        Stream.of(Measure.ASKED, Measure.TO_CHECK, Measure.TO_DECIDE, Measure.OBJECTIONS)
            .map(each -> numbers.stock(each, company))
            .collect(Collectors.toList());
    CompanyWeek one = company.isPresent() ? week.companies().get(company.getAsLong()) : null;
    int commitments =
        one == null
            ? week.companies().values().stream()
                .mapToInt(each -> each.signing().ministryCommitments())
                .sum()
            : one.signing().ministryCommitments();
    int minutes =
        one == null
            ? week.companies().values().stream()
                .mapToInt(each -> each.signing().ministryMinutes())
                .sum()
            : one.signing().ministryMinutes();
    if (commitments > 0) {
      entries.add(
          Entry.of(
              words.say("status.sign.commitments"), words.number(commitments), "", "/commitments"));
    }
    if (minutes > 0) {
      entries.add(
          Entry.of(words.say("status.sign.minutes"), words.number(minutes), "", "/meetings"));
    }
    entries.addAll(numbers.ofMinistry(company));
    return Section.of(
        "owed",
        words.say("status.owed"),
        words.say(company.isPresent() ? "status.owed.about" : "status.owed.about_all"),
        entries);
  }

  private Sheet sheet(String title, String summary, List<Section> sections) {
    Period period = week.figures().period();
    return new Sheet(
        title,
        summary,
        words.say(
            "status.span",
            week.week().code(),
            words.date(week.week().monday()),
            words.date(week.week().sunday())),
        week.seal().isEmpty()
            ? words.say("status.data.live", words.instant(period.asOf()))
            : words.say("status.data", words.instant(period.asOf()), say.seal()),
        week.frozen().isEmpty()
            ? words.say("status.note.live")
            : week.isLate() ? words.say("status.note.late", words.instant(frozenAt())) : "",
        sections,
        words.say(
            "status.meanings.period",
            words.instant(period.from()),
            words.instant(period.to()),
            words.instant(period.asOf())),
        meanings(sections));
  }

  /** What each measure that has a line counts, as the definitions say it. */
  private List<Meaning> meanings(List<Section> sections) {
    FigureWording wording = new FigureWording(words);
    return sections.stream()
        .flatMap(section -> section.entries().stream())
        .flatMap(entry -> Measure.find(entry.measure()).stream())
        .distinct()
        .sorted()
        .map(measure -> new Meaning(wording.name(measure), wording.means(measure)))
        .toList();
  }

  private Instant frozenAt() {
    return week.frozen().orElseThrow().frozenAt();
  }
}

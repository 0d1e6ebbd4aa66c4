package id.narahubung.status;

import id.narahubung.figures.Figure;
import id.narahubung.figures.FigureWording;
import id.narahubung.figures.Measure;
import id.narahubung.status.Sheet.Entry;
import id.narahubung.status.Sheet.Section;
import id.narahubung.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the figures of a week as lines, each leading to its rows. */
final class NumberEntries {

  private final Words words;
  private final StatusWording say;
  private final StatusWeek week;

  NumberEntries(Words words, StatusWeek week) {
    this.words = words;
    this.say = new StatusWording(words, week);
    this.week = week;
  }

  Section all(long company) {
    OptionalLong one = OptionalLong.of(company);
    List<Entry> entries = new ArrayList<>();
    entries.add(stock(Measure.OPEN, Measure.OPEN_URGENT, company));
    entries.add(stock(Measure.OVERDUE, Measure.OVERDUE_URGENT, company));
    for (Measure each : List.of(Measure.SENT, Measure.ANSWERED)) {
      entries.add(stock(each, one));
    }
    entries.add(share(Measure.ACKNOWLEDGED, one));
    entries.add(share(Measure.ON_TIME, one));
    entries.add(share(Measure.ON_TIME_URGENT, one));
    entries.add(time(Measure.ANSWER_TIME, company));
    for (Measure each :
        List.of(Measure.ACTED, Measure.REFUSED, Measure.VERIFIED, Measure.REAPPEARED)) {
      entries.add(share(each, one));
    }
    if (isThere(of(Measure.COMMITMENTS, company))) {
      entries.add(stock(Measure.COMMITMENTS, one));
    }
    entries.addAll(commitments(company));
    if (isThere(of(Measure.LETTERS, company))) {
      entries.add(stock(Measure.LETTERS, one));
    }
    if (isThere(of(Measure.FINES_PAID, company))) {
      entries.add(share(Measure.FINES_PAID, one));
    }
    return Section.of(
        "numbers", words.say("status.numbers"), words.say("status.numbers.about"), entries);
  }

  Figure of(Measure measure, long company) {
    return week.figures().of(measure, company);
  }

  Entry stock(Measure measure, Measure urgent, long company) {
    Entry all = stock(measure, OptionalLong.of(company));
    int pressing = of(urgent, company).numerator();
    String detail =
        Stream.of(pressing > 0 ? words.say("status.urgent", pressing) : "", all.detail())
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining("; "));
    return new Entry(
        all.measure(),
        measure == Measure.OVERDUE && of(measure, company).numerator() > 0 ? "red" : "",
        all.label(),
        all.value(),
        detail,
        -1,
        all.href(),
        all.remark());
  }

  Entry stock(Measure measure, OptionalLong company) {
    int now = week.figures().of(measure, company).numerator();
    String against =
        week.before()
            .map(set -> set.of(measure, company))
            .filter(Figure::known)
            .map(before -> say.against(now - before.numerator()))
            .orElse("");
    return entry(measure, company, words.number(now), against, -1);
  }

  Entry share(Measure measure, long company) {
    return share(measure, OptionalLong.of(company));
  }

  Entry share(Measure measure, OptionalLong company) {
    Figure of = week.figures().of(measure, company);
    return entry(measure, company, say.share(of), say.interval(of), say.bar(of));
  }

  Entry time(Measure measure, long company) {
    return time(measure, OptionalLong.of(company));
  }

  private Entry time(Measure measure, OptionalLong company) {
    Figure of = week.figures().of(measure, company);
    return entry(
        measure,
        company,
        of.median().map(words::duration).orElse("–"),
        of.p90()
            .map(most -> words.say("status.p90", words.duration(most), of.numerator()))
            .orElse(""),
        -1);
  }

  private Entry entry(Measure measure, OptionalLong company, String value, String detail, int bar) {
    return new Entry(
        measure.code(),
        "",
        new FigureWording(words).name(measure),
        value,
        detail,
        bar,
        say.rows(measure, company),
        company.isPresent() ? say.remark(measure, company.getAsLong()) : "");
  }

  /** Of its commitments those that are due, late and verified, where there are any. */
  List<Entry> commitments(long company) {
    OptionalLong of = OptionalLong.of(company);
    return Stream.of(
            Measure.COMMITMENTS_DUE, Measure.COMMITMENTS_LATE, Measure.COMMITMENTS_VERIFIED)
        .filter(each -> isThere(of(each, company)))
        .map(each -> each.isShare() ? share(each, of) : stock(each, of).toned("red"))
        .toList();
  }

  /**
   * How late the ministry itself was and how often it erred, of one company or of all; under it the
   * kinds of error there were, since one page has no room for those there were not.
   */
  List<Entry> ofMinistry(OptionalLong company) {
    List<Entry> entries = new ArrayList<>();
    if (isAny(Measure.REPLY_TIME, company)) {
      entries.add(time(Measure.REPLY_TIME, company));
    }
    entries.add(share(Measure.MINISTRY_ERROR, company));
    Stream.of(Measure.WITHDRAWN, Measure.NOT_PROCESSABLE, Measure.DUPLICATE, Measure.OVERTURNED)
        .filter(each -> isAny(each, company))
        .map(each -> share(each, company))
        .forEach(entries::add);
    return entries;
  }

  private boolean isAny(Measure measure, OptionalLong company) {
    return week.figures().of(measure, company).numerator() > 0;
  }

  private static boolean isThere(Figure of) {
    return of.numerator() > 0 || of.denominator() > 0;
  }
}

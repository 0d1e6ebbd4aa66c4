package id.narahubung.verification;

import id.narahubung.sheets.Sheet;
import id.narahubung.sheets.SheetWriter;
import id.narahubung.text.Words;
import id.narahubung.verification.Entry.Found;
import id.narahubung.verification.Entry.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Those drawn as a sheet to fill in on the road, and the filled one back. A heading ends with its
 * code, by which it is found again in any language and wherever somebody moved it.
 */
final class SampleSheet {

  private static final String NUMBER = "number";
  private static final String VERDICT = "verdict";
  private static final String NOTE = "note";
  private static final String LOOKS = "looks";
  private static final List<String> COLUMNS =
      List.of(NUMBER, "address", "stratum", VERDICT, NOTE, LOOKS);
  private static final Pattern CODE = Pattern.compile("\\(([a-z]+)\\)\\s*$");

  private SampleSheet() {}

  /** A line that cannot be taken, and why. */
  record Fault(int line, String key, String what) {}

  /** What a filled sheet tells, or what is wrong with it. */
  record Read(List<Found> found, List<Fault> faults) {}

  static void write(
      Words words,
      Sample.Source source,
      List<Entry> drawn,
      Function<Entry, String> address,
      SheetWriter out) {
    out.row(
        COLUMNS.stream()
            .map(code -> words.say("sample.column." + code) + " (" + code + ")")
            .toList());
    for (Entry entry : drawn) {
      out.row(
          List.of(
              entry.number(),
              address.apply(entry),
              entry.stratum(),
              entry.verdict().map(each -> LookForm.verdict(words, source, each)).orElse(""),
              entry.note(),
              Integer.toString(entry.looks())));
    }
    out.sheet(words.say("sample.legend"));
    out.row(List.of(words.say("sample.column.verdict"), words.say("sample.legend.code")));
    for (Verdict verdict : Verdict.values()) {
      out.row(List.of(LookForm.verdict(words, source, verdict), verdict.code()));
    }
  }

  static boolean isSampleSheet(Sheet sheet) {
    return !sheet.rows().isEmpty()
        && columns(sheet.rows().getFirst()).keySet().containsAll(List.of(NUMBER, VERDICT));
  }

  private static Map<String, Integer> columns(List<String> headings) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (int at = 0; at < headings.size(); at++) {
      Matcher code = CODE.matcher(headings.get(at));
      if (code.find()) {
        columns.putIfAbsent(code.group(1), at);
      }
    }
    return columns;
  }

  /**
   * A row without a verdict is not looked at yet; a verdict is its code or any language's word.
   * What says the same as before is no look; what somebody else looked at since the sheet was taken
   * is refused.
   */
  static Read read(Sheet sheet, Map<String, Verdict> known, List<Entry> drawn) {
    Map<String, Integer> columns = columns(sheet.rows().getFirst());
    Map<String, Entry> byNumber =
        drawn.stream().collect(Collectors.toMap(Entry::number, Function.identity()));
    Map<Integer, Found> found = new LinkedHashMap<>();
    Set<Integer> same = new HashSet<>();
    List<Fault> faults = new ArrayList<>();
    for (int line = 1; line < sheet.rows().size(); line++) {
      List<String> row = sheet.rows().get(line);
      String typed = Sheet.cell(row, columns.getOrDefault(VERDICT, 0));
      if (typed.isEmpty()) {
        continue;
      }
      String number = Sheet.cell(row, columns.getOrDefault(NUMBER, 0));
      String note = columns.containsKey(NOTE) ? Sheet.cell(row, columns.get(NOTE)) : "";
      Optional<Entry> entry = Optional.ofNullable(byNumber.get(number));
      Optional<Verdict> verdict =
          Optional.ofNullable(known.get(typed.strip().toLowerCase(Locale.ROOT)));
      if (entry.isEmpty()) {
        faults.add(new Fault(line + 1, "sample.fault.line.number", number));
      } else if (verdict.isEmpty()) {
        faults.add(new Fault(line + 1, "sample.fault.line.verdict", typed));
      } else if (note.length() > LookForm.MOST_NOTE) {
        faults.add(new Fault(line + 1, "sample.fault.line.note", number));
      } else if (found.containsKey(entry.get().ordinal())) {
        faults.add(new Fault(line + 1, "sample.fault.line.twice", number));
      } else {
        Found told = new Found(entry.get().ordinal(), entry.get().looks(), verdict.get(), note);
        if (!told.isSame(entry.get()) && !isCurrent(row, columns, entry.get())) {
          faults.add(new Fault(line + 1, "sample.fault.line.looked", number));
        } else {
          found.put(told.ordinal(), told);
          if (told.isSame(entry.get())) {
            same.add(told.ordinal());
          }
        }
      }
    }
    return new Read(
        found.values().stream().filter(told -> !same.contains(told.ordinal())).toList(), faults);
  }

  /** Whether nobody looked at it since the sheet was taken; without its column, at all. */
  private static boolean isCurrent(List<String> row, Map<String, Integer> columns, Entry entry) {
    String taken = columns.containsKey(LOOKS) ? Sheet.cell(row, columns.get(LOOKS)) : "";
    return taken.isEmpty() ? entry.looks() == 0 : taken.equals(Integer.toString(entry.looks()));
  }
}

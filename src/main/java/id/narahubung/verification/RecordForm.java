package id.narahubung.verification;

import id.narahubung.commitments.Quantity;
import id.narahubung.evidence.FilesForm;
import id.narahubung.rules.ChecklistEntry;
import id.narahubung.text.Words;
import id.narahubung.verification.Recorded.Answer;
import id.narahubung.verification.Recorded.Checked;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Form;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was found on the way, as it is typed: the fields, lines and checklist of the method. */
final class RecordForm {

  private static final int MOST_TEXT = 4_000;
  private static final int MOST_NOTES = 13_000;
  private static final int MOST_SHORT = 500;
  private static final int MOST_CHECK_NOTE = 1_000;
  private static final int MOST_LINES = 200;

  /** Fields that take more than a line. */
  private static final Set<String> AREAS =
      Set.of(
          "document_says",
          "signed_in_seen",
          "signed_out_seen",
          "accounts",
          "said",
          "before",
          "seen_now");

  private RecordForm() {}

  /** What was recorded before, to be corrected; the plan where nothing was. */
  static Form before(
      Form blank, VerificationStep step, Optional<Recorded> recorded, LocalDate today) {
    Form form = blank;
    LocalDate day =
        recorded
            .map(Recorded::carriedOutOn)
            .orElseGet(() -> step.plan().on().isAfter(today) ? today : step.plan().on());
    form = form.with("carried_out_on", List.of(day.toString()));
    form = form.with("place", List.of(step.plan().place()));
    if (recorded.isEmpty()) {
      return form;
    }
    Recorded before = recorded.get();
    form = form.with("network", List.of(before.network()));
    form = form.with("notes", List.of(before.notes()));
    for (Map.Entry<String, String> field : before.fields().entrySet()) {
      form = form.with(field.getKey(), List.of(field.getValue()));
    }
    for (Line.Kind kind : Recorded.lines(step.looksAs())) {
      form =
          form.with(
              kind.code(),
              List.of(
                  before.lines().stream()
                      .filter(line -> line.kind() == kind)
                      .map(Line::typed)
                      .collect(Collectors.joining("\n"))));
    }
    for (Checked check : before.checks()) {
      form = form.with("check_" + check.entry(), List.of(check.answer().code()));
      form = form.with("note_" + check.entry(), List.of(check.note()));
    }
    return form;
  }

  /** What was typed; empty, and said in the form, where something is wrong. */
  static Optional<Recorded> read(Form form, StepRead step) {
    Optional<LocalDate> day = form.date("carried_out_on");
    if (day.isEmpty()) {
      form.refuse("carried_out_on", "verification.fault.date");
    }
    keepShort(form, "place", MOST_SHORT);
    keepShort(form, "network", MOST_SHORT);
    keepShort(form, "notes", MOST_NOTES);
    Map<String, String> fields = new HashMap<>();
    for (String field : Recorded.fields(step.method().form())) {
      keepShort(form, field, MOST_TEXT);
      if (Recorded.isNumber(field) && !form.text(field).matches("\\d{0,6}")) {
        form.refuse(field, "verification.fault.number");
      }
      if (field.equals(Recorded.LOADED)
          && form.has(field)
          && Quantity.read(form.text(field)).isEmpty()) {
        form.refuse(field, "verification.fault.value");
      }
      fields.put(field, form.text(field));
    }
    List<Line> lines = new ArrayList<>();
    for (Line.Kind kind : Recorded.lines(step.step().looksAs())) {
      lines.addAll(lines(form, kind));
    }
    List<Checked> checks =
        typed(step.checklist()).stream().flatMap(entry -> checked(form, entry).stream()).toList();
    return form.isGood()
        ? Optional.of(
            new Recorded(
                day.orElseThrow(),
                form.text("place"),
                form.text("network"),
                form.text("notes"),
                fields,
                lines,
                checks))
        : Optional.empty();
  }

  /** Without what the portal answers by itself. */
  private static List<ChecklistEntry> typed(List<ChecklistEntry> checklist) {
    return checklist.stream().filter(entry -> !entry.isOfMinutes()).toList();
  }

  private static void keepShort(Form form, String field, int most) {
    if (form.text(field).length() > most) {
      form.refuse(field, "fault.too_long", most);
    }
  }

  private static List<Line> lines(Form form, Line.Kind kind) {
    List<String> typed =
        form.text(kind.code()).lines().map(String::strip).filter(each -> !each.isEmpty()).toList();
    if (typed.size() > MOST_LINES) {
      form.refuse(kind.code(), "verification.fault.lines", MOST_LINES);
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < typed.size(); i++) {
      Optional<Line> line = Line.read(kind, typed.get(i));
      if (line.isEmpty()) {
        form.refuse(kind.code(), "verification.fault." + kind.code(), i + 1);
      }
      line.ifPresent(lines::add);
    }
    return lines;
  }

  private static Optional<Checked> checked(Form form, ChecklistEntry entry) {
    String note = "note_" + entry.code();
    keepShort(form, note, MOST_CHECK_NOTE);
    Optional<Answer> answer =
        Arrays.stream(Answer.values())
            .filter(each -> each.code().equals(form.text("check_" + entry.code())))
            .findFirst();
    if (answer.isEmpty() && form.has(note)) {
      form.refuse("check_" + entry.code(), "verification.fault.check");
    }
    return answer.map(each -> new Checked(entry.code(), each, form.text(note)));
  }

  static List<Control> controls(Words words, Controls controls, StepRead step) {
    List<Control> all = new ArrayList<>();
    all.add(controls.of(Kind.DATE, "carried_out_on", true));
    all.add(controls.of(Kind.TEXT, "place", false));
    all.add(controls.of(Kind.TEXT, "network", false));
    for (String field : Recorded.fields(step.method().form())) {
      all.add(controls.of(AREAS.contains(field) ? Kind.AREA : Kind.TEXT, field, false));
    }
    for (Line.Kind kind : Recorded.lines(step.step().looksAs())) {
      all.add(controls.of(Kind.AREA, kind.code(), false));
    }
    for (ChecklistEntry entry : typed(step.checklist())) {
      String check = "check_" + entry.code();
      String label = words.label(entry.label());
      all.add(
          controls.of(
              Kind.SELECT,
              check,
              words.say("verification.form.check", label),
              false,
              Stream.concat(
                      Stream.of(controls.choice(check, "", words.say("verification.check.none"))),
                      Arrays.stream(Answer.values())
                          .map(
                              each ->
                                  controls.choice(
                                      check,
                                      each.code(),
                                      words.say("verification.check." + each.code()))))
                  .toList()));
      all.add(
          controls.of(
              Kind.TEXT,
              "note_" + entry.code(),
              words.say("verification.form.check_note", label),
              false,
              List.of()));
    }
    all.add(controls.of(Kind.AREA, "notes", false));
    all.add(controls.of(Kind.FILES, FilesForm.FIELD, false));
    return all;
  }
}

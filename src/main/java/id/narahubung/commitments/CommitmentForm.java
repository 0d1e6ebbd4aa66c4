package id.narahubung.commitments;

import id.narahubung.commitments.Terms.Milestone;
import id.narahubung.rules.CommitmentField;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.text.Label;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Form;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of a version: what is typed, as terms, and back. */
final class CommitmentForm {

  private static final String YES = "yes";
  private static final String NO = "no";

  /** A day and a value: '2026-10-01 120' or '1/10/2026: 120'. */
  private static final Pattern MILESTONE =
      Pattern.compile(
          "(\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4})[\\s:;=]+(\\S.*)");

  /** A due day far enough that an untyped one breaks no other rule. */
  private static final int FAR = 100;

  private CommitmentForm() {}

  /**
   * What was typed; what is wrong with it is said in the form.
   *
   * @param standing the due day of the version in force
   */
  static Terms terms(
      Words words, Form form, CommitmentKind kind, LocalDate today, Optional<LocalDate> standing) {
    List<Terms.Row> rows = kind.hasRows() ? PromisedLines.read(words, form, kind) : List.of();
    Optional<BigDecimal> baseline =
        kind.hasRows() ? Terms.baselineOf(rows) : number(form, "baseline");
    Optional<BigDecimal> target = kind.hasRows() ? Terms.targetOf(rows) : number(form, "target");
    Optional<LocalDate> due = form.date("due_on");
    if (due.isEmpty()) {
      form.refuse("due_on", "commitment.fault.due_on.missing");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (CommitmentField field : kind.ownFields()) {
      String typed = form.text(Terms.FIELD + field.code());
      if (!typed.isEmpty()) {
        fields.put(field.code(), typed);
      }
    }
    Terms terms =
        new Terms(
            form.text("text"),
            baseline,
            target,
            due.orElseGet(() -> today.plusYears(FAR)),
            days(form),
            form.text("condition").equals(YES),
            fields,
            milestones(form),
            rows);
    for (Terms.Fault fault : terms.faults(kind, today, standing)) {
      form.refuse(fault.field(), fault.key(), told(words, fault.arguments()));
    }
    return terms;
  }

  private static Object[] told(Words words, List<Object> arguments) {
    return arguments.stream()
        .map(each -> each instanceof Label label ? words.label(label) : each)
        .toArray();
  }

  /** A number that may be left out; one that cannot be read is said in the form. */
  static Optional<BigDecimal> number(Form form, String name) {
    Optional<BigDecimal> read = Quantity.read(form.text(name));
    if (form.has(name) && read.isEmpty()) {
      form.refuse(name, "commitment.fault.number");
    }
    return read;
  }

  private static int days(Form form) {
    String typed = form.text("grace_days");
    if (typed.isEmpty()) {
      return 0;
    }
    return typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : -1;
  }

  private static List<Milestone> milestones(Form form) {
    List<Milestone> milestones = new ArrayList<>();
    for (String line : form.raw("milestones").lines().map(String::strip).toList()) {
      if (!line.isEmpty()) {
        Optional<Milestone> read = milestone(line);
        if (read.isEmpty()) {
          form.refuse("milestones", "commitment.fault.milestones.line", line);
          return List.of();
        }
        milestones.add(read.get());
      }
    }
    return milestones;
  }

  private static Optional<Milestone> milestone(String line) {
    Matcher found = MILESTONE.matcher(line);
    if (!found.matches()) {
      return Optional.empty();
    }
    return day(found.group(1))
        .flatMap(day -> Quantity.read(found.group(2)).map(value -> new Milestone(day, value)));
  }

  private static Optional<LocalDate> day(String typed) {
    int[] parts = Arrays.stream(typed.split("[-/.]", -1)).mapToInt(Integer::parseInt).toArray();
    boolean yearFirst = parts[0] > 31;
    try {
      return Optional.of(
          yearFirst
              ? LocalDate.of(parts[0], parts[1], parts[2])
              : LocalDate.of(parts[2], parts[1], parts[0]));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The controls of a version, those of the kind among them. */
  static List<Control> controls(Words words, Form form, CommitmentKind kind) {
    Controls controls = new Controls(words, form, "commitment.form.");
    List<Control> all = new ArrayList<>();
    all.add(controls.of(Kind.AREA, "text", true));
    if (kind.hasRows()) {
      all.add(
          controls.of(
              Kind.LINES,
              Terms.ROWS,
              words.say("commitment.form.rows.of", PromisedLines.columns(words, kind)),
              true,
              List.of()));
    } else if (kind.direction() != CommitmentKind.Direction.DONE) {
      all.add(measured(words, controls, "baseline", kind, false));
      all.add(measured(words, controls, "target", kind, true));
    }
    all.add(controls.of(Kind.DATE, "due_on", true));
    all.add(controls.of(Kind.TEXT, "grace_days", false));
    if (kind.direction() != CommitmentKind.Direction.DONE) {
      all.add(controls.of(Kind.AREA, "milestones", false));
    }
    for (CommitmentField field : kind.ownFields()) {
      all.add(
          controls.of(
              field.type() == CommitmentField.Type.DAY ? Kind.DATE : Kind.TEXT,
              Terms.FIELD + field.code(),
              label(words, field),
              field.required(),
              List.of()));
    }
    all.add(controls.of(Kind.RADIOS, "condition", true, yesOrNo(words, controls, "condition")));
    return all;
  }

  private static Control measured(
      Words words, Controls controls, String name, CommitmentKind kind, boolean required) {
    String unit = kind.unit().map(words::label).orElse("");
    return controls.of(
        Kind.TEXT, name, words.say("commitment.form." + name, unit), required, List.of());
  }

  private static String label(Words words, CommitmentField field) {
    String label = words.label(field.label());
    return field.type() == CommitmentField.Type.HOURS
        ? words.say("commitment.form.hours", label)
        : label;
  }

  static List<Choice> yesOrNo(Words words, Controls controls, String name) {
    return List.of(
        controls.choice(name, NO, words.say("commitment.form." + name + ".no")),
        controls.choice(name, YES, words.say("commitment.form." + name + ".yes")));
  }

  static boolean isYes(Form form, String name) {
    return form.text(name).equals(YES);
  }

  /** A form that holds these terms, to be changed. */
  static Form filled(Terms terms) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    values.put("text", List.of(terms.text()));
    terms.baseline().ifPresent(each -> values.put("baseline", List.of(Quantity.typed(each))));
    terms.target().ifPresent(each -> values.put("target", List.of(Quantity.typed(each))));
    values.put("due_on", List.of(terms.dueOn().toString()));
    if (terms.graceDays() > 0) {
      values.put("grace_days", List.of(Integer.toString(terms.graceDays())));
    }
    values.put("condition", List.of(terms.condition() ? YES : NO));
    values.put("milestones", List.of(CommitmentWording.typed(terms.milestones())));
    values.put(Terms.ROWS, List.of(PromisedLines.typed(terms.rows())));
    terms.fields().forEach((code, value) -> values.put(Terms.FIELD + code, List.of(value)));
    return Form.of(values);
  }
}

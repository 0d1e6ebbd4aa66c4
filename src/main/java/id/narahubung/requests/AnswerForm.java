package id.narahubung.requests;

import id.narahubung.requests.Wording.Fact;
import id.narahubung.rules.AnswerClass;
import id.narahubung.rules.AnswerField;
import id.narahubung.rules.AnswerType;
import id.narahubung.rules.Extent;
import id.narahubung.rules.RuleSet;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Form;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answering: first the type, then what it asks for, with what it will count as. */
final class AnswerForm implements ActForm {

  private final AnswerItems answer;
  private final InstantSource clock;

  AnswerForm(AnswerItems answer, InstantSource clock) {
    this.answer = answer;
    this.clock = clock;
  }

  /** The type comes with the query, from the first step. */
  @Override
  public Form blank(Picked picked, Form query) {
    if (query.has("step") && type(picked, query).isEmpty()) {
      query.refuse("type", "answer.fault.type");
    }
    return query;
  }

  @Override
  public Optional<Work> read(Picked picked, Form form) {
    return given(picked.rules(), picked.words(), form, clock.instant())
        .map(
            given ->
                new Work(
                    "answer.saved", tx -> answer.run(tx, form.act(), ItemActs.refs(form), given)));
  }

  /** The answer that was typed; faults are noted in the form, and then there is none. */
  static Optional<AnswerGiven> given(RuleSet rules, Words words, Form form, Instant now) {
    Optional<AnswerType> type = rules.findAnswerType(form.text("type"));
    if (type.isEmpty()) {
      form.refuse("type", "answer.fault.type");
      return Optional.empty();
    }
    AnswerGiven given = read(form, type.get(), words.zone());
    AnswerRules.faults(rules, given, now)
        .forEach(fault -> form.refuse(fault.field(), fault.key(), label(words, type.get(), fault)));
    return form.isGood() ? Optional.of(given) : Optional.empty();
  }

  @Override
  public Drawing draw(Picked picked, Form form) {
    return type(picked, form)
        .map(type -> second(picked, form, type))
        .orElseGet(() -> first(picked, form));
  }

  private static Optional<AnswerType> type(Picked picked, Form form) {
    return picked.rules().findAnswerType(form.text("type"));
  }

  /** The name of the field that is wrong, for its sentence. */
  private static String label(Words words, AnswerType type, AnswerRules.Fault fault) {
    return type.fields().stream()
        .filter(field -> field.code().equals(fault.field()))
        .findFirst()
        .map(field -> words.label(field.label()))
        .orElse("");
  }

  private static AnswerGiven read(Form form, AnswerType type, ZoneId zone) {
    Map<String, String> details = new LinkedHashMap<>();
    for (AnswerField field : type.fields()) {
      String typed = form.text(field.code());
      if (field.input() == AnswerField.Input.INSTANT && !typed.isEmpty()) {
        details.put(
            field.code(), form.instant(field.code(), zone).map(Instant::toString).orElse(typed));
      } else if (!typed.isEmpty()) {
        details.put(field.code(), typed);
      }
    }
    return new AnswerGiven(
        type.code(),
        type.answerClass() == AnswerClass.REFUSED && form.has("ground")
            ? Optional.of(form.text("ground"))
            : Optional.empty(),
        details);
  }

  private static Drawing first(Picked picked, Form form) {
    Words words = picked.words();
    Controls controls = new Controls(words, form, "answer.");
    List<Choice> types =
        picked.rules().answerTypes().stream()
            .map(
                type ->
                    controls
                        .choice(
                            "type",
                            type.code(),
                            words.label(type.label()),
                            words.label(type.hint()))
                        .under(words.say("answer.group." + group(type.answerClass()))))
            .toList();
    return new Drawing(
        words.say("answer.title", picked.rows().size()),
        "/answers/new",
        "get",
        List.of(),
        List.of(controls.of(Kind.RADIOS, "type", true, types)),
        "",
        List.of(),
        words.say("answer.continue"));
  }

  /** The headings of the list of answers: what one has to say, roughly. */
  private static String group(AnswerClass type) {
    return switch (type) {
      case ACTED, PARTLY -> "acted";
      case UNAVAILABLE, NOT_OURS, DUPLICATE -> "not_there";
      case REFUSED, IMPOSSIBLE -> "not_done";
      case ASKS, PENDING -> "later";
    };
  }

  private static Drawing second(Picked picked, Form form, AnswerType type) {
    Words words = picked.words();
    Controls controls = new Controls(words, form, "answer.");
    List<Control> all = new ArrayList<>();
    if (type.answerClass() == AnswerClass.REFUSED) {
      all.add(
          controls.of(
              Kind.RADIOS,
              "ground",
              true,
              picked.rules().refusalGrounds().stream()
                  .map(
                      ground ->
                          controls.choice("ground", ground.code(), words.label(ground.label())))
                  .toList()));
    }
    for (AnswerField field : type.fields()) {
      all.add(
          controls.of(
              kind(field),
              field.code(),
              words.label(field.label()),
              field.required(),
              choices(words, controls, field)));
    }
    return new Drawing(
        words.say("answer.title_type", picked.rows().size(), words.label(type.label())),
        "/answers",
        "post",
        List.of(new Fact("type", type.code())),
        all,
        "",
        countsAs(picked, type),
        words.say("answer.save", picked.rows().size()));
  }

  private static Kind kind(AnswerField field) {
    return switch (field.input()) {
      case LINE, ITEM -> Kind.TEXT;
      case TEXT -> Kind.AREA;
      case INSTANT -> Kind.DATETIME;
      case DATE -> Kind.DATE;
      case CHOICE -> Kind.RADIOS;
    };
  }

  private static List<Choice> choices(Words words, Controls controls, AnswerField field) {
    return field.options().stream()
        .map(option -> controls.choice(field.code(), option.code(), words.label(option.label())))
        .toList();
  }

  /** Said before saving: what the answer counts as, for the clock and for the measure asked. */
  private static List<String> countsAs(Picked picked, AnswerType type) {
    Words words = picked.words();
    List<String> lines = new ArrayList<>();
    lines.add(words.label(type.hint()));
    if (type.answerClass().isFinal()) {
      picked.rows().stream()
          .map(ItemRow::measureCode)
          .distinct()
          .forEach(
              measure -> {
                Extent extent = picked.rules().fulfilment(measure, type.code());
                lines.add(
                    words.say(
                        "answer.fulfils." + Wording.lower(extent),
                        words.label(picked.rules().measure(measure).label())));
              });
    }
    lines.add(words.say("answer.may_change"));
    return lines;
  }
}

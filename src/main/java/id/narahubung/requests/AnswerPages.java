package id.narahubung.requests;

import id.narahubung.requests.ItemActs.Drawing;
import id.narahubung.requests.ItemActs.Picked;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.rules.AnswerClass;
import id.narahubung.rules.AnswerField;
import id.narahubung.rules.AnswerType;
import id.narahubung.rules.Extent;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Form;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answering: first the type, then what it asks for, with what it will count as. */
public final class AnswerPages {

  private final ItemActs acts;
  private final AnswerItems answer;
  private final InstantSource clock;

  public AnswerPages(ItemActs acts, AnswerItems answer, InstantSource clock) {
    this.acts = acts;
    this.answer = answer;
    this.clock = clock;
  }

  void ask(Context ctx) {
    Form form = Form.ofQuery(ctx);
    Picked picked = acts.picked(ctx);
    Optional<AnswerType> type = picked.rules().findAnswerType(form.text("type"));
    acts.show(
        ctx,
        picked,
        form,
        type.isPresent() ? second(picked, form, type.get()) : first(picked, form));
  }

  void save(Context ctx) {
    Form form = Form.of(ctx);
    Picked picked = acts.picked(ctx, form);
    Optional<AnswerType> type = picked.rules().findAnswerType(form.text("type"));
    if (type.isEmpty()) {
      form.refuse("type", "answer.fault.type");
      acts.refuse(ctx, picked, form, first(picked, form));
      return;
    }
    AnswerGiven given = read(form, type.get(), Reader.of(ctx).words().zone());
    AnswerRules.faults(picked.rules(), given, clock.instant())
        .forEach(fault -> form.refuse(fault.field(), fault.key()));
    Drawing drawing = second(picked, form, type.get());
    if (!form.isGood()) {
      acts.refuse(ctx, picked, form, drawing);
      return;
    }
    acts.run(
        ctx,
        picked,
        form,
        drawing,
        "answer.saved",
        tx -> answer.run(tx, form.act(), ItemActs.refs(form), given));
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
                    controls.choice(
                        "type", type.code(), words.label(type.label()), words.label(type.hint())))
            .toList();
    return new Drawing(
        words.say("answer.title", picked.rows().size()),
        "/answers/new",
        "get",
        List.of(),
        List.of(controls.of(Kind.RADIOS, "type", true, types)),
        List.of(),
        words.say("answer.continue"));
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

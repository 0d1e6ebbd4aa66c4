package id.narahubung.requests;

import id.narahubung.data.Tx;
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
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answering: first the type, then what it asks for, with what it will count as. */
final class AnswerForm implements ActForm {

  /** Whether the page said that a lead must release it. */
  static final String WAITS = "waits";

  static final String YES = "yes";

  private final AnswerItems answer;
  private final InstantSource clock;

  AnswerForm(AnswerItems answer, InstantSource clock) {
    this.answer = answer;
    this.clock = clock;
  }

  @Override
  public Drafting drafting(Tx tx, List<ItemRow> rows) {
    return answer.drafting(tx, rows.stream().map(row -> row.item().id()).toList());
  }

  /** The type comes with the query, from the first step; or all of it, from a draft. */
  @Override
  public Form blank(Picked picked, Form query) {
    if (query.has("draft") && !query.has("type")) {
      return drafted(picked).map(given -> typed(picked, given, query)).orElse(query);
    }
    if (query.has("step") && type(picked, query).isEmpty()) {
      query.refuse("type", "answer.fault.type");
    }
    return query;
  }

  /** What the picked items' drafts say, where they all say the same. */
  private static Optional<AnswerGiven> drafted(Picked picked) {
    List<AnswerGiven> said =
        picked.drafting().drafts().values().stream().map(AnswerDraft::given).distinct().toList();
    return said.size() == 1 ? Optional.of(said.getFirst()) : Optional.empty();
  }

  /** A form as whoever gave this answer typed it. */
  private static Form typed(Picked picked, AnswerGiven given, Form query) {
    Form form = query.with("type", List.of(given.typeCode()));
    if (given.ground().isPresent()) {
      form = form.with("ground", List.of(given.ground().get()));
    }
    Optional<AnswerType> type = picked.rules().findAnswerType(given.typeCode());
    for (Map.Entry<String, String> detail : given.details().entrySet()) {
      boolean instant =
          type.flatMap(each -> each.findField(detail.getKey()))
              .filter(field -> field.input() == AnswerField.Input.INSTANT)
              .isPresent();
      String value =
          instant
              ? LocalDateTime.ofInstant(Instant.parse(detail.getValue()), picked.words().zone())
                  .toString()
              : detail.getValue();
      form = form.with(detail.getKey(), List.of(value));
    }
    return form;
  }

  @Override
  public Optional<Work> read(Picked picked, Form form) {
    boolean waits = form.has(WAITS) ? form.text(WAITS).equals(YES) : picked.drafting().waits();
    boolean draft = waits || form.text("keep").equals("draft");
    return given(picked.rules(), picked.words(), form, clock.instant())
        .map(
            given ->
                new Work(
                    waits ? "answer.waits.saved" : draft ? "answer.drafted" : "answer.saved",
                    draft ? "result.drafted" : "result.changed",
                    tx -> {
                      answer.expect(tx, waits);
                      List<ItemRef> items = ItemActs.refs(form);
                      return draft
                          ? answer.draft(tx, form.act(), items, given)
                          : answer.run(tx, form.act(), items, given);
                    }));
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
        picked.rules().answering().answerTypes().stream()
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
        words.say("answer.continue"),
        note(picked),
        "");
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
              picked.rules().answering().refusalGrounds().stream()
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
    boolean waits = picked.drafting().waits();
    int rows = picked.rows().size();
    return new Drawing(
        words.say("answer.title_type", rows, words.label(type.label())),
        "/answers",
        "post",
        List.of(new Fact("type", type.code()), new Fact(WAITS, waits ? YES : "no")),
        all,
        "",
        countsAs(picked, type),
        words.say(waits ? "answer.waits.save" : "answer.save", rows),
        note(picked),
        waits ? "" : words.say("answer.draft", rows));
  }

  /** That a lead releases it, until when, and that something is drafted already. */
  private static String note(Picked picked) {
    Words words = picked.words();
    List<String> lines = new ArrayList<>();
    if (picked.drafting().waits()) {
      lines.add(words.say("answer.waits.note"));
      picked.rows().stream()
          .map(ItemRow::item)
          .filter(item -> item.standing() == Standing.OPEN)
          .flatMap(item -> item.dueAt().stream())
          .min(Comparator.naturalOrder())
          .ifPresent(due -> lines.add(words.say("answer.waits.due", words.instant(due))));
    }
    Collection<AnswerDraft> drafts = picked.drafting().drafts().values();
    long giving = drafts.stream().filter(draft -> draft.yieldsTo(picked.viewer())).count();
    if (giving > 0) {
      lines.add(words.say("answer.has_drafts", giving));
    }
    if (giving < drafts.size()) {
      lines.add(
          words.say(
              picked.drafting().waits() ? "answer.has_drafts.waits" : "answer.has_drafts.kept",
              drafts.size() - giving));
    }
    return String.join(" ", lines);
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
    if (picked.drafting().waits()) {
      lines.addAll(words.say("answer.waits.next").lines().toList());
    }
    lines.add(words.say("answer.may_change"));
    return lines;
  }
}

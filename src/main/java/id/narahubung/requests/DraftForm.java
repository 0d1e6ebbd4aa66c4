package id.narahubung.requests;

import id.narahubung.addresses.AddressFinder;
import id.narahubung.platforms.Platform;
import id.narahubung.rules.Category;
import id.narahubung.rules.LegalBasis;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.Standard;
import id.narahubung.text.Language;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Form;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form of a draft: what was typed, read into content when it is good enough to be kept. A draft
 * may be saved incomplete; only what its row cannot do without is demanded here.
 */
final class DraftForm {

  /** A group of controls under one heading. */
  record Section(String title, List<Control> controls) {}

  static final int MAX_ITEMS = 10_000;

  /** The button that only fills in the usual texts. */
  static final String FILL = "fill";

  private static final Map<String, Integer> LENGTHS =
      Map.of(
          "subject", RequestContent.MOST_SUBJECT,
          "requester_body", 300,
          "requester_contact", 300,
          "letter_number", 100,
          "analysis", 20_000,
          "urgency_reason", 4000,
          "redress", 4000,
          "english_summary", 4000);

  private final Form form;
  private final RuleSet rules;
  private final List<Platform> platforms;
  private final LocalDate today;
  private final Words words;

  DraftForm(Form form, RuleSet rules, List<Platform> platforms, LocalDate today, Words words) {
    this.today = today;
    this.form = form;
    this.rules = rules;
    this.platforms = platforms;
    this.words = words;
  }

  /** What a new draft's form shows before anybody typed. */
  static Form blank() {
    return Form.of(
        Map.of(
            "requester_kind", List.of("agency"),
            "origin", List.of("cyber_patrol"),
            "measure", List.of("remove"),
            "scope", List.of("indonesia"),
            "uploader_may_be_told", List.of("yes")));
  }

  /** The form with what an order of its category usually says, where nothing was typed yet. */
  static Form filled(Form form, RuleSet rules) {
    Optional<Category> category = rules.findCategory(form.text("category"));
    if (category.isEmpty()) {
      form.refuse("category", "draft.fault.category");
      return form;
    }
    Form filled = form;
    if (form.all("basis").isEmpty()) {
      filled = filled.with("basis", category.get().basisCodes());
    }
    Optional<Standard> standard = category.get().standard();
    if (standard.isPresent()) {
      filled = filled.with("measure", List.of(standard.get().measureCode()));
      filled = filled.withWhereEmpty("analysis", standard.get().analysis());
      filled = filled.withWhereEmpty("redress", standard.get().redress());
    }
    return filled;
  }

  /** A form that holds this content, to go on with it. */
  static Form of(RequestContent content, String pasted, RuleSet rules) {
    Map<String, List<String>> values = DraftText.values(content, pasted);
    boolean own =
        rules
            .findCategory(content.categoryCode())
            .filter(category -> category.urgencyCode().equals(content.urgencyCode()))
            .isPresent();
    if (own) {
      values.put("urgency", List.of(""));
    }
    return Form.of(values);
  }

  /** The content, or empty when a row could not hold it; the form then knows why. */
  Optional<RequestContent> read() {
    Optional<Platform> platform = platform();
    need("platform", platform.isPresent());
    need("subject", form.has("subject"));
    need("category", rules.findCategory(form.text("category")).isPresent());
    need(
        "urgency",
        form.text("urgency").isEmpty() || rules.findUrgency(form.text("urgency")).isPresent());
    need("measure", rules.findMeasure(form.text("measure")).isPresent());
    Optional<RequesterKind> kind = one(RequesterKind.class, "requester_kind");
    Optional<Origin> origin = one(Origin.class, "origin");
    Optional<Scope> scope = one(Scope.class, "scope");
    need("basis", form.all("basis").stream().allMatch(code -> rules.findBasis(code).isPresent()));
    need("letter_date", !form.has("letter_date") || form.date("letter_date").isPresent());
    if (form.date("letter_date").filter(date -> date.isAfter(today)).isPresent()) {
      form.refuse("letter_date", "draft.fault.letter_date_ahead");
    }
    if (AddressFinder.in(form.raw("pasted")).good().size() > MAX_ITEMS) {
      form.refuse("pasted", "draft.fault.pasted", MAX_ITEMS);
    }
    LENGTHS.forEach(
        (name, length) -> {
          if (form.text(name).length() > length) {
            form.refuse(name, "fault.too_long", length);
          }
        });
    if (!form.isGood()
        || platform.isEmpty()
        || kind.isEmpty()
        || origin.isEmpty()
        || scope.isEmpty()) {
      return Optional.empty();
    }
    String category = form.text("category");
    return Optional.of(
        new RequestContent(
            platform.get().id(),
            form.text("subject"),
            category,
            form.has("urgency") ? form.text("urgency") : rules.urgencyOf(category).code(),
            form.text("urgency_reason"),
            kind.get(),
            form.text("requester_body"),
            form.text("requester_contact"),
            origin.get(),
            form.text("letter_number"),
            form.date("letter_date"),
            form.all("basis").stream().distinct().sorted().toList(),
            form.text("analysis"),
            form.text("measure"),
            scope.get(),
            form.text("uploader_may_be_told").equals("yes"),
            form.text("redress"),
            form.text("english_summary")));
  }

  private void need(String field, boolean good) {
    if (!good) {
      form.refuse(field, "draft.fault." + field);
    }
  }

  private <E extends Enum<E>> Optional<E> one(Class<E> type, String field) {
    Optional<E> found =
        Arrays.stream(type.getEnumConstants())
            .filter(each -> Wording.lower(each).equals(form.text(field)))
            .findFirst();
    need(field, found.isPresent());
    return found;
  }

  /**
   * The controls.
   *
   * @param adds whether what is pasted is added to what the form may not show
   */
  List<Section> sections(boolean adds) {
    Controls c = new Controls(words, form, "draft.");
    return List.of(
        section(
            "what",
            c.of(Kind.SELECT, "platform", true, platformChoices(c)),
            c.of(Kind.TEXT, "subject", true),
            c.of(Kind.SELECT, "category", true, categoryChoices(c)),
            c.of(Kind.RADIOS, "urgency", true, urgencyChoices(c)),
            c.of(Kind.AREA, "urgency_reason", false)),
        section(
            "items",
            c.of(
                Kind.LINES,
                "pasted",
                words.say(adds ? "draft.pasted.more" : "draft.pasted"),
                true,
                List.of())),
        section(
            "measure",
            c.of(
                Kind.SELECT,
                "measure",
                true,
                rules.answering().measures().stream()
                    .map(each -> c.choice("measure", each.code(), words.label(each.label())))
                    .toList()),
            c.of(Kind.RADIOS, "scope", true, enums(c, "scope", Scope.class)),
            c.of(
                Kind.RADIOS,
                "uploader_may_be_told",
                true,
                List.of(
                    c.choice("uploader_may_be_told", "yes", words.say("uploader.yes")),
                    c.choice("uploader_may_be_told", "no", words.say("uploader.no"))))),
        section(
            "law",
            c.of(Kind.CHECKBOXES, "basis", true, basisChoices(c)),
            c.of(Kind.AREA, "analysis", true),
            c.of(Kind.AREA, "redress", true),
            englishSummary()),
        section(
            "requester",
            c.of(
                Kind.RADIOS,
                "requester_kind",
                true,
                enums(c, "requester_kind", RequesterKind.class)),
            c.of(Kind.TEXT, "requester_body", true),
            c.of(Kind.TEXT, "requester_contact", true),
            c.of(Kind.SELECT, "origin", true, enums(c, "origin", Origin.class)),
            c.of(Kind.TEXT, "letter_number", true),
            c.of(Kind.DATE, "letter_date", true)));
  }

  /** Asked for where the company declared English; what is written otherwise is only kept. */
  private Control englishSummary() {
    String name = "english_summary";
    Optional<Platform> platform = platform();
    boolean declared = platform.filter(DraftForm::declaredEnglish).isPresent();
    String hint =
        platform
            .map(
                each ->
                    words.say(
                        "draft.english_summary." + (declared ? "asked" : "kept"),
                        each.companyName()))
            .orElseGet(() -> words.say("draft.english_summary.hint"));
    return new Control(
        Kind.AREA,
        new Field(
            name,
            words.say("draft." + name),
            hint,
            form.text(name),
            form.error(name, words),
            declared,
            List.of()));
  }

  private static boolean declaredEnglish(Platform platform) {
    return platform.language() == Language.EN;
  }

  private Optional<Platform> platform() {
    return platforms.stream()
        .filter(each -> Long.toString(each.id()).equals(form.text("platform")))
        .findFirst();
  }

  private Section section(String name, Control... controls) {
    return new Section(words.say("draft.section." + name), List.of(controls));
  }

  private List<Choice> platformChoices(Controls c) {
    List<Choice> choices = new ArrayList<>();
    choices.add(c.choice("platform", "", words.say("draft.choose")));
    platforms.forEach(
        each ->
            choices.add(
                c.choice(
                    "platform",
                    Long.toString(each.id()),
                    declaredEnglish(each)
                        ? words.say("draft.platform.english", each.name(), each.companyName())
                        : each.name() + " · " + each.companyName())));
    return choices;
  }

  private List<Choice> categoryChoices(Controls c) {
    List<Choice> choices = new ArrayList<>();
    choices.add(c.choice("category", "", words.say("draft.choose")));
    rules
        .categories()
        .forEach(
            each ->
                choices.add(
                    c.choice(
                        "category",
                        each.code(),
                        words.say(
                            "draft.category.choice",
                            words.label(each.label()),
                            words.label(rules.urgency(each.urgencyCode()).label()),
                            words.span(rules.urgency(each.urgencyCode()).span())))));
    return choices;
  }

  private List<Choice> urgencyChoices(Controls c) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", words.say("draft.urgency.own"), "", form.text("urgency").isEmpty()));
    rules
        .urgencies()
        .forEach(
            each ->
                choices.add(
                    c.choice(
                        "urgency",
                        each.code(),
                        words.label(each.label()) + ", " + words.span(each.span()))));
    return choices;
  }

  /**
   * The usual ones of the category first, the others folded away; all of them before it is chosen.
   * What is no longer in force says so, and comes after those that are: it still holds for what was
   * posted before.
   */
  private List<Choice> basisChoices(Controls c) {
    String category = form.text("category");
    boolean chosen = rules.findCategory(category).isPresent();
    List<Choice> usual = new ArrayList<>();
    List<Choice> others = new ArrayList<>();
    for (LegalBasis each : rules.legalBases()) {
      boolean inForce = each.isInForceOn(today);
      List<String> citing = rules.citing(each.code());
      String label = words.label(each.label());
      Choice choice =
          c.choice("basis", each.code(), inForce ? label : words.say("draft.basis.lapsed", label))
              .goingWith(citing);
      if (!inForce || (chosen && !citing.contains(category))) {
        others.add(choice.under(words.say("draft.basis.others")));
      } else {
        usual.add(choice);
      }
    }
    usual.addAll(others);
    return usual;
  }

  private <E extends Enum<E>> List<Choice> enums(Controls c, String name, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Wording::lower)
        .map(code -> c.choice(name, code, words.say(name + "." + code)))
        .toList();
  }
}

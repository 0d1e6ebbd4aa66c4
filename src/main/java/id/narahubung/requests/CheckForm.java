package id.narahubung.requests;

import id.narahubung.data.Tx;
import id.narahubung.text.Words;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Form;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What was found when items were looked at: the verdict, when, and from where. One form for the
 * first look at an answer and for every look again.
 */
final class CheckForm implements ActForm {

  static final List<String> KEPT = List.of("network", "country", "surface", "signed_in");

  /** The command behind the form. */
  interface Look {
    BulkResult run(Tx tx, UUID act, Collection<ItemRef> items, CheckGiven given);
  }

  private final boolean again;
  private final Look look;
  private final InstantSource clock;

  private CheckForm(boolean again, Look look, InstantSource clock) {
    this.again = again;
    this.look = look;
    this.clock = clock;
  }

  static CheckForm first(CheckItems check, InstantSource clock) {
    return new CheckForm(false, check::run, clock);
  }

  static CheckForm again(CheckItems check, InstantSource clock) {
    return new CheckForm(true, check::again, clock);
  }

  @Override
  public Form blank(Picked picked, Form query) {
    String now =
        LocalDateTime.ofInstant(clock.instant(), picked.words().zone())
            .truncatedTo(ChronoUnit.MINUTES)
            .toString();
    Form form =
        Form.of(
            Map.of(
                "observed_at", List.of(now), "country", List.of("ID"), "surface", List.of("web")));
    for (String name : kept()) {
      form = query.has(name) ? form.with(name, List.of(query.text(name))) : form;
    }
    return form;
  }

  /** One looks at many items from the same place. */
  @Override
  public List<String> kept() {
    return KEPT;
  }

  @Override
  public Optional<Work> read(Picked picked, Form form) {
    Reading reading = new Reading(form);
    Optional<Verdict> verdict = reading.one(Verdict.class, "verdict");
    Optional<Surface> surface = reading.one(Surface.class, "surface");
    Optional<Instant> observed = form.instant("observed_at", picked.words().zone());
    reading.need("observed_at", observed.isPresent());
    if (observed.filter(at -> at.isAfter(clock.instant())).isPresent()) {
      form.refuse("observed_at", "check.fault.future");
    }
    reading.need("network", form.has("network") && form.text("network").length() <= 200);
    String country = form.text("country").toUpperCase(Locale.ROOT);
    reading.need("country", Arrays.asList(Locale.getISOCountries()).contains(country));
    reading.need("signed_in", form.has("signed_in"));
    reading.keepShort("note");
    if (verdict.isEmpty() || surface.isEmpty() || observed.isEmpty()) {
      return Optional.empty();
    }
    CheckGiven given =
        new CheckGiven(
            verdict.get(),
            observed.get(),
            form.text("network"),
            country,
            surface.get(),
            form.text("signed_in").equals("yes"),
            form.text("note"));
    return Optional.of(
        new Work("check.saved", tx -> look.run(tx, form.act(), ItemActs.refs(form), given)));
  }

  @Override
  public Drawing draw(Picked picked, Form form) {
    Words words = picked.words();
    int count = picked.rows().size();
    Controls controls = new Controls(words, form, "check.");
    return new Drawing(
        words.say(again ? "recheck.items.title" : "check.items.title", count),
        again ? "/rechecks" : "/checks",
        "post",
        List.of(),
        List.of(
            controls.of(
                Kind.RADIOS,
                "verdict",
                true,
                choices(
                    controls,
                    "verdict",
                    Verdict.class,
                    each -> Wording.verdict(words, again, each))),
            controls.of(Kind.DATETIME, "observed_at", true),
            controls.of(Kind.TEXT, "network", true),
            controls.of(Kind.TEXT, "country", true),
            controls.of(
                Kind.RADIOS,
                "surface",
                true,
                choices(
                    controls,
                    "surface",
                    Surface.class,
                    each -> words.say("surface." + Wording.lower(each)))),
            controls.of(
                Kind.RADIOS,
                "signed_in",
                true,
                List.of(
                    controls.choice("signed_in", "no", words.say("signed_in.no")),
                    controls.choice("signed_in", "yes", words.say("signed_in.yes")))),
            controls.of(Kind.AREA, "note", false)),
        "",
        words.say(again ? "recheck.next" : "check.next").lines().toList(),
        words.say("check.save", count));
  }

  private static <E extends Enum<E>> List<Choice> choices(
      Controls controls, String name, Class<E> type, Function<E, String> label) {
    return Arrays.stream(type.getEnumConstants())
        .map(each -> controls.choice(name, Wording.lower(each), label.apply(each)))
        .toList();
  }
}

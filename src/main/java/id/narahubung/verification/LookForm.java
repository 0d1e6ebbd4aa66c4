package id.narahubung.verification;

import id.narahubung.requests.Surface;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import id.narahubung.verification.Entry.Seen;
import id.narahubung.verification.Entry.Verdict;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Form;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How one of those drawn was found, and from where one looks: that stays from one to the next. */
final class LookForm {

  static final int MOST_NOTE = 1_000;

  private static final int MOST_NETWORK = 200;
  private static final String YES = "yes";
  private static final String NO = "no";

  private LookForm() {}

  /** The form as it was left at the last one. */
  static Form kept(Form form, Optional<Seen> last) {
    return last.map(
            seen ->
                form.withWhereEmpty("network", seen.network())
                    .withWhereEmpty("country", seen.country())
                    .withWhereEmpty("surface", seen.surface().name().toLowerCase(Locale.ROOT))
                    .withWhereEmpty("signed_in", seen.signedIn() ? YES : NO))
        .orElseGet(() -> form.withWhereEmpty("country", "ID").withWhereEmpty("surface", "web"));
  }

  static Optional<Seen> seen(Form form, Instant now) {
    form.need("network", "sample.fault.network", MOST_NETWORK);
    String country = form.text("country").toUpperCase(Locale.ROOT);
    if (!Arrays.asList(Locale.getISOCountries()).contains(country)) {
      form.refuse("country", "sample.fault.country");
    }
    Optional<Surface> surface =
        Arrays.stream(Surface.values())
            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(form.text("surface")))
            .findFirst();
    if (surface.isEmpty()) {
      form.refuse("surface", "sample.fault.surface");
    }
    if (!form.text("signed_in").equals(YES) && !form.text("signed_in").equals(NO)) {
      form.refuse("signed_in", "sample.fault.signed_in");
    }
    return form.isGood()
        ? Optional.of(
            new Seen(
                form.text("network"),
                country,
                surface.orElseThrow(),
                form.text("signed_in").equals(YES),
                now))
        : Optional.empty();
  }

  static Optional<Verdict> verdict(Form form) {
    Optional<Verdict> verdict = Verdict.find(form.text("verdict"));
    if (verdict.isEmpty()) {
      form.refuse("verdict", "sample.fault.verdict");
    }
    if (form.text("note").length() > MOST_NOTE) {
      form.refuse("note", "fault.too_long", MOST_NOTE);
    }
    return verdict;
  }

  static Control verdicts(Words words, Controls controls, Sample.Source source) {
    return controls.of(
        Kind.RADIOS,
        "verdict",
        true,
        Arrays.stream(Verdict.values())
            .map(each -> controls.choice("verdict", each.code(), verdict(words, source, each)))
            .toList());
  }

  /** Of an item that it is gone, or not; of anything else that it is in order, or not. */
  static String verdict(Words words, Sample.Source source, Verdict verdict) {
    return words.say(
        (source == Sample.Source.ITEMS ? "sample.item." : "sample.address.") + verdict.code());
  }

  static List<Control> from(Words words, Controls controls) {
    return List.of(
        controls.of(Kind.TEXT, "network", true),
        controls.of(Kind.TEXT, "country", true),
        controls.of(
            Kind.RADIOS,
            "surface",
            true,
            Arrays.stream(Surface.values())
                .map(
                    each ->
                        controls.choice(
                            "surface",
                            each.name().toLowerCase(Locale.ROOT),
                            words.say("surface." + each.name().toLowerCase(Locale.ROOT))))
                .toList()),
        controls.of(
            Kind.RADIOS,
            "signed_in",
            true,
            List.of(
                controls.choice("signed_in", NO, words.say("signed_in.no")),
                controls.choice("signed_in", YES, words.say("signed_in.yes")))));
  }

  /** The verdicts by their codes and by their words in either language. */
  static Map<String, Verdict> verdicts(Messages messages, Sample.Source source) {
    Map<String, Verdict> known = new HashMap<>();
    for (Verdict verdict : Verdict.values()) {
      known.put(verdict.code(), verdict);
      for (Language language : Language.values()) {
        known.put(
            verdict(new Words(messages, language, Words.WIB), source, verdict)
                .toLowerCase(Locale.ROOT),
            verdict);
      }
    }
    return known;
  }
}

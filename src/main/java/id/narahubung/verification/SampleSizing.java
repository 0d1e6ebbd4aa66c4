package id.narahubung.verification;

import id.narahubung.sampling.Confidence;
import id.narahubung.sampling.SampleSize;
import id.narahubung.sampling.ToProve;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Form;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The part of a sample's page that settles what is to be proved, and of which size it is. */
final class SampleSizing {

  private SampleSizing() {}

  static List<Control> proving(Words words, Form form, ToProve proof) {
    Controls controls =
        new Controls(
            words,
            form.withWhereEmpty("bound", proof.percent().toPlainString())
                .withWhereEmpty("confidence", Integer.toString(proof.confidence().percent())),
            "sample.form.");
    return List.of(
        controls.of(Kind.TEXT, "bound", true),
        controls.of(
            Kind.SELECT,
            "confidence",
            true,
            Arrays.stream(Confidence.values())
                .map(
                    each ->
                        controls.choice(
                            "confidence",
                            Integer.toString(each.percent()),
                            words.say("sample.form.confidence.of", each.percent())))
                .toList()));
  }

  /** The sizes there are to choose from, and one's own where the list is not small. */
  static List<Control> sizing(Words words, Form form, ToProve proof, int list) {
    List<SampleSize> offered = SampleSize.offered(proof, list);
    Controls controls =
        new Controls(
            words,
            form.withWhereEmpty("n", Integer.toString(offered.getFirst().n())),
            "sample.form.");
    List<Choice> choices =
        offered.stream()
            .map(
                size ->
                    controls.choice(
                        "n",
                        Integer.toString(size.n()),
                        words.say(
                            size.all() ? "sample.size.all" : "sample.size.of",
                            size.n(),
                            size.tolerates())))
            .toList();
    List<Control> all = new ArrayList<>();
    all.add(controls.of(Kind.RADIOS, "n", true, choices));
    if (list > SampleSize.SMALL) {
      all.add(controls.of(Kind.TEXT, "other", false));
    }
    return all;
  }

  static String note(Words words, int list) {
    return list <= SampleSize.SMALL
        ? words.say("sample.small", SampleSize.SMALL)
        : words.say("sample.estimate", SampleSize.toEstimate(0.05, list));
  }

  /**
   * Tells whether sizes on a page are those of what is to be proven: a changed field is no draw.
   */
  static String named(ToProve proof) {
    return proof.percent().stripTrailingZeros().toPlainString()
        + "-"
        + proof.confidence().percent();
  }

  static String query(ToProve proof) {
    return "bound="
        + proof.percent().toPlainString()
        + "&confidence="
        + proof.confidence().percent();
  }

  static Optional<ToProve> proof(Form form) {
    String typed = form.text("bound").replace(',', '.');
    if (!typed.matches("\\d{2}(\\.\\d)?")) {
      return Optional.empty();
    }
    BigDecimal bound = new BigDecimal(typed);
    return Confidence.find(form.text("confidence"))
        .filter(each -> ToProve.isBound(bound))
        .map(each -> new ToProve(bound, each));
  }
}

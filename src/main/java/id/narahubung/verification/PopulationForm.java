package id.narahubung.verification;

import id.narahubung.evidence.EvidenceCard;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ways to close a list, and what was typed in each. */
final class PopulationForm {

  static final String REQUESTS = "requests";
  static final String ADDRESSES = "addresses";
  static final String FILE = "file";
  static final String EVIDENCE = "evidence";
  static final String AGAIN = "again";

  /** A file that was uploaded for this and is kept with the step. */
  static final String KEPT = "kept";

  /** In the place of a file: what the promise lists itself. */
  static final String PROMISE = "promise";

  private static final int FAULTS_SHOWN = 10;

  private PopulationForm() {}

  static List<SamplePage.Choosing> ways(
      Words words,
      Form form,
      VerificationStep step,
      List<PopulationStore.Evidence> evidence,
      boolean listed) {
    Form typed =
        step.of().request().map(number -> form.withWhereEmpty(REQUESTS, number)).orElse(form);
    Controls controls = new Controls(words, typed, "sample.form.");
    List<SamplePage.Choosing> ways = new ArrayList<>();
    step.again()
        .ifPresent(
            again ->
                ways.add(way(words, AGAIN, words.say("sample.choose.again", again), List.of())));
    ways.add(
        way(
            words,
            REQUESTS,
            words.say("sample.choose.requests"),
            List.of(controls.of(Kind.AREA, REQUESTS, true))));
    if (listed || !evidence.isEmpty()) {
      ways.add(
          way(
              words,
              EVIDENCE,
              words.say("sample.choose.evidence"),
              List.of(
                  controls.of(
                      Kind.SELECT, EVIDENCE, true, choices(words, controls, evidence, listed)))));
    }
    ways.add(
        new SamplePage.Choosing(
            FILE,
            words.say("sample.choose.file"),
            List.of(),
            List.of(
                new Field(
                    FILE,
                    words.say("sample.form.list"),
                    words.say("sample.form.list.hint"),
                    "",
                    form.error(FILE, words),
                    true,
                    List.of())),
            words.say("sample.close")));
    ways.add(
        new SamplePage.Choosing(
            ADDRESSES,
            words.say("sample.choose.addresses"),
            List.of(controls.of(Kind.LINES, ADDRESSES, true)),
            List.of(),
            words.say("sample.close")));
    return ways;
  }

  private static SamplePage.Choosing way(
      Words words, String source, String title, List<Control> controls) {
    return new SamplePage.Choosing(source, title, controls, List.of(), words.say("sample.close"));
  }

  private static List<Choice> choices(
      Words words, Controls controls, List<PopulationStore.Evidence> evidence, boolean listed) {
    List<Choice> choices = new ArrayList<>();
    choices.add(controls.choice(EVIDENCE, "", words.say("verification.form.choose")));
    if (listed) {
      choices.add(controls.choice(EVIDENCE, PROMISE, words.say("sample.form.evidence.promise")));
    }
    for (PopulationStore.Evidence each : evidence) {
      choices.add(
          new Choice(
              Long.toString(each.id()),
              words.say(
                  "sample.form.evidence.of",
                  each.name(),
                  EvidenceCard.about(words, each.file()),
                  words.date(each.asOf())),
              "",
              controls.choice(EVIDENCE, Long.toString(each.id()), "").chosen()));
    }
    return choices;
  }

  static Optional<List<String>> requests(Form form) {
    List<String> typed =
        form.text(REQUESTS).lines().map(String::strip).filter(each -> !each.isEmpty()).toList();
    if (typed.isEmpty()) {
      form.refuse(REQUESTS, "sample.fault.requests.none");
      return Optional.empty();
    }
    for (int at = 0; at < typed.size(); at++) {
      if (!typed.get(at).matches("PA-\\d{4}-\\d{6,9}")) {
        form.refuse(REQUESTS, "sample.fault.requests", at + 1);
        return Optional.empty();
      }
    }
    return Optional.of(typed);
  }

  static Optional<List<String>> addresses(Form form) {
    if (!form.has(ADDRESSES)) {
      form.refuse(ADDRESSES, "sample.fault.addresses.none");
      return Optional.empty();
    }
    // As it came: its lines are counted.
    return addresses(form, ADDRESSES, AddressList.pasted(form.raw(ADDRESSES)));
  }

  /** All of a list; empty, and told in the form, where a line of it is none or nothing is there. */
  static Optional<List<String>> addresses(Form form, String field, AddressList list) {
    if (list.addresses().isEmpty()) {
      form.refuse(field, "sample.fault.list.none");
    } else if (!list.wrong().isEmpty()) {
      form.refuse(
          field,
          "sample.fault.list.lines",
          list.wrong().size(),
          list.wrong().stream()
              .limit(FAULTS_SHOWN)
              .map(String::valueOf)
              .collect(Collectors.joining(", ")));
    }
    return form.isGood() ? Optional.of(list.addresses()) : Optional.empty();
  }
}

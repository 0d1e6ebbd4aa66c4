package id.narahubung.verification;

import id.narahubung.commitments.Quantity;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.rules.RuleSet;
import id.narahubung.sampling.Confidence;
import id.narahubung.sampling.SampleResult;
import id.narahubung.sampling.ToProve;
import id.narahubung.sampling.Wilson;
import id.narahubung.text.Words;
import id.narahubung.verification.VerificationResult.Sampled;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Steps and results in words. */
public final class VerificationWording {

  /** More numbers of those drawn than these nobody reads on a page. */
  private static final int MOST_NUMBERS = 500;

  private final Words words;

  public VerificationWording(Words words) {
    this.words = words;
  }

  String method(RuleSet rules, String code) {
    return words.label(rules.checkMethod(code).label());
  }

  /** Where a step stands; a planned one whose day is past says so. */
  Tag stage(VerificationStep step, LocalDate today) {
    if (step.stage() == VerificationStage.PLANNED && step.plan().on().isBefore(today)) {
      return new Tag(words.say("verification.stage.past"), "late", "");
    }
    String css =
        switch (step.stage()) {
          case PLANNED -> step.plan().on().equals(today) ? "soon" : "open";
          case RECORDED -> "info";
          case CONCLUDED -> "good";
          case CALLED_OFF -> "withdrawn";
        };
    return new Tag(words.say("verification.stage." + step.stage().code()), css, "");
  }

  /** What a step came to: filled, for the ministry found it. */
  Tag outcome(VerificationResult result) {
    return new Tag(
        outcome(result.outcome()),
        switch (result.outcome()) {
          case PASS -> "good";
          case PARTLY -> "partly";
          case FAIL -> "up";
          case UNCHECKED -> "unchecked";
        },
        "");
  }

  String outcome(VerificationOutcome outcome) {
    return words.say("verification.outcome." + outcome.code());
  }

  String when(VerificationStep.Plan plan) {
    return plan.at()
        .map(at -> words.date(plan.on()) + " " + words.time(at))
        .orElseGet(() -> words.date(plan.on()));
  }

  /** What a step is planned from. */
  String of(VerificationStep.Of of) {
    return of.platform() + " – " + of.company();
  }

  /** What was recorded, beside the lines and the checklist. */
  List<Fact> recorded(VerificationStep step, Recorded recorded, RuleSet rules) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.say("verification.carried_out"), words.date(recorded.carriedOutOn())));
    add(facts, "place", recorded.place());
    add(facts, "network", recorded.network());
    for (String field : Recorded.fields(rules.checkMethod(step.methodCode()).form())) {
      add(facts, field, recorded.fields().getOrDefault(field, ""));
    }
    add(facts, "notes", recorded.notes());
    return facts;
  }

  private void add(List<Fact> facts, String field, String value) {
    if (!value.isEmpty()) {
      facts.add(new Fact(words.say("verification.form." + field), value));
    }
  }

  /** A line of what was recorded, in a sentence. */
  String line(Line line) {
    return switch (line.kind()) {
      case MET -> line.label();
      case STEP -> words.say("verification.line.step", line.label(), line.detail());
      case HEADCOUNT ->
          words.say(
              line.detail().isEmpty() ? "verification.line.heads" : "verification.line.headcount",
              line.label(),
              line.amount().orElse(0),
              line.detail());
      case CALL ->
          line.answeredAt()
              .map(
                  at ->
                      words.say(
                          "verification.line.call",
                          line.rungAt().map(words::time).orElse("–"),
                          words.time(at),
                          line.label()))
              .orElseGet(
                  () ->
                      words.say(
                          "verification.line.unanswered",
                          line.rungAt().map(words::time).orElse("–"),
                          line.label()));
    };
  }

  String value(BigDecimal value) {
    return Quantity.say(words, value);
  }

  /** A share in per cent, to one place and rounded against whoever it speaks for. */
  private String percent(double share) {
    return String.format(words.language().locale(), "%.1f", share * 100);
  }

  /** What is proven is never more than that. */
  private String percentDown(double share) {
    return String.format(words.language().locale(), "%.1f", Math.floor(share * 1000 + 1e-6) / 10);
  }

  String bound(ToProve proof) {
    return words.say("sample.to_prove.value", value(proof.percent()), proof.confidence().percent());
  }

  /** What was found, in plain words: of the random part first, then of what is urgent. */
  List<Fact> sampled(Sampled sampled) {
    SampleResult random = sampled.random();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.say("sample.to_prove"), bound(random.proof())));
    if (random.list() > 0) {
      facts.add(new Fact(words.say("sample.random"), counts(random)));
      interval(random).ifPresent(said -> facts.add(new Fact(words.say("sample.interval"), said)));
      facts.add(new Fact(words.say("sample.outcome"), proven(random)));
    }
    if (sampled.urgent() > 0) {
      facts.add(new Fact(words.say("sample.urgent"), urgent(sampled)));
    }
    return facts;
  }

  /** The same, if anything was drawn, and how: anybody who has the list draws the same again. */
  List<Fact> sampled(Optional<Sampled> sampled, Optional<Drawing> drawing) {
    return Stream.concat(
            sampled.stream().flatMap(each -> sampled(each).stream()),
            drawing.stream().flatMap(each -> drawn(each).stream()))
        .toList();
  }

  private List<Fact> drawn(Drawing drawing) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.say("samples.seed"), drawing.seed().toString()));
    facts.add(
        new Fact(
            words.say("sample.seal"),
            words.say("sample.seal.value", drawing.listSize(), drawing.sha256())));
    List<String> numbers = drawing.numbers();
    if (!numbers.isEmpty()) {
      String told = String.join(", ", numbers.subList(0, Math.min(MOST_NUMBERS, numbers.size())));
      int more = numbers.size() - MOST_NUMBERS;
      facts.add(
          new Fact(
              words.say("sample.numbers"),
              more > 0 ? words.say("sample.numbers.more", told, more) : told));
    }
    facts.add(new Fact(words.say("sample.redrawn"), words.say("sample.redrawn.value")));
    return facts;
  }

  /** What was found of what is urgent, all of which is looked at. */
  String urgent(Sampled sampled) {
    return words.say(
        "sample.urgent.counts",
        sampled.urgent(),
        sampled.urgentFailed(),
        sampled.urgentUnchecked(),
        sampled.urgentLeft());
  }

  /**
   * What a value was found at, in a sentence: how many of how many, what that says of all of them,
   * and what would prove it where it does not.
   */
  public String counted(Counted counted) {
    return switch (counted) {
      case Recorded.Uploads uploads ->
          words.say(
              "verification.counted.caught",
              uploads.caught(),
              uploads.uploaded(),
              value(CountedShare.of(uploads.caught(), uploads.uploaded()).proven()),
              Confidence.NINETY_FIVE.percent());
      case Sampled sampled -> {
        SampleResult random = sampled.random();
        List<String> said = new ArrayList<>();
        if (random.list() > 0) {
          said.add(interval(random).orElseGet(() -> counts(random)));
          if (interval(random).isPresent() && random.unchecked() > 0) {
            said.add(words.say("verification.counted.unchecked", random.unchecked()));
          }
          if (random.outcome() == SampleResult.Outcome.NOT_PROVEN) {
            said.add(notProven(random));
          }
        }
        if (sampled.urgent() > 0) {
          said.add(words.say("sample.urgent") + ": " + urgent(sampled));
        }
        yield String.join("; ", said);
      }
    };
  }

  private String counts(SampleResult random) {
    return words.say(
        random.isOfAll() ? "sample.counts.all" : "sample.counts",
        random.n(),
        random.list(),
        random.good(),
        random.failed(),
        random.unchecked(),
        random.left());
  }

  private Optional<String> interval(SampleResult random) {
    return random.failures().map(failures -> interval(random, failures));
  }

  private String interval(SampleResult random, Wilson failures) {
    return words.say(
        random.failed() == 0 ? "sample.interval.none" : "sample.interval.some",
        random.failed(),
        random.checked(),
        percent(failures.low()),
        percent(failures.high()),
        random.proof().confidence().percent());
  }

  /** Passed, not proven and what would prove it, or failed. Why it is not proven is said, too. */
  String proven(SampleResult random) {
    return switch (random.outcome()) {
      case OPEN -> random.isLost() ? lost(random) : words.say("sample.outcome.open", random.left());
      case PASS -> words.say("sample.outcome.pass");
      case FAIL -> words.say("sample.outcome.fail");
      case NOT_PROVEN -> notProven(random) + unchecked(random);
    };
  }

  private String notProven(SampleResult random) {
    return random.wouldProve().isPresent()
        ? words.say(
            random.isOfAll() ? "sample.outcome.unknown" : "sample.outcome.not_proven",
            random.wouldProve().getAsInt())
        : words.say("sample.outcome.all");
  }

  /** What the interval of those checked does not tell: the others count against the proof. */
  private String unchecked(SampleResult random) {
    return random.unchecked() == 0
        ? ""
        : words.say("sample.outcome.unchecked", random.unchecked(), percentDown(random.proven()));
  }

  /** That it cannot prove it any more, however the rest is found, and what would. */
  private String lost(SampleResult random) {
    SampleResult best = random.atBest();
    int bad = best.failed() + best.unchecked();
    String would;
    if (best.outcome() == SampleResult.Outcome.FAIL) {
      would = words.say("sample.lost.again");
    } else if (best.wouldProve().isEmpty()) {
      would = words.say("sample.lost.all");
    } else if (best.isOfAll()) {
      would = words.say("sample.lost.unknown", best.wouldProve().getAsInt());
    } else {
      would = words.say("sample.lost.larger", best.n() + best.wouldProve().getAsInt(), bad);
    }
    return words.say(
        "sample.outcome.lost", value(random.proof().percent()), bad, random.tolerated(), would);
  }

  /** What a result asks for, with the day where it names one, or why nothing follows. */
  String follows(VerificationResult result) {
    return result
        .followUp()
        .map(
            next ->
                words.say("verification.follow_up." + next.code())
                    + result.newDueOn().map(day -> ": " + words.date(day)).orElse("")
                    + (result.nothingBecause().isEmpty() ? "" : ": " + result.nothingBecause()))
        .orElse("");
  }
}

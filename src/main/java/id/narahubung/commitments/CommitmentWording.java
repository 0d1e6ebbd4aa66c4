package id.narahubung.commitments;

import id.narahubung.access.Side;
import id.narahubung.commitments.Commitment.Version;
import id.narahubung.commitments.CommitmentState.Mark;
import id.narahubung.commitments.CommitmentState.Word;
import id.narahubung.commitments.Terms.Milestone;
import id.narahubung.ledger.By;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.rules.CommitmentField;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.text.Label;
import id.narahubung.text.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Commitments in words. */
final class CommitmentWording {

  static final String NONE = "–";

  private final Words words;

  CommitmentWording(Words words) {
    this.words = words;
  }

  /** Claimed is outlined, found is filled. */
  Tag word(CommitmentState state) {
    String css =
        switch (state.word()) {
          case PROPOSED -> "info";
          case AGREED, RUNNING -> "open";
          case CLAIMED -> "claim";
          case VERIFIED -> "found";
          case PARTLY -> "found partly";
          case FAILED -> "found up";
          case EXPIRED -> "soon";
          case CANCELLED -> "withdrawn";
        };
    return new Tag(word(state.word()), css, "");
  }

  String word(Word word) {
    return words.say("commitment.word." + word.code());
  }

  String mark(Mark mark) {
    return words.say("commitment.mark." + mark.code());
  }

  /** In the order in which they press. */
  List<Tag> marks(CommitmentState state) {
    return Arrays.stream(Mark.values())
        .filter(state::is)
        .map(mark -> new Tag(mark(mark), mark == Mark.LATE ? "late" : "soon", ""))
        .toList();
  }

  String side(Side side) {
    return words.say("side." + side.name().toLowerCase(Locale.ROOT));
  }

  /** '220 orang'; a dash where there is none. */
  String value(Optional<BigDecimal> value, Optional<Label> unit) {
    return value.map(each -> value(each, unit)).orElse(NONE);
  }

  String value(BigDecimal value, Optional<Label> unit) {
    return Quantity.say(words, value, unit);
  }

  /** '148 orang per 12 Nov 2026'; the day alone where there is no value. */
  String valueOf(Optional<BigDecimal> value, LocalDate on, Optional<Label> unit) {
    return value
        .map(each -> words.say("commitment.value_of", value(each, unit), words.date(on)))
        .orElseGet(() -> words.date(on));
  }

  /** 'paling sedikit 220 orang'. */
  String target(Optional<BigDecimal> target, Commitment.Kind kind) {
    return target
        .map(
            each ->
                words.say(
                    "commitment.target." + kind.direction().name().toLowerCase(Locale.ROOT),
                    value(each, kind.unit())))
        .orElseGet(() -> words.say("commitment.target.done"));
  }

  String date(Optional<LocalDate> day) {
    return day.map(words::date).orElse(NONE);
  }

  String yes(boolean so) {
    return words.say(so ? "commitment.yes" : "commitment.no");
  }

  /** 'Rapat 4 Jul 2018, kantor kementerian'. */
  String origin(Origin of) {
    return words.say(
        "commitment.origin." + of.source().code(), of.number(), words.date(of.day()), of.place());
  }

  /** What it comes from: as the portal keeps it, or as it was told. */
  String source(Commitment of, Optional<Origin> origin) {
    return origin
        .map(
            known ->
                of.sourceText().isEmpty() ? origin(known) : origin(known) + "; " + of.sourceText())
        .orElseGet(() -> source(of));
  }

  private String source(Commitment of) {
    String source = words.say("commitment.source." + of.source().code());
    return of.sourceText().isEmpty() ? source : source + ": " + of.sourceText();
  }

  /** 'Kementerian, penyelia 02, 4 Jul 2018 17.30 WIB'. */
  String told(Side side, By by, Instant at) {
    return side(side) + ", " + by.told(words) + ", " + words.instant(at);
  }

  String milestones(Terms terms, Optional<Label> unit) {
    return terms.milestones().stream()
        .map(each -> words.date(each.onDay()) + ": " + value(each.value(), unit))
        .collect(Collectors.joining("\n"));
  }

  /** A field of the kind as it is read: days and hours in words. */
  String field(CommitmentField field, String value) {
    return switch (field.type()) {
      case TEXT, NUMBER -> value;
      case HOURS -> words.say("commitment.hours", value);
      case DAY -> day(value);
    };
  }

  private String day(String value) {
    try {
      return words.date(LocalDate.parse(value));
    } catch (DateTimeParseException e) {
      return value;
    }
  }

  /** What a version promises, without its text. */
  List<Fact> facts(Commitment.Kind kind, CommitmentKind rules, Terms terms) {
    List<Fact> facts = new ArrayList<>();
    if (kind.direction() != CommitmentKind.Direction.DONE) {
      facts.add(fact("baseline", value(terms.baseline(), kind.unit())));
      facts.add(fact("target", target(terms.target(), kind)));
      if (!terms.milestones().isEmpty()) {
        facts.add(fact("milestones", milestones(terms, kind.unit())));
      }
    }
    facts.add(fact("due_on", words.deadline(terms.dueOn())));
    if (terms.graceDays() > 0) {
      facts.add(fact("grace_days", words.say("commitment.days", terms.graceDays())));
    }
    facts.add(fact("condition", yes(terms.condition())));
    for (CommitmentField field : rules.fields()) {
      String value = terms.fields().getOrDefault(field.code(), "");
      if (!value.isEmpty()) {
        facts.add(new Fact(words.label(field.label()), field(field, value)));
      }
    }
    return facts;
  }

  private Fact fact(String key, String value) {
    return new Fact(words.say("commitment." + key), value);
  }

  /** What a version changes against the one before it, a sentence each. */
  List<String> changes(Commitment.Kind kind, CommitmentKind rules, Version before, Version after) {
    Terms was = before.terms();
    Terms is = after.terms();
    List<String> changes = new ArrayList<>();
    if (!was.text().equals(is.text())) {
      changes.add(words.say("commitment.change.text"));
    }
    addChange(
        changes, "baseline", value(was.baseline(), kind.unit()), value(is.baseline(), kind.unit()));
    addChange(changes, "target", value(was.target(), kind.unit()), value(is.target(), kind.unit()));
    long days = ChronoUnit.DAYS.between(was.dueOn(), is.dueOn());
    if (days != 0) {
      changes.add(
          words.say(
              days > 0 ? "commitment.change.due_on.later" : "commitment.change.due_on.earlier",
              Math.abs(days),
              words.date(was.dueOn()),
              words.date(is.dueOn())));
    }
    addChange(
        changes,
        "grace_days",
        words.say("commitment.days", was.graceDays()),
        words.say("commitment.days", is.graceDays()));
    addChange(changes, "condition", yes(was.condition()), yes(is.condition()));
    if (!milestones(was, kind.unit()).equals(milestones(is, kind.unit()))) {
      changes.add(words.say("commitment.change.milestones"));
    }
    for (String called : Breakdown.called(List.of(was, is))) {
      String then = Breakdown.says(words, was.rows(), called);
      String now = Breakdown.says(words, is.rows(), called);
      if (!then.equals(now)) {
        changes.add(words.say("commitment.change", called, then, now));
      }
    }
    for (CommitmentField field : rules.fields()) {
      addChange(
          changes,
          words.label(field.label()),
          was.fields().getOrDefault(field.code(), ""),
          is.fields().getOrDefault(field.code(), ""),
          field);
    }
    return changes;
  }

  private void addChange(List<String> changes, String key, String was, String is) {
    if (!was.equals(is)) {
      changes.add(words.say("commitment.change", words.say("commitment." + key), was, is));
    }
  }

  private void addChange(
      List<String> changes, String label, String was, String is, CommitmentField field) {
    if (!was.equals(is)) {
      changes.add(
          words.say(
              "commitment.change",
              label,
              was.isEmpty() ? NONE : field(field, was),
              is.isEmpty() ? NONE : field(field, is)));
    }
  }

  /** Milestones as the form takes them back. */
  static String typed(List<Milestone> milestones) {
    return milestones.stream()
        .map(each -> each.onDay() + " " + Quantity.typed(each.value()))
        .collect(Collectors.joining("\n"));
  }
}

package id.narahubung.decisions;

import id.narahubung.commitments.CommitmentTurn;
import id.narahubung.commitments.Condition;
import id.narahubung.commitments.FindingResult;
import id.narahubung.data.Tx;
import id.narahubung.letters.Letter;
import id.narahubung.letters.LetterWording;
import id.narahubung.platforms.Platform;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Label;
import id.narahubung.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what is marked along the band of a platform's access. */
final class AccessMarks {

  private final NormalisationStore normalisations;
  private final RuleStore rules;

  AccessMarks(NormalisationStore normalisations, RuleStore rules) {
    this.normalisations = normalisations;
    this.rules = rules;
  }

  /**
   * Decisions as they begin, letters as they are sent, commitments as a text of theirs comes to
   * count and as they are checked, conditions nobody checked as they fall due, requests to open
   * again as they are made, fall short and are taken back.
   */
  List<AccessTimeline.Mark> read(
      Tx tx,
      Words words,
      Platform platform,
      List<AccessHistory.Signed> signed,
      List<DecisionRowStore.Row> decided,
      List<Condition> conditions,
      List<CommitmentTurn> turns,
      List<Letter> warned) {
    List<AccessTimeline.Mark> marks = new ArrayList<>();
    for (DecisionRowStore.Row row : begun(decided, signed)) {
      marks.add(
          new AccessTimeline.Mark(
              AccessTimeline.Kind.DECISION,
              row.startsAt().orElseThrow(),
              row.number().orElseThrow(),
              row.path(),
              new DecisionWording(words).kind(rules.fetch(tx, row.ruleSetId()), row.kindCode())));
    }
    for (Letter each : warned) {
      marks.add(
          new AccessTimeline.Mark(
              AccessTimeline.Kind.LETTER,
              each.sentAt(),
              each.number(),
              "/letters/" + each.number(),
              new LetterWording(words).stage(rules.fetch(tx, each.of().ruleSetId()), each)));
    }
    for (CommitmentTurn each : turns) {
      String what =
          each.found()
              .map(found -> found(words, found))
              .orElseGet(() -> words.say("platforms.mark.version", each.version()));
      marks.add(promised(words, each.number(), each.kind(), each.at(), what));
    }
    Set<String> checked =
        turns.stream()
            .filter(each -> each.found().isPresent())
            .map(CommitmentTurn::number)
            .collect(Collectors.toSet());
    for (Condition each : conditions) {
      Optional<FindingResult> last =
          each.lastResult().filter(result -> result != FindingResult.UNCHECKED);
      if (last.isPresent() && each.asOf().isPresent() && !checked.contains(each.number())) {
        // Measured by the portal, which concludes no check.
        Instant at = each.asOf().get().atStartOfDay(Words.WIB).toInstant();
        marks.add(promised(words, each.number(), each.kind(), at, found(words, last.get())));
      }
      if (last.isEmpty() && !checked.contains(each.number())) {
        Instant due = each.dueOn().atStartOfDay(Words.WIB).toInstant();
        marks.add(
            promised(words, each.number(), each.kind(), due, words.say("platforms.mark.due")));
      }
    }
    for (Normalisation each : normalisations.ofPlatform(tx, platform.id())) {
      marks.add(asked(words, each, each.filedAt(), "normalisation.told.asked"));
      each.lacks()
          .forEach(lack -> marks.add(asked(words, each, lack.at(), "platforms.mark.lacking")));
      each.withdrawal()
          .ifPresent(w -> marks.add(asked(words, each, w.at(), "normalisation.told.withdrawn")));
    }
    return marks;
  }

  private static String found(Words words, FindingResult result) {
    return words.say("decision.found." + result.name().toLowerCase(Locale.ROOT));
  }

  private static AccessTimeline.Mark promised(
      Words words, String number, Label kind, Instant at, String what) {
    return new AccessTimeline.Mark(
        AccessTimeline.Kind.COMMITMENT,
        at,
        number,
        "/commitments/" + number,
        words.label(kind) + ": " + what);
  }

  private static AccessTimeline.Mark asked(Words words, Normalisation of, Instant at, String key) {
    return new AccessTimeline.Mark(
        AccessTimeline.Kind.NORMALISATION, at, of.number(), of.path(), words.say(key));
  }

  /** Without those that something else was signed instead of before they began. */
  private static List<DecisionRowStore.Row> begun(
      List<DecisionRowStore.Row> decided, List<AccessHistory.Signed> signed) {
    Set<String> standing =
        AccessHistory.standing(signed).stream()
            .map(AccessHistory.Signed::number)
            .collect(Collectors.toSet());
    return decided.stream()
        .filter(row -> row.number().filter(standing::contains).isPresent())
        .toList();
  }
}

package id.narahubung.requests;

import id.narahubung.ledger.By;
import id.narahubung.rules.AnswerClass;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What happened to one item, told in words an hour apart: 'acted still_up acted down', with 24
 * hours from the start. '+90' lets so many minutes pass more.
 */
final class Story {

  static final Instant START = Instant.parse("2026-03-02T01:15:00Z");
  static final Duration DAY = Duration.ofHours(24);

  private static final By COMPANY = new By("company", "responder", 1, Optional.empty());
  private static final By MINISTRY = new By("ministry", "officer", 1, Optional.empty());

  private final List<Round> rounds = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();
  private final List<Ruling> rulings = new ArrayList<>();
  private final List<Clarification> clarifications = new ArrayList<>();
  private final List<Objection> objections = new ArrayList<>();
  private final List<Extension> extensions = new ArrayList<>();
  private final List<SampleAcceptance> acceptances = new ArrayList<>();
  private Optional<Withdrawal> withdrawal = Optional.empty();
  private Instant now = START;

  static ItemFacts of(String words) {
    Story story = new Story();
    story.rounds.add(new Round(1, RoundCause.SENT, START, DAY));
    for (String word : words.isBlank() ? List.<String>of() : List.of(words.strip().split(" +"))) {
      story.tell(word);
    }
    return story.facts();
  }

  private ItemFacts facts() {
    return new ItemFacts(
        1,
        rounds,
        answers,
        checks,
        rulings,
        clarifications,
        objections,
        extensions,
        List.of(),
        acceptances,
        withdrawal);
  }

  private void tell(String word) {
    if (word.startsWith("+")) {
      now = now.plus(Duration.ofMinutes(Long.parseLong(word.substring(1))));
      return;
    }
    now = now.plus(Duration.ofHours(1));
    switch (word) {
      case "sampled" ->
          acceptances.add(
              new SampleAcceptance(answers.getLast().id(), "VR-2026-0001", now, MINISTRY));
      case "reply" ->
          clarifications.add(new Clarification(answers.getLast().id(), "", now, MINISTRY));
      case "reply_restarts" -> {
        clarifications.add(new Clarification(answers.getLast().id(), "", now, MINISTRY));
        rounds.add(new Round(rounds.size() + 1, RoundCause.CLARIFIED, now, DAY));
      }
      case "back" -> {
        Answer last = answers.removeLast();
        answers.add(
            new Answer(
                last.id(),
                last.event(),
                last.code(),
                last.type(),
                last.ground(),
                last.details(),
                last.answeredAt(),
                last.by(),
                Optional.of(new TakenBack("Keliru.", now, COMPANY))));
      }
      case "objects" ->
          objections.add(
              new Objection(
                  answers.getLast().id(),
                  "Keliru.",
                  now,
                  now.plus(DAY),
                  COMPANY,
                  Optional.empty()));
      case "objection_accepted" -> decide(ObjectionOutcome.ACCEPTED);
      case "objection_upheld" -> decide(ObjectionOutcome.UPHELD);
      case "narrowed" -> {
        decide(ObjectionOutcome.NARROWED);
        rounds.add(new Round(rounds.size() + 1, RoundCause.NARROWED, now, DAY));
      }
      case "accepted" -> rule(RulingOutcome.ACCEPTED);
      case "upheld" -> {
        rule(RulingOutcome.UPHELD);
        rounds.add(new Round(rounds.size() + 1, RoundCause.UPHELD, now, DAY));
      }
      case "extended" ->
          extensions.add(
              new Extension(rounds.size(), Duration.ofHours(5), "Sistem pindah.", now, MINISTRY));
      case "down_again" -> check(true, Verdict.DOWN);
      case "up_again" -> check(true, Verdict.STILL_UP);
      case "withdrawn" -> withdrawal = Optional.of(new Withdrawal(false, "Keliru.", now, MINISTRY));
      default -> {
        String name = word.toUpperCase(Locale.ROOT);
        Optional<Verdict> verdict = find(Verdict.class, name.equals("HALF") ? "PARTLY" : name);
        if (name.equals("PARTLY") || verdict.isEmpty()) {
          answer(AnswerClass.valueOf(name));
        } else {
          check(false, verdict.get());
        }
      }
    }
  }

  private void decide(ObjectionOutcome outcome) {
    Objection last = objections.removeLast();
    objections.add(
        new Objection(
            last.answerId(),
            last.reason(),
            last.filedAt(),
            last.dueAt(),
            last.by(),
            Optional.of(new Objection.Decision(outcome, "Keliru.", now, MINISTRY))));
  }

  private void answer(AnswerClass type) {
    Optional<String> ground = type == AnswerClass.REFUSED ? Optional.of("R1") : Optional.empty();
    answers.add(
        new Answer(
            answers.size() + 1, 1, "X", type, ground, Map.of(), now, COMPANY, Optional.empty()));
  }

  private void check(boolean again, Verdict verdict) {
    checks.add(
        new Check(
            facts().standsBy().orElseThrow().id(),
            again,
            verdict,
            now,
            now,
            "IndiHome",
            "ID",
            Surface.WEB,
            false,
            "",
            MINISTRY));
  }

  private void rule(RulingOutcome outcome) {
    rulings.add(new Ruling(answers.getLast().id(), outcome, "", now, MINISTRY));
  }

  private static <E extends Enum<E>> Optional<E> find(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().equals(name))
        .findFirst();
  }
}

package id.narahubung.demo;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Tx;
import id.narahubung.letters.LetterDesk;
import id.narahubung.letters.LetterGiven;
import id.narahubung.requests.AnswerGiven;
import id.narahubung.requests.BulkResult;
import id.narahubung.requests.CheckGiven;
import id.narahubung.requests.Item;
import id.narahubung.requests.ItemRef;
import id.narahubung.requests.RequestContent;
import id.narahubung.requests.RequestDesk;
import id.narahubung.requests.RulingOutcome;
import id.narahubung.requests.SaveDraft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One account at one time of the story, with everything it may do there: a command each. */
final class Turn {

  private static final Optional<String> NO_PICTURES =
      Optional.of("Peragaan: tangkapan layar tidak disertakan.");

  private final Turns turns;
  private final RequestDesk desk;
  private final LetterDesk letters;
  private final PersonViewer person;
  private final Instant when;

  Turn(Turns turns, RequestDesk desk, LetterDesk letters, PersonViewer person, Instant when) {
    this.turns = turns;
    this.desk = desk;
    this.letters = letters;
    this.person = person;
    this.when = when;
  }

  Instant when() {
    return when;
  }

  long draft(RequestContent content, String pasted) {
    SaveDraft.Target fresh = SaveDraft.Target.startedFrom(Optional.empty());
    return step(
        tx -> {
          long draft = desk.save().run(tx, turns.nextAct(), fresh, content, pasted);
          int version = version(tx, draft);
          desk.override().run(tx, turns.nextAct(), draft, version, "evidence", NO_PICTURES);
          return draft;
        });
  }

  void submit(long draft) {
    step(
        tx -> {
          desk.submit().run(tx, turns.nextAct(), draft, version(tx, draft));
          return draft;
        });
  }

  void giveBack(long draft, String note) {
    step(
        tx -> {
          desk.giveBack().run(tx, turns.nextAct(), draft, version(tx, draft), note);
          return draft;
        });
  }

  /** Gives the number. */
  String send(long draft) {
    return step(tx -> desk.send().run(tx, turns.nextAct(), draft, version(tx, draft)));
  }

  void open(String number) {
    step(tx -> desk.see().run(tx, desk.requests().fetch(tx, number)));
  }

  void acknowledge(String number) {
    step(
        tx -> {
          desk.acknowledge().run(tx, turns.nextAct(), number);
          return number;
        });
  }

  void write(String number, boolean shared, String text) {
    step(
        tx -> {
          desk.write().run(tx, turns.nextAct(), number, shared, text);
          return number;
        });
  }

  void answer(String number, IntStream items, AnswerGiven given) {
    all(tx -> desk.answer().run(tx, turns.nextAct(), refs(tx, number, items), given));
  }

  void draft(String number, IntStream items, AnswerGiven given) {
    all(tx -> desk.answer().draft(tx, turns.nextAct(), refs(tx, number, items), given));
  }

  void check(String number, IntStream items, CheckGiven given) {
    all(tx -> desk.check().run(tx, turns.nextAct(), refs(tx, number, items), given));
  }

  void lookAgain(String number, IntStream items, CheckGiven given) {
    all(tx -> desk.check().again(tx, turns.nextAct(), refs(tx, number, items), given));
  }

  void rule(String number, int item, RulingOutcome outcome, String reason) {
    all(
        tx ->
            desk.rule()
                .run(tx, turns.nextAct(), refs(tx, number, IntStream.of(item)), outcome, reason));
  }

  void reply(String number, int item, String reply) {
    all(tx -> desk.reply().run(tx, turns.nextAct(), refs(tx, number, IntStream.of(item)), reply));
  }

  void extend(String number, IntStream items, int hours, String reason) {
    all(tx -> desk.extend().run(tx, turns.nextAct(), refs(tx, number, items), hours, reason));
  }

  /** Grants that clocks do not count an outage. */
  void credit(long outage, String reason) {
    step(tx -> desk.decideOutage().run(tx, turns.nextAct(), outage, true, reason));
  }

  /** Warns of these items, all that are proposed; gives the letter's number. */
  String warn(String number, String stage, Optional<Long> fine, String note, IntStream items) {
    return step(
        tx -> {
          Set<Long> ids =
              refs(tx, number, items).stream().map(ItemRef::id).collect(Collectors.toSet());
          LetterGiven given = new LetterGiven(stage, ids, ids, "", Optional.empty(), fine, note);
          return letters.send().run(tx, turns.nextAct(), number, given);
        });
  }

  void acknowledgeLetter(String letter) {
    step(
        tx -> {
          letters.acknowledge().run(tx, turns.nextAct(), letter);
          return letter;
        });
  }

  /** A story in which a row is refused is told wrong. */
  private void all(Function<Tx, BulkResult> act) {
    BulkResult result = step(act);
    if (!result.refused().isEmpty()) {
      throw new IllegalStateException("refused at " + when + ": " + result.refused());
    }
  }

  private <T> T step(Function<Tx, T> step) {
    return turns.at(when, person, step);
  }

  private int version(Tx tx, long draft) {
    return desk.requests().fetch(tx, draft).version();
  }

  private List<ItemRef> refs(Tx tx, String number, IntStream ordinals) {
    long request = desk.requests().fetch(tx, number).id();
    Set<Integer> wanted = ordinals.boxed().collect(Collectors.toSet());
    List<ItemRef> found =
        desk.items().list(tx, request, Optional.empty(), 0, Integer.MAX_VALUE).stream()
            .filter(item -> wanted.contains(item.ordinal()))
            .map(Item::ref)
            .toList();
    if (found.size() != wanted.size()) {
      throw new IllegalStateException(number + " has not all of " + wanted);
    }
    return found;
  }
}

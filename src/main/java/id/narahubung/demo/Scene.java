package id.narahubung.demo;

import id.narahubung.data.Tx;
import id.narahubung.text.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A thread of the story: who does what at which hour of Jakarta's clock, and what they write. */
final class Scene {

  private final Turns turns;
  private final Texts texts;
  private final String thread;

  /**
   * For a thread of the story.
   *
   * @param thread what the keys of its texts begin with
   */
  Scene(Turns turns, Texts texts, String thread) {
    this.turns = turns;
    this.texts = texts;
    this.thread = thread;
  }

  /** What somebody does at '2018-07-04T22:50', with what comes of it. */
  <T> T give(String when, Part who, Function<Tx, T> work) {
    return turns.at(wib(when), turns.person(who), work);
  }

  void act(String when, Part who, Consumer<Tx> work) {
    give(
        when,
        who,
        tx -> {
          work.accept(tx);
          return true;
        });
  }

  long idOf(Part who) {
    return turns.person(who).personId();
  }

  long organisationOf(Part who) {
    return turns.person(who).organisationId();
  }

  UUID nextAct() {
    return turns.nextAct();
  }

  String text(String key) {
    return texts.get(thread + "." + key);
  }

  /** The texts of these parts of something, by their names. */
  Map<String, String> texts(String of, String... parts) {
    return Stream.of(parts).collect(Collectors.toMap(part -> part, part -> text(of + "." + part)));
  }

  static Instant wib(String time) {
    return LocalDateTime.parse(time).atZone(Words.WIB).toInstant();
  }

  static LocalDate day(String time) {
    return LocalDateTime.parse(time).toLocalDate();
  }
}

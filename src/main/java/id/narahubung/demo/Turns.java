package id.narahubung.demo;

import id.narahubung.access.Viewer;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.accounts.LendRole;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.letters.LetterDesk;
import id.narahubung.requests.RequestDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Whose turn it is and at what time: sets the loader's clock and hands out the desk. */
final class Turns {

  /** The one that the story's signs of life come from. */
  private static final UUID INSTANCE = new UUID(0x2018_0704_0000_4000L, 0x8000_0000_0000_0003L);

  /** How far the story goes on between two rounds of mail. */
  private static final Duration ROUND = Duration.ofMinutes(15);

  private final Database db;
  private final LoaderClock clock;
  private final RequestDesk desk;
  private final LetterDesk letters;
  private final LendRole lend;
  private final Supplier<UUID> acts;
  private final Runnable mail;
  private final Map<Part, PersonViewer> people = new EnumMap<>(Part.class);
  private Instant delivered = Instant.EPOCH;

  /**
   * The turns of a story.
   *
   * @param mail what the portal does with notices meanwhile
   */
  Turns(
      Database db,
      LoaderClock clock,
      RequestDesk desk,
      LetterDesk letters,
      LendRole lend,
      Supplier<UUID> acts,
      Runnable mail) {
    this.db = db;
    this.clock = clock;
    this.desk = desk;
    this.letters = letters;
    this.lend = lend;
    this.acts = acts;
    this.mail = mail;
  }

  /** What was told until then is made into mails, and kept. */
  void deliver(Instant when) {
    clock.set(when);
    delivered = when;
    mail.run();
  }

  /** From now on this account acts in this part. */
  void cast(Part part, PersonViewer person) {
    people.put(part, person);
  }

  /** One transaction of a viewer at a time of the story. */
  <T> T at(Instant when, Viewer viewer, Function<Tx, T> step) {
    if (Duration.between(delivered, when).abs().compareTo(ROUND) >= 0) {
      deliver(when);
    }
    clock.set(when);
    return db.as(viewer, step);
  }

  /** The desk in the hands of one account, at a time of the story. */
  Turn at(Instant when, Part part) {
    return new Turn(this, desk, letters, person(part), when);
  }

  /** One of them lends another the role of the part, from then on. */
  void lend(Instant from, Part lender, Part borrower, Instant until, String reason) {
    LendRole.Wanted wanted =
        new LendRole.Wanted(person(borrower).personId(), lender.role(), from, until, reason);
    at(from, person(lender), tx -> lend.run(tx, nextAct(), wanted));
  }

  /** The portal was away meanwhile; gives the outage that it noticed. */
  long away(Instant from, Instant until) {
    begin(from);
    return at(until, Viewer.SystemViewer.HEALTH, tx -> desk.noticeOutages(acts).run(tx, INSTANCE))
        .orElseThrow();
  }

  /** From here on silence is an outage; what the story skipped before was none. */
  void begin(Instant when) {
    at(
        when,
        Viewer.SystemViewer.HEALTH,
        tx -> {
          desk.noticeOutages(acts).begin(tx, INSTANCE);
          return true;
        });
  }

  PersonViewer person(Part part) {
    PersonViewer person = people.get(part);
    if (person == null) {
      throw new IllegalStateException("nobody plays " + part + " yet");
    }
    return person;
  }

  UUID nextAct() {
    return acts.get();
  }
}

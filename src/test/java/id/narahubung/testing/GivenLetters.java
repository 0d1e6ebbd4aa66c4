package id.narahubung.testing;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.letters.Letter;
import id.narahubung.letters.LetterDesk;
import id.narahubung.letters.LetterGiven;
import id.narahubung.letters.LetterOutcome;
import id.narahubung.letters.PaymentGiven;
import id.narahubung.requests.Item;
import id.narahubung.text.Words;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Letters a test starts from, sent and answered through the commands that people use. */
public final class GivenLetters {

  private final Given given;
  private final LetterDesk desk;

  public GivenLetters(Given given) {
    this.given = given;
    this.desk = new LetterDesk(given.desk(), given.ledger());
  }

  public LetterDesk desk() {
    return desk;
  }

  /** What a form would send about these items of a request, none left out. */
  public LetterGiven about(long request, String stage, int... ordinals) {
    Set<Long> items = ids(request, ordinals);
    return new LetterGiven(stage, items, items, "", Optional.empty(), Optional.of(5_000_000L), "");
  }

  public Set<Long> ids(long request, int... ordinals) {
    return given.items(given.supervisor(), request).stream()
        .filter(item -> IntStream.of(ordinals).anyMatch(each -> each == item.ordinal()))
        .map(Item::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Sends it and gives its number. */
  public String send(PersonViewer who, String number, LetterGiven letter) {
    return given.as(who, tx -> desk.send().run(tx, given.act(), number, letter));
  }

  public void acknowledge(PersonViewer who, String letter) {
    given.db().run(who, tx -> desk.acknowledge().run(tx, given.act(), letter));
  }

  /** By ten days from now. */
  public void promise(PersonViewer who, String letter) {
    promise(who, letter, today().plusDays(10));
  }

  public void promise(PersonViewer who, String letter, LocalDate payBy) {
    given.db().run(who, tx -> desk.promise().run(tx, given.act(), letter, payBy, Optional.empty()));
  }

  public void tell(PersonViewer who, String letter, PaymentGiven payment) {
    given.db().run(who, tx -> desk.tellPayment().run(tx, given.act(), letter, payment));
  }

  public void record(PersonViewer who, String letter, PaymentGiven payment) {
    given.db().run(who, tx -> desk.recordPayment().run(tx, given.act(), letter, payment));
  }

  /** The first payment of a letter, as recorded wrongly. */
  public void reverse(PersonViewer who, String letter) {
    long payment =
        given.as(who, tx -> desk.letters().fetch(tx, letter)).payments().stream()
            .filter(Letter.Payment::counts)
            .findFirst()
            .orElseThrow()
            .id();
    reverse(who, letter, payment, "Salah catat.");
  }

  public void reverse(PersonViewer who, String letter, long payment, String reason) {
    given.db().run(who, tx -> desk.reversePayment().run(tx, given.act(), letter, payment, reason));
  }

  /** Paid today. */
  public PaymentGiven paid(long amount, String reference) {
    return new PaymentGiven(amount, today(), reference);
  }

  public void object(PersonViewer who, String letter, String reason) {
    given.db().run(who, tx -> desk.object().run(tx, given.act(), letter, reason));
  }

  public void decide(PersonViewer who, String letter, LetterOutcome outcome) {
    given.db().run(who, tx -> desk.decide().run(tx, given.act(), letter, outcome, "Demikian."));
  }

  /** For good: no other is proposed in its place. */
  public void withdraw(PersonViewer who, String letter, String reason) {
    given.db().run(who, tx -> desk.withdraw().run(tx, given.act(), letter, reason, false));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(given.clock().instant(), Words.WIB);
  }
}

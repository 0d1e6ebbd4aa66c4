package id.narahubung.requests;

import id.narahubung.access.Refusal;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Casework as it comes, by the commands that people use, the same for the same seed: what is tried
 * where it may not be is refused, and nothing happened.
 */
public final class Histories {

  private final Given given;
  private final Acts acts;
  private final SplittableRandom random;
  private final PersonViewer other;
  private final List<Case> cases = new ArrayList<>();

  public Histories(Given given, long seed) {
    this.given = given;
    this.acts = new Acts(given);
    this.random = new SplittableRandom(seed);
    this.other = given.person(given.ministry(), Role.SUPERVISOR);
  }

  /** A request in work, and who answers it. */
  private record Case(Sent sent, PersonViewer responder) {}

  /** An order of so many items: urgent, or not. */
  public void send(Company company, PersonViewer responder, int items, boolean urgent) {
    var request = given.request(company).withItems(items);
    cases.add(new Case((urgent ? request.urgent() : request).sent(), responder));
  }

  /**
   * An order of which one item each waits to be checked, decided and replied to, and one is open.
   */
  public void leaveWaiting(Company company, PersonViewer responder) {
    Sent sent = given.request(company).withItems(4).sent();
    cases.add(new Case(sent, responder));
    given.clock().advance(Duration.ofMinutes(30));
    acts.answer(responder, sent.ref(1), acts.removed());
    acts.answer(responder, sent.ref(2), acts.refused());
    acts.answer(responder, sent.ref(3), Acts.given("K1", "questions", "Menit ke berapa?"));
  }

  /** So many acts, each so many minutes at most after the one before. */
  public void live(int steps, int minutes) {
    for (int n = 0; n < steps; n++) {
      given.clock().advance(Duration.ofSeconds(random.nextInt(1, minutes * 60)));
      Case in = cases.get(random.nextInt(cases.size()));
      Item item = pick(in);
      try {
        act(in, item);
      } catch (Refusal refused) {
        // As if nobody had tried.
      }
    }
  }

  /** Something is done to every item. */
  public void touchAll() {
    for (Case in : cases) {
      for (int n = 0; n < in.sent().items().size(); n++) {
        given.clock().advance(Duration.ofMinutes(7));
        try {
          act(in, given.items(given.officer(), in.sent().id()).get(n));
        } catch (Refusal refused) {
          // As if nobody had tried.
        }
      }
    }
  }

  private Item pick(Case in) {
    List<Item> items = given.items(given.officer(), in.sent().id());
    return items.get(random.nextInt(items.size()));
  }

  private void act(Case in, Item item) {
    List<ItemRef> it = List.of(item.ref());
    int p = random.nextInt(100);
    switch (item.standing()) {
      case OPEN -> ofOpen(in, it, p);
      case ASKED -> {
        if (p < 70) {
          acts.reply(given.officer(), it, "Menit ke-2.");
        } else {
          acts.answer(in.responder(), it, acts.removed());
        }
      }
      case CLAIMED -> {
        if (p < 40) {
          acts.check(given.officer(), it, Verdict.DOWN);
        } else if (p < 65) {
          acts.check(given.officer(), it, Verdict.STILL_UP);
        } else if (p < 75) {
          acts.check(given.officer(), it, Verdict.UNCHECKED);
        } else if (p < 90) {
          acts.takeBack(in.responder(), "Keliru.");
        } else {
          acts.answer(in.responder(), it, acts.refused());
        }
      }
      case CONTESTED -> {
        if (p < 35) {
          acts.rule(given.supervisor(), it, RulingOutcome.ACCEPTED, "");
        } else if (p < 80) {
          acts.rule(given.supervisor(), it, RulingOutcome.UPHELD, "Tetap berlaku.");
        } else {
          acts.takeBack(in.responder(), "Keliru.");
        }
      }
      case CONFIRMED -> acts.recheck(given.officer(), it, p < 60 ? Verdict.DOWN : Verdict.STILL_UP);
      case ACCEPTED, WITHDRAWN, SAMPLED, DRAFT -> {}
    }
  }

  private void ofOpen(Case in, List<ItemRef> it, int p) {
    ItemFacts facts = given.facts(given.officer(), it.getFirst().id());
    if (facts.openObjection().isPresent() && p < 60) {
      acts.decide(
          other,
          it,
          p < 25
              ? ObjectionOutcome.ACCEPTED
              : p < 40 ? ObjectionOutcome.NARROWED : ObjectionOutcome.UPHELD);
    } else if (facts.contestable().isPresent() && p < 50) {
      acts.object(in.responder(), it, "Sudah dihapus.");
    } else if (p < 40) {
      acts.answer(in.responder(), it, acts.removed());
    } else if (p < 50) {
      acts.answer(in.responder(), it, acts.refused());
    } else if (p < 55) {
      acts.answer(in.responder(), it, refused("R5"));
    } else if (p < 60) {
      acts.answer(in.responder(), it, Acts.given("N3", "tried", "Dibuka dua kali."));
    } else if (p < 64) {
      acts.answer(in.responder(), it, Acts.given("N4", "other_item", in.sent().number() + "/0001"));
    } else if (p < 80) {
      acts.answer(in.responder(), it, Acts.given("K1", "questions", "Menit ke berapa?"));
    } else if (p < 88) {
      acts.extend(given.supervisor(), it, 5, "Pusat data pindah.");
    } else if (p < 92) {
      acts.withdraw(given.supervisor(), it, "Salah alamat.");
    }
  }

  private static AnswerGiven refused(String ground) {
    return new AnswerGiven("T1", Optional.of(ground), java.util.Map.of("reason", "Keliru."));
  }
}

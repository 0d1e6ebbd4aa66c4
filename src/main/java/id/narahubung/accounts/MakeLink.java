package id.narahubung.accounts;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.time.Duration;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes a link by which a person sets a password, once, within half an hour; earlier links of the
 * person end. Refused when the viewer does not keep the account, could not give the roles it holds,
 * and when it is closed.
 */
public final class MakeLink {

  private static final Duration USABLE = Duration.ofMinutes(30);

  private final PersonStore persons;
  private final OneTimeLinkStore links;
  private final Ledger ledger;
  private final RandomGenerator random;

  public MakeLink(
      PersonStore persons, OneTimeLinkStore links, Ledger ledger, RandomGenerator random) {
    this.persons = persons;
    this.links = links;
    this.ledger = ledger;
    this.random = random;
  }

  /** Gives the link's path, such as '/links/Qm9i…'. */
  public String run(Tx tx, UUID act, long person) {
    Account account = persons.lock(tx, person);
    Keeping.require(tx.viewer(), account);
    if (!account.active()) {
      throw new RuleBroken("account.closed");
    }
    String token = Token.fresh(random);
    links.endAll(tx, person);
    links.insert(tx, Token.hash(token), person, tx.now().plus(USABLE));
    ledger.add(tx, Keeping.act(tx.viewer(), act, EventKind.LINK_MADE, account));
    return "/links/" + token;
  }
}

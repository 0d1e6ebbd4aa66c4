package id.narahubung.decisions;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.rules.RuleStore;
import java.util.UUID;

/**
 * Adds a paper to a request to open again; with the last that is missing the ministry's clock
 * starts. Refused when the viewer may not ask, when the request was answered, and for a paper that
 * the rules do not know or that says nothing.
 */
public final class AddPaper {

  private final RuleStore rules;
  private final NormalisationStore normalisations;
  private final Ledger ledger;

  AddPaper(RuleStore rules, NormalisationStore normalisations, Ledger ledger) {
    this.rules = rules;
    this.normalisations = normalisations;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, String number, PaperGiven paper) {
    Normalisation to = normalisations.fetch(tx, number);
    tx.viewer().require(Permission.ASK_NORMALISATION);
    if (to.closedBy().isPresent()) {
      throw new RuleBroken("normalisation.refused.closed");
    }
    AskNormalisation.requireKnown(rules.fetch(tx, to.ruleSetId()), paper);
    long event =
        ledger.add(
            tx,
            AskNormalisation.told(
                    tx,
                    act,
                    EventKind.NORMALISATION_PAPER_ADDED,
                    tx.person().organisationId(),
                    number)
                .with("paper", paper.entryCode()));
    normalisations.add(tx, event, to, paper);
  }
}

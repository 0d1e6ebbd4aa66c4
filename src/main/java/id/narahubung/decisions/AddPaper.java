package id.narahubung.decisions;

import id.narahubung.access.Permission;
import id.narahubung.data.Tx;
import id.narahubung.evidence.FileStore;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import java.util.List;
import java.util.UUID;

/**
 * Adds a paper to a request to open again; with the last that is missing the ministry's clock
 * starts. Refused when the viewer may not ask, when the request waits no more, and for a paper that
 * the rules do not know or that does not suffice by them.
 */
public final class AddPaper {

  private final RuleStore rules;
  private final NormalisationStore normalisations;
  private final FileStore files;
  private final Ledger ledger;

  AddPaper(RuleStore rules, NormalisationStore normalisations, FileStore files, Ledger ledger) {
    this.rules = rules;
    this.normalisations = normalisations;
    this.files = files;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, String number, PaperGiven paper) {
    Normalisation to = normalisations.lock(tx, number, Permission.ASK_NORMALISATION);
    to.requireWaiting();
    RuleSet set = rules.fetch(tx, to.ruleSetId());
    AskNormalisation.requireGood(set, paper);
    // With the last that is missing the clock starts; another of what is there tells nothing.
    boolean completes = to.completeness().missing().equals(List.of(paper.entryCode()));
    long event =
        ledger.add(
            tx,
            AskNormalisation.told(
                    tx,
                    act,
                    EventKind.NORMALISATION_PAPER_ADDED,
                    tx.person().organisationId(),
                    number)
                .with("platform", to.platformId())
                .with("paper", paper.entryCode())
                .with("complete", completes));
    normalisations.add(tx, event, to, paper, AskNormalisation.stored(tx, files, paper));
  }
}

package id.narahubung.commitments;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.platforms.Platform;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Proposes a commitment, by either side; nobody has signed it yet. Refused when the viewer may not,
 * for a kind the rules in force do not have, without saying which meeting, letter or decision it
 * comes from, for one that is not the platform's, and for terms that nobody could keep or judge
 * (Terms.faults).
 */
public final class ProposeCommitment {

  private final CommitmentActs acts;
  private final CommitmentActStore store;
  private final PlatformStore platforms;
  private final RuleStore rules;
  private final OriginStore origins;

  ProposeCommitment(
      CommitmentActs acts,
      CommitmentActStore store,
      PlatformStore platforms,
      RuleStore rules,
      OriginStore origins) {
    this.origins = origins;
    this.acts = acts;
    this.store = store;
    this.platforms = platforms;
    this.rules = rules;
  }

  /** Proposes it and gives its number. */
  public String run(Tx tx, UUID act, ProposalGiven given) {
    Platform platform = platforms.fetch(tx, given.platformId());
    tx.viewer().require(Permission.PROPOSE_COMMITMENTS);
    RuleSet set = rules.inForce(tx);
    CommitmentKind kind =
        acts.find(tx, set.id(), given.kindCode())
            .orElseThrow(() -> new RuleBroken("commitment.fault.kind"));
    requireSource(tx, platform, given);
    given.terms().require(kind, LocalDate.ofInstant(tx.now(), Words.WIB), Optional.empty());
    String number = store.number(tx);
    long event =
        acts.tell(
            tx,
            act,
            EventKind.COMMITMENT_PROPOSED,
            Permission.PROPOSE_COMMITMENTS,
            platform.companyId(),
            number,
            Map.of("kind", kind.code()));
    long id = store.insert(tx, event, platform, number, given, set.id());
    store.write(
        tx, event, new CommitmentActStore.Key(id, 1, platform.companyId()), given.terms(), "");
    return number;
  }

  private void requireSource(Tx tx, Platform platform, ProposalGiven given) {
    boolean told =
        given.sourceId().isPresent()
            ? given
                .sourceId()
                .flatMap(id -> origins.find(tx, platform.id(), given.source(), id))
                .isPresent()
            : given.source() == CommitmentSource.OWN || !given.sourceText().isBlank();
    if (!told) {
      throw new RuleBroken("commitment.fault.source_text");
    }
  }
}

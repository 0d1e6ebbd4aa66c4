package id.narahubung.rules;

import id.narahubung.access.NotFound;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Ledger;
import java.time.Instant;
import java.util.Optional;

/** Puts the stores and the commands of the rules together. */
public final class RuleDesk {

  private final RuleStore rules;
  private final RuleVersionStore versions = new RuleVersionStore();
  private final RuleDraftStore drafts = new RuleDraftStore();
  private final OrderNoticeStore notices = new OrderNoticeStore();
  private final Ledger ledger;

  public RuleDesk(RuleStore rules, Ledger ledger) {
    this.rules = rules;
    this.ledger = ledger;
  }

  RuleVersionStore versions() {
    return versions;
  }

  public DraftRules draft() {
    return new DraftRules(versions, drafts, ledger);
  }

  public EditRules edit() {
    return new EditRules(rules, drafts, ledger);
  }

  public ReleaseRules release() {
    return new ReleaseRules(rules, versions, drafts, ledger);
  }

  public DiscardRules discard() {
    return new DiscardRules(drafts, ledger);
  }

  /** When the viewer's company was told how orders work; the ministry has no such day. */
  Optional<Instant> toldAt(Tx tx) {
    return notices.find(tx, tx.person().organisationId());
  }

  boolean isAuthor(Tx tx, long id) {
    return drafts.isAuthor(tx, id);
  }

  /** A version with all it says. */
  record Opened(RuleVersion version, RuleSet set) {}

  /** The version of an address; a draft is the ministry's own, and to others not there. */
  Opened open(Tx tx, String typed) {
    RuleVersion version =
        number(typed).flatMap(id -> versions.find(tx, id)).orElseThrow(() -> new NotFound("rules"));
    return new Opened(version, said(tx, version));
  }

  /** What a draft says may be gone since it was found: somebody discarded it. */
  RuleSet said(Tx tx, RuleVersion version) {
    return version.isDraft()
        ? RuleStore.find(tx, version.id()).orElseThrow(() -> new NotFound("rules"))
        : rules.fetch(tx, version.id());
  }

  private static Optional<Long> number(String typed) {
    return typed.matches("[1-9]\\d{0,17}") ? Optional.of(Long.valueOf(typed)) : Optional.empty();
  }
}

package id.narahubung.platforms;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.text.Language;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes the ministry or a company. Refused when the viewer does not administer, the name is missing
 * or taken, and when there is a ministry already.
 */
public final class MakeOrganisation {

  private final PlatformStore platforms;
  private final Ledger ledger;

  public MakeOrganisation(PlatformStore platforms, Ledger ledger) {
    this.platforms = platforms;
    this.ledger = ledger;
  }

  /** What to make; a company declares in which language it wants to be written to. */
  public record NewOrganisation(
      Side side, String name, Optional<String> legalEntity, Language language) {

    /** One that reads Indonesian. */
    public NewOrganisation(Side side, String name, Optional<String> legalEntity) {
      this(side, name, legalEntity, Language.ID);
    }
  }

  public Organisation run(Tx tx, UUID act, NewOrganisation organisation) {
    tx.viewer().require(Permission.ADMINISTER);
    String name = organisation.name().strip();
    if (name.isEmpty() || name.length() > 200) {
      throw new RuleBroken("organisation.name_needed");
    }
    if (organisation.legalEntity().filter(entity -> entity.length() > 200).isPresent()) {
      throw new RuleBroken("organisation.name_needed");
    }
    if (platforms.findOrganisation(tx, name).isPresent()) {
      throw new RuleBroken("organisation.name_taken", name);
    }
    if (organisation.side() == Side.MINISTRY && platforms.ministry(tx).isPresent()) {
      throw new RuleBroken("organisation.one_ministry");
    }
    long id = platforms.insert(tx, organisation, name);
    ledger.add(
        tx,
        Act.of(act, EventKind.ORGANISATION_MADE, "administrator", Share.MINISTRY)
            .with("organisation", id)
            .with("side", organisation.side().name().toLowerCase(Locale.ROOT)));
    return new Organisation(id, organisation.side(), name);
  }
}

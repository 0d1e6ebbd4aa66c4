package id.narahubung.platforms;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
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
 * or taken, a text is too long, and when there is a ministry already.
 */
public final class MakeOrganisation {

  private final PlatformStore platforms;
  private final Ledger ledger;

  public MakeOrganisation(PlatformStore platforms, Ledger ledger) {
    this.platforms = platforms;
    this.ledger = ledger;
  }

  /**
   * What to make; a company declares in which language it wants to be written to.
   *
   * @param tdpse the number of its registration as an operator
   */
  public record NewOrganisation(
      Side side,
      String name,
      Optional<String> legalEntity,
      Optional<String> tdpse,
      Language language) {

    public NewOrganisation {
      name = name.strip();
    }

    /** One that reads Indonesian and is not registered yet. */
    public NewOrganisation(Side side, String name, Optional<String> legalEntity) {
      this(side, name, legalEntity, Optional.empty(), Language.ID);
    }
  }

  public Organisation run(Tx tx, UUID act, NewOrganisation organisation) {
    tx.viewer().require(Permission.ADMINISTER);
    check(organisation);
    if (platforms.findOrganisation(tx, organisation.name()).isPresent()) {
      throw new RuleBroken("organisation.name_taken", organisation.name());
    }
    if (organisation.side() == Side.MINISTRY && platforms.ministry(tx).isPresent()) {
      throw new RuleBroken("organisation.one_ministry");
    }
    long id = platforms.insert(tx, organisation);
    ledger.add(
        tx,
        Act.of(act, EventKind.ORGANISATION_MADE, Role.ADMINISTRATOR, Side.MINISTRY)
            .with("organisation", id)
            .with("side", organisation.side().name().toLowerCase(Locale.ROOT)));
    return new Organisation(id, organisation.side(), organisation.name());
  }

  /** What is said of it must fit, whether it is made or changed. */
  static void check(NewOrganisation organisation) {
    if (organisation.name().isEmpty() || organisation.name().length() > 200) {
      throw new RuleBroken("organisation.name_needed");
    }
    if (organisation.legalEntity().filter(entity -> entity.length() > 200).isPresent()) {
      throw new RuleBroken("organisation.legal_entity_long", 200);
    }
    if (organisation.tdpse().filter(number -> number.length() > 60).isPresent()) {
      throw new RuleBroken("organisation.tdpse_long", 60);
    }
  }
}

package id.narahubung.platforms;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.platforms.MakeOrganisation.NewOrganisation;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Changes what an organisation is called, its legal entity, its registration, and the language it
 * is written to in; never its side. Refused when the viewer does not administer, the name is
 * missing or taken, a text is too long, and when somebody changed it meanwhile. To say what stands
 * there already is no act.
 */
public final class ChangeOrganisation {

  private final PlatformStore platforms;
  private final Ledger ledger;

  public ChangeOrganisation(PlatformStore platforms, Ledger ledger) {
    this.platforms = platforms;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, long id, int version, NewOrganisation wanted) {
    KeptOrganisation now = platforms.keptOrganisation(tx, id);
    tx.viewer().require(Permission.ADMINISTER);
    MakeOrganisation.check(wanted);
    platforms
        .findOrganisation(tx, wanted.name())
        .filter(other -> other.id() != id)
        .ifPresent(
            other -> {
              throw new RuleBroken("organisation.name_taken", wanted.name());
            });
    List<String> changed = changed(now, wanted);
    if (changed.isEmpty()) {
      return;
    }
    platforms.save(tx, id, version, wanted);
    ledger.add(
        tx,
        Act.of(act, EventKind.ORGANISATION_CHANGED, Role.ADMINISTRATOR, Side.MINISTRY)
            .with("organisation", id)
            .with("changed", changed));
  }

  /** Which of them, not what: names stay out of the ledger. */
  private static List<String> changed(KeptOrganisation now, NewOrganisation wanted) {
    List<String> changed = new ArrayList<>();
    if (!now.name().equals(wanted.name())) {
      changed.add("name");
    }
    if (!now.legalEntity().equals(wanted.legalEntity())) {
      changed.add("legal_entity");
    }
    if (!now.tdpse().equals(wanted.tdpse())) {
      changed.add("tdpse");
    }
    if (now.language() != wanted.language()) {
      changed.add("language");
    }
    return changed;
  }
}

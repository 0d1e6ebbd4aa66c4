package id.narahubung.platforms;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.platforms.MakePlatform.NewPlatform;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Changes a platform's name, zone, contact hours and hosts; never its company, whose cases stand
 * behind its wall. Refused when the viewer does not administer, the name is missing or taken, a
 * host is none, everybody's, another platform's, or above or below one of another company, and when
 * somebody changed it meanwhile. To say what stands there already is no act.
 */
public final class ChangePlatform {

  private final PlatformStore platforms;
  private final MakePlatform make;
  private final Ledger ledger;

  public ChangePlatform(PlatformStore platforms, MakePlatform make, Ledger ledger) {
    this.platforms = platforms;
    this.make = make;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, long id, int version, NewPlatform wanted) {
    KeptPlatform now = platforms.kept(tx, id);
    tx.viewer().require(Permission.ADMINISTER);
    MakePlatform.checkName(wanted.name());
    platforms
        .find(tx, wanted.name())
        .filter(other -> other.id() != id)
        .ifPresent(
            other -> {
              throw new RuleBroken("platform.name_taken", wanted.name());
            });
    Set<String> hosts = new HashSet<>(Hosts.canonical(wanted.hosts()));
    List<String> added = hosts.stream().filter(host -> !now.hosts().contains(host)).toList();
    List<String> removed = now.hosts().stream().filter(host -> !hosts.contains(host)).toList();
    make.checkFree(tx, now.platform().companyId(), added);
    List<String> changed = changed(now.platform(), wanted);
    if (changed.isEmpty() && added.isEmpty() && removed.isEmpty()) {
      return;
    }
    platforms.save(tx, id, version, wanted);
    removed.forEach(host -> platforms.removeHost(tx, id, host));
    added.forEach(host -> platforms.addHost(tx, id, now.platform().companyId(), host));
    ledger.add(
        tx,
        Act.of(act, EventKind.PLATFORM_CHANGED, Role.ADMINISTRATOR, Side.MINISTRY)
            .with("organisation", now.platform().companyId())
            .with("platform", id)
            .with("changed", changed)
            .with("hosts_added", added.size())
            .with("hosts_removed", removed.size()));
  }

  private static List<String> changed(Platform now, NewPlatform wanted) {
    List<String> changed = new ArrayList<>();
    if (!now.name().equals(wanted.name())) {
      changed.add("name");
    }
    if (!now.zone().equals(wanted.zone())) {
      changed.add("zone");
    }
    if (!now.contactOpens().equals(wanted.contactOpens())
        || !now.contactCloses().equals(wanted.contactCloses())) {
      changed.add("contact_hours");
    }
    return changed;
  }
}

package id.narahubung.platforms;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes a platform of a company, with its time zone, contact hours and hosts. Refused when the
 * viewer does not administer, the organisation is no company, the name is missing or taken, and
 * when a host is none, everybody's, another platform's, or above or below one of another company.
 */
public final class MakePlatform {

  private final PlatformStore platforms;
  private final Ledger ledger;

  public MakePlatform(PlatformStore platforms, Ledger ledger) {
    this.platforms = platforms;
    this.ledger = ledger;
  }

  /** What to make. */
  public record NewPlatform(
      Organisation company,
      String name,
      ZoneId zone,
      LocalTime contactOpens,
      LocalTime contactCloses,
      List<String> hosts) {

    public NewPlatform {
      name = name.strip();
      hosts = List.copyOf(hosts);
    }
  }

  public Platform run(Tx tx, UUID act, NewPlatform platform) {
    tx.viewer().require(Permission.ADMINISTER);
    if (platform.company().side() != Side.COMPANY) {
      throw new RuleBroken("platform.of_a_company", platform.company().name());
    }
    checkName(platform.name());
    if (platforms.find(tx, platform.name()).isPresent()) {
      throw new RuleBroken("platform.name_taken", platform.name());
    }
    List<String> hosts = Hosts.canonical(platform.hosts());
    checkFree(tx, platform.company().id(), hosts);
    long id = platforms.insert(tx, platform);
    for (String host : hosts) {
      platforms.addHost(tx, id, platform.company().id(), host);
    }
    ledger.add(
        tx,
        Act.of(act, EventKind.PLATFORM_MADE, Role.ADMINISTRATOR, Side.MINISTRY)
            .with("organisation", platform.company().id())
            .with("platform", id));
    return platforms.fetch(tx, id);
  }

  static void checkName(String name) {
    if (name.isEmpty() || name.length() > 200) {
      throw new RuleBroken("platform.name_needed");
    }
  }

  /**
   * A host is one platform's: whose content stands there must be plain. It covers the hosts under
   * it, so that another company's must lie neither below nor above.
   */
  void checkFree(Tx tx, long company, List<String> hosts) {
    if (hosts.isEmpty()) {
      return;
    }
    Map<String, Platform> taken = platforms.hosts(tx).names();
    for (String host : hosts) {
      Platform same = taken.get(host);
      if (same != null) {
        throw new RuleBroken("platform.host_taken", host, same.name());
      }
      taken.entrySet().stream()
          .filter(other -> other.getValue().companyId() != company)
          .filter(other -> Hosts.meet(host, other.getKey()))
          .min(Map.Entry.comparingByKey())
          .ifPresent(
              other -> {
                throw new RuleBroken(
                    "platform.host_overlaps", host, other.getKey(), other.getValue().name());
              });
    }
  }
}

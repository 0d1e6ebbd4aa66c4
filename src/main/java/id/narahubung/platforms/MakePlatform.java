package id.narahubung.platforms;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.net.IDN;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Makes a platform of a company, with its time zone, contact hours and hosts. Refused when the
 * viewer does not administer, the organisation is no company, the name is missing or taken, and
 * when a host is none or belongs to another platform.
 */
public final class MakePlatform {

  private static final Pattern HOST =
      Pattern.compile("(?!-)[a-z0-9-]{1,63}(?<!-)(\\.(?!-)[a-z0-9-]{1,63}(?<!-))+");

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
      hosts = List.copyOf(hosts);
    }
  }

  public Platform run(Tx tx, UUID act, NewPlatform platform) {
    tx.viewer().require(Permission.ADMINISTER);
    if (platform.company().side() != Side.COMPANY) {
      throw new RuleBroken("platform.of_a_company", platform.company().name());
    }
    String name = platform.name().strip();
    if (name.isEmpty() || name.length() > 200) {
      throw new RuleBroken("platform.name_needed");
    }
    if (platforms.find(tx, name).isPresent()) {
      throw new RuleBroken("platform.name_taken", name);
    }
    List<String> hosts = platform.hosts().stream().map(MakePlatform::host).distinct().toList();
    for (String host : hosts) {
      if (platforms.isHostTaken(tx, host)) {
        throw new RuleBroken("platform.host_taken", host);
      }
    }
    long id = platforms.insert(tx, platform, name);
    for (String host : hosts) {
      platforms.addHost(tx, id, platform.company().id(), host);
    }
    ledger.add(
        tx,
        Act.of(act, EventKind.PLATFORM_MADE, "administrator", Share.MINISTRY)
            .with("organisation", platform.company().id())
            .with("platform", id));
    return platforms.fetch(tx, id);
  }

  /** As it is compared with content addresses: lower case, ASCII. */
  private static String host(String typed) {
    String host;
    try {
      host = IDN.toASCII(typed.strip()).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new RuleBroken("platform.host_wrong", typed);
    }
    if (host.length() > 253 || !HOST.matcher(host).matches()) {
      throw new RuleBroken("platform.host_wrong", typed);
    }
    return host;
  }
}

package id.narahubung.platforms;

import java.util.List;

/** A platform as those see it who keep it: with its version and all its hosts. */
public record KeptPlatform(Platform platform, int version, List<String> hosts) {

  public KeptPlatform {
    hosts = List.copyOf(hosts);
  }
}

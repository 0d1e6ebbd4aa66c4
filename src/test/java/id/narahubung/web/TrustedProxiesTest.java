package id.narahubung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class TrustedProxiesTest {

  @Test
  void nobody_is_believed_by_default() {
    assertThat(new TrustedProxies(Set.of()).sourceOf("203.0.113.9", "198.51.100.1"))
        .isEqualTo("203.0.113.9");
  }

  @Test
  void the_last_hop_before_the_trusted_ones_is_the_source() {
    TrustedProxies proxies = new TrustedProxies(Set.of("10.0.0.1", "10.0.0.2"));

    assertThat(proxies.sourceOf("10.0.0.1", "198.51.100.1")).isEqualTo("198.51.100.1");
    assertThat(proxies.sourceOf("10.0.0.1", "198.51.100.1, 10.0.0.2")).isEqualTo("198.51.100.1");
    assertThat(proxies.sourceOf("10.0.0.1", "made up, 198.51.100.1, 10.0.0.2"))
        .as("what stands further left was written by the client")
        .isEqualTo("198.51.100.1");
    assertThat(proxies.sourceOf("10.0.0.1", "")).isEqualTo("10.0.0.1");
  }
}

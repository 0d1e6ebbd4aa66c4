package id.narahubung.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContentAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://klip.example/v/70211, hxxps://klip[.]example/v/70211",
    "http://a.b.example:80/x.html?y=1.2, hxxp://a[.]b[.]example:80/x.html?y=1.2",
    "judi.example/x.y, judi[.]example/x.y",
    "hxxps://judi[.]example/, hxxps://judi[.]example/",
    "ftp://judi.example, ftp://judi[.]example",
    "'', ''"
  })
  void only_the_dots_of_the_host_are_bracketed(String address, String shown) {
    assertThat(ContentAddress.defanged(address)).isEqualTo(shown);
  }

  @Test
  void the_hash_is_the_sha_256_of_the_canonical_form() {
    ContentAddress address = new ContentAddress("https://klip.example/", "klip.example");
    assertThat(address.sha256()).hasSize(32);
    assertThat(HexFormat.of().formatHex(address.sha256()))
        .isEqualTo("c79bb920b03ee2337854d97e6264c746bfefd9e173869ecf1b8d964292e5936c");
    assertThat(address.defanged()).isEqualTo("hxxps://klip[.]example/");
  }

  @Test
  void host_and_canonical_form_belong_together() {
    assertThatThrownBy(() -> new ContentAddress("https://a.example/", "b.example"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

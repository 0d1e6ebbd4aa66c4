package id.narahubung.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.BadInput;
import id.narahubung.web.FormEncoding.Pair;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FormEncodingTest {

  @Test
  void pairs_are_read_in_order() {
    assertThat(read("a=1&b=dua+kata&a=%C3%A9%26&c&=x&"))
        .containsExactly(
            new Pair("a", "1"),
            new Pair("b", "dua kata"),
            new Pair("a", "é&"),
            new Pair("c", ""),
            new Pair("", "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "a=%ff", "%c3=1", "a=%c3%28"})
  void what_is_no_encoding_or_no_utf_8_is_refused(String broken) {
    assertThatThrownBy(() -> read(broken)).isInstanceOf(BadInput.class);
  }

  private static List<Pair> read(String encoded) {
    return FormEncoding.read(encoded.getBytes(StandardCharsets.UTF_8));
  }
}

package id.narahubung.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LocalPathTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/requests?page=2&x=%20", "/requests/PA-2026-000001#item"})
  void a_path_of_ours_is_kept(String path) {
    assertThat(LocalPath.of(path)).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "requests",
        "/a\r\nSet-Cookie: x=y"
      })
  void what_could_lead_outside_is_not(String path) {
    assertThat(LocalPath.of(path)).isEqualTo("/");
  }
}

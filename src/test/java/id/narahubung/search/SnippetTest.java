package id.narahubung.search;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.search.Snippet.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SnippetTest {

  @Test
  void marks_become_parts_and_nothing_is_lost() {
    assertThat(Snippet.ofMarked("situs \u0002judi\u0003 <b>daring</b>").parts())
        .containsExactly(
            new Part("situs ", false), new Part("judi", true), new Part(" <b>daring</b>", false));
    assertThat(Snippet.ofMarked("").parts()).isEmpty();
    assertThat(Snippet.ofMarked("\u0002judi").parts()).isEqualTo(List.of(new Part("judi", true)));
  }

  @Test
  void a_piece_is_no_pattern() {
    assertThat(Snippet.ofPiece("B-12/2026 dan b-12/2026", "B-12/2026").parts())
        .containsExactly(
            new Part("B-12/2026", true), new Part(" dan ", false), new Part("b-12/2026", true));
    assertThat(Snippet.ofPiece("abc", ".*").hasFound()).isFalse();
    assertThat(Snippet.ofPiece("a\\Eb", "\\E").hasFound()).isTrue();
  }

  @Test
  void an_address_is_marked_in_the_form_nobody_can_follow() {
    assertThat(Snippet.ofAddress("hxxps://klip[.]example/v/1?a=x.y", "klip.example/V/1").parts())
        .containsExactly(
            new Part("hxxps://", false),
            new Part("klip[.]example/v/1", true),
            new Part("?a=x.y", false));
    assertThat(Snippet.ofAddress("hxxps://klip[.]example/v/1?a=x.y", "x.y").hasFound()).isTrue();
  }
}

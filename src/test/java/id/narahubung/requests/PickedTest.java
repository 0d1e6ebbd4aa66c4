package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.BadInput;
import id.narahubung.web.Form;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of a draft that were ticked, here or on another page. */
final class PickedTest {

  @Test
  void boxes_and_what_goes_along_are_one_choice() {
    Form form = Form.empty().with("row", List.of("3", "1")).with("rows", List.of("7 1"));
    assertThat(Picked.of(form).ordinals()).containsExactlyInAnyOrder(1, 3, 7);
  }

  /** Cut to an int, the first of these would be row 1. */
  @ParameterizedTest
  @ValueSource(strings = {"4294967297", "2147483648", "0", "-1", "x"})
  void what_is_no_row_is_refused_and_never_taken_for_another(String typed) {
    for (String name : List.of("row", "rows")) {
      assertThatThrownBy(() -> Picked.of(Form.empty().with(name, List.of(typed))))
          .isInstanceOf(BadInput.class);
    }
  }
}

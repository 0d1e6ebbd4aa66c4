package id.narahubung.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whether two acts took two pairs of eyes. */
final class ByTest {

  @Test
  void a_loan_on_either_side_is_no_second_pair_of_eyes() {
    By alone = by("ministry", 1, Optional.empty());
    By borrowed = by("ministry", 2, Optional.of(1));
    assertThat(shares(alone, 1, OptionalInt.empty())).as("the same person").isTrue();
    assertThat(shares(alone, 2, OptionalInt.of(1))).as("by the sender's loan").isTrue();
    assertThat(shares(borrowed, 1, OptionalInt.empty())).as("the lender").isTrue();
    assertThat(shares(borrowed, 3, OptionalInt.of(1))).as("another borrower").isTrue();
    assertThat(shares(borrowed, 2, OptionalInt.of(4))).as("by another's loan").isTrue();
    assertThat(shares(alone, 3, OptionalInt.empty())).isFalse();
    assertThat(shares(borrowed, 3, OptionalInt.of(4))).isFalse();
    assertThat(shares(by("company", 1, Optional.empty()), 1, OptionalInt.empty())).isFalse();
  }

  private static By by(String side, int code, Optional<Integer> lender) {
    return new By(
        side,
        "supervisor",
        code,
        Optional.empty(),
        lender.map(each -> new By.Lent("supervisor", each)));
  }

  private static boolean shares(By then, int code, OptionalInt lender) {
    PersonViewer now =
        new PersonViewer(
            code,
            1,
            Side.MINISTRY,
            Set.of(lender.isEmpty() ? Role.SUPERVISOR : Role.OFFICER),
            code,
            OptionalLong.empty(),
            lender.isEmpty()
                ? List.of()
                : List.of(new PersonViewer.Lent(Role.SUPERVISOR, 1, lender.getAsInt())));
    return then.sharesHandWith(now, Permission.SEND_LETTERS);
  }
}

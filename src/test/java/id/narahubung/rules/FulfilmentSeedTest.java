package id.narahubung.rules;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class FulfilmentSeedTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static RuleSet indonesia;

  @BeforeAll
  static void load() {
    RuleStore rules = new RuleStore();
    indonesia =
        db.database(FakeClock.at("2026-11-01T00:00:00Z")).as(SystemViewer.CONSOLE, rules::inForce);
  }

  /** F fully, p partly, - not; a missing or a new measure or answer fails here until decided. */
  @Test
  void how_far_each_answer_fulfils_each_measure() {
    assertThat(matrix())
        .isEqualTo(
            """
                               D1 D2 D3 D4 D5 D6 D7 D8 D9 D10 D11 D12 B1 N1 N2
            remove             F  p  p  F  p  -  -  -  -  -   -   p   p  F  F
            limit_in_indonesia F  F  p  F  p  -  -  -  -  -   -   F   p  F  F
            close_account      p  p  p  F  -  -  -  -  -  -   -   -   p  F  F
            stop_live          F  p  F  F  F  -  -  -  -  -   -   -   p  F  F
            block_keyword      p  p  -  -  -  -  -  p  -  -   F   -   p  F  -
            take_down_ad       F  p  p  F  -  -  -  -  -  -   -   F   p  F  F
            remove_app         F  p  p  F  -  -  -  -  -  -   -   F   p  F  F
            age_limit          F  F  p  F  p  F  -  -  -  -   -   F   p  F  F
            label              F  F  p  F  p  -  F  -  -  -   -   F   p  F  F
            demote             F  F  p  F  p  -  -  F  p  -   p   F   p  F  F
            preserve_evidence  -  -  -  -  -  -  -  -  -  -   -   -   p  -  -
            """);
  }

  @Test
  void no_other_answer_fulfils_anything() {
    for (Measure measure : indonesia.answering().measures()) {
      for (String code : List.of("N3", "N4", "N5", "K1", "P1", "T1", "T2")) {
        assertThat(indonesia.fulfilment(measure.code(), code)).isEqualTo(Extent.NOT);
      }
    }
  }

  private static String matrix() {
    List<String> codes =
        new ArrayList<>(
            indonesia.answering().answerTypes().stream()
                .filter(type -> type.answerClass().isCheckable() && !type.code().equals("N3"))
                .map(AnswerType::code)
                .toList());
    StringBuilder drawn = new StringBuilder(line("", codes));
    for (Measure measure : indonesia.answering().measures()) {
      List<String> cells = new ArrayList<>();
      for (String code : codes) {
        String cell =
            switch (indonesia.fulfilment(measure.code(), code)) {
              case FULLY -> "F";
              case PARTLY -> "p";
              case NOT -> "-";
            };
        cells.add(cell + " ".repeat(code.length() - 1));
      }
      drawn.append(line(measure.code(), cells));
    }
    return drawn.toString();
  }

  private static String line(String head, List<String> cells) {
    return ("%-19s".formatted(head) + String.join(" ", cells)).stripTrailing() + "\n";
  }
}

package id.narahubung.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.commitments.Commitment.Point;
import id.narahubung.text.Label;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CommitmentPlotTest {

  private static final LocalDate DAY = LocalDate.of(2018, 7, 4);

  @Test
  void a_share_ends_at_all_of_it_and_what_is_counted_at_a_round_number_above() {
    assertThat(axis("persen", "99.1")).containsExactly("0", "25", "50", "75", "100");
    assertThat(axis("persen", "2.5"))
        .as("of little")
        .containsExactly("0", "0.7", "1.4", "2.1", "2.8");
    assertThat(axis("persen", "130")).as("more than all of it").endsWith("160");
    assertThat(axis("orang", "99")).endsWith("120");
  }

  private static List<String> axis(String unit, String target) {
    Course course =
        new Course(
            DAY,
            List.of(new Point(DAY.plusDays(90), new BigDecimal(target))),
            List.of(),
            List.of());
    return CommitmentPlot.of(
            new Words(new Messages(), Language.EN, Words.WIB),
            new Label("Penyaringan", "Filtering"),
            Optional.of(new Label(unit, unit)),
            course)
        .axis()
        .stream()
        .map(CommitmentPlot.Text::text)
        .limit(5)
        .toList();
  }
}

package id.narahubung.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told line by line, and what counts as a step's value. */
final class RecordedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MET|Kepala kantor|Kepala kantor",
        "HEADCOUNT|Moderator;pagi ; 40|Moderator; pagi; 40",
        "HEADCOUNT|Moderator; ; 0|Moderator; ; 0",
        "STEP|Membuat akun; diminta tanggal lahir|Membuat akun; diminta tanggal lahir",
        "CALL|2:10; 02.14; petugas piket|02.10; 02.14; petugas piket",
        "CALL|02.10; -; saluran malam|02.10; -; saluran malam"
      })
  void a_line_is_read_and_written_back(Line.Kind kind, String typed, String written) {
    assertThat(Line.read(kind, typed).map(Line::typed)).hasValue(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MET|a; b",
        "HEADCOUNT|Moderator; pagi; empat puluh",
        "HEADCOUNT|; pagi; 4",
        "STEP|hanya satu",
        "CALL|25.10; 02.14; petugas",
        "CALL|02.10; besok; petugas",
        "CALL|02.10; 02.14; "
      })
  void what_is_no_line_of_its_kind_is_refused(Line.Kind kind, String typed) {
    assertThat(Line.read(kind, typed)).isEmpty();
  }

  @Test
  void heads_are_added_up_and_the_share_that_was_caught_is_reckoned() {
    assertThat(
            recorded(
                    Map.of(),
                    Line.read(Line.Kind.HEADCOUNT, "A; ; 40").orElseThrow(),
                    Line.read(Line.Kind.HEADCOUNT, "B; ; 2").orElseThrow())
                .value())
        .hasValue(new BigDecimal("42"));
    assertThat(recorded(Map.of("uploaded", "150", "caught", "143")).value())
        .hasValue(new BigDecimal("95.3"));
    assertThat(recorded(Map.of("uploaded", "0", "caught", "0")).value()).isEmpty();
    assertThat(recorded(Map.of("uploaded", "5", "caught", "6")).isPossible()).isFalse();
    assertThat(recorded(Map.of("uploaded", "5", "caught", "5")).isPossible()).isTrue();
    assertThat(recorded(Map.of()).value()).isEmpty();
  }

  private static Recorded recorded(Map<String, String> fields, Line... lines) {
    return new Recorded(LocalDate.of(2026, 3, 2), "", "", "", fields, List.of(lines), List.of());
  }
}

package id.narahubung.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.narahubung.commitments.Commitment.Point;
import id.narahubung.commitments.Course;
import id.narahubung.ledger.By;
import id.narahubung.rules.CommitmentKind.Direction;
import id.narahubung.text.Label;
import id.narahubung.verification.Counted;
import id.narahubung.verification.Recorded;
import id.narahubung.verification.VerificationResult.Sampled;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a signer saw as a text, and back. */
final class FrozenTest {

  private static final LocalDate DAY = LocalDate.of(2018, 7, 9);
  private static final By OFFICER = new By("ministry", "officer", 7, Optional.empty());

  private static final Dossier DOSSIER =
      new Dossier(
          List.of(
              cell(
                  "KM-2018-0001",
                  Sampled.of(1_000, 300, 4, 2, 0, 5, 1, 0, 0, new BigDecimal("99"), 95)),
              cell("KM-2018-0002", new Recorded.Uploads(100, 99))),
          List.of(),
          List.of(),
          AccessStatus.BLOCKED,
          Optional.of(Instant.parse("2018-07-03T05:00:00Z")),
          1,
          Optional.empty(),
          new Weeks(List.of()),
          Map.of(
              "KM-2018-0001",
              new Course(
                  DAY.minusDays(5),
                  List.of(point(0, "20"), point(90, "220")),
                  List.of(point(1, "60.5")),
                  List.of(point(2, "50")))));

  private static Point point(int days, String value) {
    return new Point(DAY.plusDays(days), new BigDecimal(value));
  }

  private static Cell cell(String number, Counted counted) {
    return new Cell(
        new TruthTable.Row(CellKey.commitment(number), CellState.MET, CellState.MET, 1, false),
        new Label("Penyaringan", "Filtering"),
        "Konten disaring.",
        Optional.of(
            new Cell.Promise(
                Direction.RISE,
                Optional.of(new BigDecimal("95")),
                Optional.of(new Label("persen", "per cent")),
                DAY)),
        Optional.of(
            new Cell.Verified(
                "pass",
                Optional.of(new BigDecimal("99.1")),
                Optional.of(DAY),
                Optional.of(OFFICER),
                Optional.of("VR-2018-0003"),
                Optional.of(counted),
                Optional.empty(),
                Optional.empty())),
        Checklist.Shown.NOTHING,
        Optional.empty());
  }

  @Test
  void what_was_kept_is_read_as_it_was() {
    assertThat(Frozen.read(text())).isEqualTo(DOSSIER);
  }

  @Test
  void what_was_signed_before_steps_and_values_were_kept_is_read_without_them() throws Exception {
    ObjectMapper json = new ObjectMapper();
    ObjectNode old = (ObjectNode) json.readTree(text());
    old.remove("courses");
    old.path("cells")
        .forEach(cell -> ((ObjectNode) cell.path("verified")).remove(List.of("step", "counted")));
    Dossier read = Frozen.read(json.writeValueAsString(old));
    assertThat(read.courses()).isEmpty();
    assertThat(read.cells())
        .flatExtracting(cell -> cell.verified().stream().toList())
        .allMatch(found -> found.step().isEmpty() && found.counted().isEmpty())
        .extracting(Cell.Verified::result)
        .containsOnly("pass");
  }

  private static String text() {
    Decision decision =
        new Decision(
            1,
            new Decision.Of(1, "Klip", 1, "PT Klip", 1),
            Optional.of("KA-2018-0002"),
            DecisionStage.SIGNED,
            2,
            new DecisionContent(
                "full_restore",
                "Dibuka.",
                "PM",
                "Bersih.",
                "",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of()),
            false,
            "",
            OFFICER,
            Instant.EPOCH,
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());
    return Frozen.write(decision, DOSSIER);
  }
}

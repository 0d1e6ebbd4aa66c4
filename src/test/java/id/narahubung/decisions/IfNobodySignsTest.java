package id.narahubung.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.ledger.By;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class IfNobodySignsTest {

  private static final Instant NOW = Instant.parse("2018-07-09T01:00:00Z");
  private static final Optional<AccessHistory.Turn> NEVER = Optional.empty();

  private final IfNobodySigns said =
      new IfNobodySigns(new Words(new Messages(), Language.ID, Words.WIB));

  @Test
  void access_stays_or_turns_by_itself_and_a_draft_never_ends() {
    assertThat(said.sentence(AccessStatus.BLOCKED, NEVER, Optional.empty(), NOW))
        .isEqualTo(
            "Bila tidak ada yang menandatangani, akses tetap seperti sekarang (diputus penuh);"
                + " rancangan ini tidak berakhir dengan sendirinya.");
    Optional<AccessHistory.Turn> turn =
        Optional.of(
            new AccessHistory.Turn(Instant.parse("2018-08-06T00:00:00Z"), AccessStatus.BLOCKED));
    assertThat(said.sentence(AccessStatus.TEMPORARY, turn, Optional.empty(), NOW))
        .startsWith("Bila tidak ada yang menandatangani, akses ")
        .contains("sampai 6 Agu 2018 07.00 WIB dan sesudahnya diputus penuh; rancangan");
  }

  @Test
  void the_clock_of_a_request_to_open_again_runs_out_by_its_own_rules() {
    Optional<Instant> due = Optional.of(NOW.plus(Duration.ofHours(6)));
    assertThat(blocked(asked(due, Duration.ofDays(2), false), NOW))
        .endsWith(
            "; batas waktu 2 × 24 jam untuk memutus permohonan PN-2018-0001 habis pada 9 Jul 2018 14.00 WIB"
                + " dan sesudah itu tercatat terlambat.");
    assertThat(blocked(asked(due, Duration.ofHours(36), false), NOW.plus(Duration.ofDays(1))))
        .endsWith(
            "; batas waktu 36 jam untuk memutus permohonan PN-2018-0001 sudah habis pada 9 Jul 2018 14.00 WIB"
                + " dan tercatat terlambat.");
    assertThat(blocked(asked(Optional.empty(), Duration.ofDays(3), true), NOW))
        .as("it rests, and was late before")
        .contains("batas waktu 3 × 24 jam", "sudah terlewati dan tercatat terlambat.");
    assertThat(blocked(asked(Optional.empty(), Duration.ofDays(3), false), NOW))
        .as("papers are missing, no clock runs")
        .endsWith("rancangan ini tidak berakhir dengan sendirinya.");
  }

  private String blocked(Normalisation asked, Instant now) {
    return said.sentence(AccessStatus.BLOCKED, NEVER, Optional.of(asked), now);
  }

  private static Normalisation asked(Optional<Instant> due, Duration within, boolean overran) {
    return new Normalisation(
        1,
        1,
        1,
        "Klip",
        1,
        "PN-2018-0001",
        "Sudah bersih.",
        NOW,
        new By("company", "lead", 1, Optional.empty()),
        due.map(each -> NOW),
        due,
        within,
        overran,
        List.of(),
        List.of(),
        new Completeness(List.of(), due.map(each -> NOW), true, Duration.ZERO),
        Optional.empty(),
        Optional.empty());
  }
}

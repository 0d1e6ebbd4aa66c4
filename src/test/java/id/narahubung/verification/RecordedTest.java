package id.narahubung.verification;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.rules.CheckMethod.Form;
import id.narahubung.testing.Refused;
import id.narahubung.verification.Line.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

  @ParameterizedTest
  @CsvSource({
    "VISIT, notes, MET, Kepala kantor, verification.refused.nobody",
    "CALL, called, CALL, 02.10; -; piket, verification.refused.no_call",
    "DEVICE, account_age, STEP, Membuat akun; diminta, verification.refused.no_device",
    "LINK, signed_in_seen, STEP, Dibuka; tampil, verification.refused.no_link",
    "THIRD_PARTY, said, , , verification.refused.no_source",
    "RECHECK, seen_now, , , verification.refused.no_recheck",
    "DOCUMENT, document, , , verification.refused.no_document"
  })
  void a_form_that_holds_nothing_of_its_own_bears_nothing_out(
      Form form, String field, @Nullable Kind kind, @Nullable String line, String refusal) {
    assertThat(Recorded.lacks(form, form, Optional.empty())).hasValue(refusal);
    assertThat(Recorded.lacks(form, form, Optional.of(recorded(Map.of())))).hasValue(refusal);
    boolean tells = form != Form.VISIT && form != Form.CALL && form != Form.DEVICE;
    assertThat(Recorded.lacks(form, form, Optional.of(recorded(Map.of(field, "Ada.")))).isEmpty())
        .isEqualTo(tells);
    if (kind != null && line != null) {
      Recorded told = recorded(Map.of(), Line.read(kind, line).orElseThrow());
      assertThat(Recorded.lacks(form, form, Optional.of(told))).isEmpty();
    }
  }

  @Test
  void a_document_is_named_a_blind_test_counted_and_a_sample_drawn() {
    Recorded says = recorded(Map.of("document_says", "Sesuai."));
    assertThat(Recorded.lacks(Form.DOCUMENT, Form.DOCUMENT, Optional.of(says)))
        .hasValue("verification.refused.no_document");
    Recorded accounts = recorded(Map.of("accounts", "Tiga akun", "caught", "5"));
    assertThat(Recorded.lacks(Form.BLIND, Form.BLIND, Optional.of(accounts)))
        .hasValue("verification.refused.uncounted");
    Recorded counted = recorded(Map.of("uploaded", "5", "caught", "5"));
    assertThat(Recorded.lacks(Form.BLIND, Form.BLIND, Optional.of(counted))).isEmpty();
    assertThat(Recorded.lacks(Form.SAMPLE, Form.SAMPLE, Optional.empty())).isEmpty();
  }

  @Test
  void a_recheck_is_borne_out_as_what_it_repeats_is() {
    Recorded seen = recorded(Map.of("seen_now", "Masih kosong."));
    for (Form form : List.of(Form.VISIT, Form.CALL, Form.DEVICE)) {
      assertThat(Recorded.lacks(Form.RECHECK, form, Optional.of(seen)))
          .as("%s", form)
          .isEqualTo(Recorded.lacks(form, form, Optional.of(seen)))
          .isPresent();
    }
    assertThat(Recorded.lacks(Form.RECHECK, Form.LINK, Optional.of(seen))).isEmpty();
    assertThat(Recorded.lacks(Form.RECHECK, Form.RECHECK, Optional.of(seen))).isEmpty();
    Line heads = Line.read(Kind.HEADCOUNT, "A; ; 40").orElseThrow();
    assertThat(recorded(Map.of(), heads).of(Form.RECHECK, Form.VISIT).lines())
        .containsExactly(heads);
    assertThat(recorded(Map.of(), heads).of(Form.RECHECK, Form.DOCUMENT).lines()).isEmpty();
  }

  @Test
  void no_value_is_above_the_heads_counted_and_there_is_none_uncounted() {
    HeadCount counted = new HeadCount(Optional.of(BigDecimal.valueOf(120)));
    counted.require(VerificationOutcome.PASS, Optional.of(new BigDecimal("120.0")));
    counted.require(VerificationOutcome.PARTLY, Optional.of(BigDecimal.TEN));
    for (VerificationOutcome outcome :
        List.of(VerificationOutcome.PASS, VerificationOutcome.PARTLY)) {
      Refused.byRule(
          "verification.refused.above_heads",
          () -> counted.require(outcome, Optional.of(BigDecimal.valueOf(121))));
    }
    HeadCount nobody = new HeadCount(Optional.empty());
    nobody.require(VerificationOutcome.FAIL, Optional.empty());
    for (VerificationOutcome outcome :
        List.of(VerificationOutcome.PASS, VerificationOutcome.PARTLY, VerificationOutcome.FAIL)) {
      Refused.byRule(
          "verification.refused.no_heads",
          () -> nobody.require(outcome, Optional.of(BigDecimal.ONE)));
    }
    Refused.byRule(
        "verification.refused.no_heads",
        () -> nobody.require(VerificationOutcome.PASS, Optional.empty()));
  }

  private static Recorded recorded(Map<String, String> fields, Line... lines) {
    return new Recorded(LocalDate.of(2026, 3, 2), "", "", "", fields, List.of(lines), List.of());
  }
}

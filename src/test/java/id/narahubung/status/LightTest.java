package id.narahubung.status;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.figures.Week;
import id.narahubung.status.Light.Dated;
import id.narahubung.status.Light.Facts;
import id.narahubung.status.Light.Reason;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The two pure rules of the status: how a company stands, and when a week's status is due. */
final class LightTest {

  private static final Dated DECISION = new Dated("KA-2018-0001", "2018-07-03T05:00:00Z");
  private static final List<String> NONE = List.of();
  private static final Words WORDS = new Words(new Messages(), Language.ID, Words.WIB);

  /** From the gravest down: what each adds is the reason until a graver one is added. */
  private static final Facts[] FACTS = {
    new Facts(0, 0, 0, 0, 0, 0, 0, List.of(), NONE, NONE, NONE, NONE, List.of(), NONE),
    new Facts(9, 0, 0, 0, 0, 0, 0, List.of(), NONE, NONE, NONE, NONE, List.of(), NONE),
    new Facts(9, 0, 0, 20, 20, 0, 0, List.of(), NONE, NONE, NONE, NONE, List.of(), NONE),
    new Facts(9, 0, 0, 96, 100, 0, 0, List.of(), NONE, NONE, NONE, NONE, List.of(), NONE),
    new Facts(9, 0, 0, 0, 0, 0, 0, List.of(), NONE, NONE, NONE, NONE, List.of(), List.of("KM-1")),
    facts(0, 0, 20, 20, 5, 5).ending(),
    facts(0, 0, 20, 20, 5, 5).letters(false),
    facts(0, 0, 18, 20, 5, 5).letters(false),
    facts(0, 0, 18, 20, 4, 5).letters(false),
    facts(0, 0, 18, 20, 4, 5).late(),
    facts(2, 0, 18, 20, 4, 5).late(),
    facts(2, 0, 15, 20, 4, 5).late(),
    facts(2, 0, 15, 20, 4, 5).letters(true),
    facts(2, 0, 15, 20, 4, 5).broken(),
    facts(2, 1, 15, 20, 4, 5).broken(),
    facts(2, 1, 15, 20, 4, 5).shut(),
  };

  private record Some(int overdue, int urgent, int onTime, int due, int down, int checked) {

    private Facts with(
        List<Dated> shut,
        List<String> broken,
        List<String> late,
        List<String> overdueLetters,
        List<String> openLetters,
        List<Dated> ending) {
      return new Facts(
          9,
          overdue,
          urgent,
          onTime,
          due,
          checked,
          down,
          shut,
          broken,
          late,
          overdueLetters,
          openLetters,
          ending,
          List.of("KM-1"));
    }

    Facts ending() {
      return with(List.of(), NONE, NONE, NONE, NONE, List.of(DECISION));
    }

    Facts letters(boolean late) {
      List<String> letters = List.of("ST-1", "ST-2");
      return with(
          List.of(), NONE, NONE, late ? letters : NONE, late ? NONE : letters, List.of(DECISION));
    }

    Facts late() {
      return with(List.of(), NONE, List.of("KM-2"), NONE, List.of("ST-1"), List.of(DECISION));
    }

    Facts broken() {
      return with(
          List.of(), List.of("KM-3"), List.of("KM-2"), List.of("ST-1"), NONE, List.of(DECISION));
    }

    Facts shut() {
      return with(
          List.of(DECISION), List.of("KM-3"), List.of("KM-2"), List.of("ST-1"), NONE, List.of());
    }
  }

  private static Some facts(int overdue, int urgent, int onTime, int due, int down, int checked) {
    return new Some(overdue, urgent, onTime, due, down, checked);
  }

  @Test
  void the_gravest_is_the_one_reason() {
    List<String> reasons = Arrays.stream(FACTS).map(Light::of).map(Light.Verdict::reason).toList();
    assertThat(reasons.reversed())
        .containsExactlyElementsOf(Arrays.stream(Reason.values()).map(Reason::code).toList());
    assertThat(Light.of(FACTS[14])).isEqualTo(new Light.Verdict("overdue_urgent", "1", ""));
    assertThat(Light.of(FACTS[12])).isEqualTo(new Light.Verdict("letter_overdue", "ST-1", "2"));
    assertThat(Light.of(FACTS[11])).isEqualTo(new Light.Verdict("seldom_on_time", "15", "20"));
    assertThat(Light.of(FACTS[15]).light()).isEqualTo(Light.RED);
    assertThat(Light.of(FACTS[10]).light()).isEqualTo(Light.AMBER);
    assertThat(Light.of(FACTS[3]).light()).isEqualTo(Light.GREEN);
  }

  @Test
  void what_is_not_all_is_never_told_as_all() {
    assertThat(said(FACTS[3])).isEqualTo("96 dari 100 item dijawab tepat waktu");
    assertThat(said(FACTS[2])).isEqualTo("semua 20 item dijawab tepat waktu");
    assertThat(said(FACTS[1])).isEqualTo("9 item terbuka, tidak ada yang lewat tenggat");
    assertThat(StatusWording.reason(WORDS, new Light.Verdict("all_in_time", "9", "")))
        .as("as it was kept before")
        .isEqualTo("9 item terbuka, tidak ada yang lewat tenggat");
    assertThat(said(FACTS[15])).doesNotContain("diblokir").contains("ditutup atau dibatasi");
  }

  private static String said(Facts facts) {
    return StatusWording.reason(WORDS, Light.of(facts));
  }

  @Test
  void few_items_do_not_make_a_company_red() {
    assertThat(Light.of(facts(0, 0, 1, 9, 5, 5).ending()).light()).isEqualTo(Light.AMBER);
  }

  @Test
  void a_week_is_due_at_the_first_such_moment_after_it_and_late_an_hour_later() {
    Week week = Week.of("2018-W27");
    assertThat(SendingTime.USUAL.of(week)).isEqualTo(Instant.parse("2018-07-09T00:00:00Z"));
    assertThat(SendingTime.USUAL.isDue(week, Instant.parse("2018-07-08T23:59:59Z"))).isFalse();
    assertThat(SendingTime.USUAL.isLate(week, Instant.parse("2018-07-09T01:00:00Z"))).isFalse();
    assertThat(SendingTime.USUAL.isLate(week, Instant.parse("2018-07-09T01:00:01Z"))).isTrue();
    ZoneId jayapura = ZoneId.of("Asia/Jayapura");
    assertThat(SendingTime.find("tue 06:30", jayapura).orElseThrow().of(week))
        .isEqualTo(Instant.parse("2018-07-09T21:30:00Z"));
    // The week ends at two on Monday there: one o'clock is over, the next is a week later.
    assertThat(SendingTime.find("MON 01:00", jayapura).orElseThrow().of(week))
        .isEqualTo(Instant.parse("2018-07-15T16:00:00Z"));
    SendingTime midnight = SendingTime.find("MON 00:00", ZoneId.of("Asia/Jakarta")).orElseThrow();
    assertThat(midnight.of(week)).as("settled").isEqualTo(Instant.parse("2018-07-08T17:15:00Z"));
    assertThat(SendingTime.isSettled(week, Instant.parse("2018-07-08T17:14:59Z"))).isFalse();
    for (String wrong : List.of("MON 24:00", "MON", "07:00", "MONDAY 07:00", "MON 7:00")) {
      assertThat(SendingTime.find(wrong, jayapura)).isEqualTo(Optional.empty());
    }
  }
}

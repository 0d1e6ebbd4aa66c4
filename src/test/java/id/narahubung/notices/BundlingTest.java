package id.narahubung.notices;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Side;
import id.narahubung.mail.NewMail;
import id.narahubung.notices.Bundling.Group;
import id.narahubung.notices.Bundling.Plan;
import id.narahubung.text.Language;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes out when, in Makassar (WITA, UTC+8); Monday 2 March 2026. */
final class BundlingTest {

  private static final ZoneId WITA = ZoneId.of("Asia/Makassar");

  @Test
  void an_urgent_order_waits_for_nothing() {
    Plan night = plan(Group.ALONE, "2026-03-02T03:00", quiet(Pace.DAILY), "2026-03-02T03:00");
    assertThat(night.alone()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"10:04:59, false", "10:05:00, true"})
  void what_must_be_known_is_bundled_over_five_minutes(String at, boolean goes) {
    Plan plan = plan(Group.AT_ONCE, "2026-03-02T10:00", quiet(Pace.DAILY), "2026-03-02T" + at);
    assertThat(plan.together().contains(Group.AT_ONCE)).isEqualTo(goes);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T21:59, true",
    "2026-03-02T22:00, false",
    "2026-03-03T05:59, false",
    "2026-03-03T06:00, true"
  })
  void quiet_hours_over_midnight_hold_back_what_is_not_legal(String at, boolean goes) {
    NoticeSetting setting = quiet(Pace.DAILY);
    assertThat(plan(Group.AT_ONCE, "2026-03-02T21:00", setting, at).together().isEmpty())
        .isEqualTo(!goes);
    assertThat(plan(Group.LEGAL, "2026-03-02T21:00", setting, at).together())
        .containsExactly(Group.LEGAL);
  }

  @ParameterizedTest
  @CsvSource({
    "DAILY, 2026-03-02T06:59, 2026-03-02T07:00",
    "DAILY, 2026-03-02T07:00, 2026-03-03T07:00",
    "WEEKLY, 2026-03-02T06:00, 2026-03-02T07:00",
    "WEEKLY, 2026-03-02T08:00, 2026-03-09T07:00"
  })
  void the_news_comes_at_seven_where_the_reader_is(Pace pace, String told, String comes) {
    NoticeSetting setting = new NoticeSetting(pace, Optional.empty());
    String before = at(comes).minusSeconds(1).atZone(WITA).toLocalDateTime().toString();
    assertThat(plan(Group.LATER, told, setting, before).news()).isFalse();
    assertThat(plan(Group.LATER, told, setting, comes).news()).isTrue();
  }

  @Test
  void who_wants_the_news_at_once_or_never_gets_no_mail_of_news() {
    NoticeSetting soon = new NoticeSetting(Pace.AT_ONCE, Optional.empty());
    Plan plan = plan(Group.LATER, "2026-03-02T10:00", soon, "2026-03-09T10:05");
    assertThat(plan.news()).isFalse();
    assertThat(plan.together()).isEqualTo(Set.of(Group.LATER));
    NoticeSetting never = new NoticeSetting(Pace.NEVER, Optional.empty());
    assertThat(plan(Group.LATER, "2026-03-02T10:00", never, "2026-03-09T10:05"))
        .isEqualTo(new Plan(false, Set.of(), false, true));
  }

  @Test
  void who_must_hear_at_once_comes_first_and_for_whom_nothing_goes_out_not_at_all() {
    Recipient later = waits(1, Group.LATER);
    Recipient ripe = waits(2, Group.LEGAL);
    Recipient urgent = waits(3, Group.ALONE);
    assertThat(Bundling.due(List.of(later, ripe, urgent), at("2026-03-02T10:05")))
        .extracting(Bundling.Due::to)
        .containsExactly(urgent, ripe);
  }

  private static Recipient waits(long person, Group group) {
    return new Recipient(
        new NewMail.Addressee(person, Side.COMPANY, 1),
        Language.ID,
        WITA,
        quiet(Pace.DAILY),
        Map.of(group, at("2026-03-02T10:00")));
  }

  private static NoticeSetting quiet(Pace pace) {
    return new NoticeSetting(
        pace, Optional.of(new NoticeSetting.Quiet(LocalTime.of(22, 0), LocalTime.of(6, 0))));
  }

  private static Plan plan(Group group, String told, NoticeSetting setting, String now) {
    return Bundling.plan(Map.of(group, at(told)), setting, WITA, at(now));
  }

  private static Instant at(String local) {
    return java.time.LocalDateTime.parse(local).atZone(WITA).toInstant();
  }
}

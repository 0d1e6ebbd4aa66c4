package id.narahubung.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.TestDatabase;
import id.narahubung.text.Label;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RuleSeedTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static RuleSet indonesia;
  private static RuleSet demonstration;

  @BeforeAll
  static void load() {
    RuleStore rules = new RuleStore();
    indonesia = inForce(rules, "2026-11-01T00:00:00Z");
    demonstration = inForce(rules, "2018-07-04T10:30:00Z");
  }

  private static RuleSet inForce(RuleStore rules, String instant) {
    return db.database(FakeClock.at(instant)).as(SystemViewer.CONSOLE, rules::inForce);
  }

  @Test
  void the_hours_are_those_of_articles_15_and_16() {
    assertThat(indonesia.urgencies())
        .containsExactly(
            new Urgency(
                "urgent",
                Duration.ofHours(4),
                Duration.ofHours(1),
                false,
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(4),
                Duration.ofHours(4),
                List.of(Duration.ofHours(24), Duration.ofDays(7), Duration.ofDays(30)),
                true,
                new Label(
                    "PM Kominfo 5/2020 Pasal 15 ayat (8) dan Pasal 16 ayat (9)",
                    "Regulation of the Minister (PM Kominfo) 5/2020, articles 15(8) and 16(9)"),
                new Label("Mendesak", "Urgent")),
            new Urgency(
                "ordinary",
                Duration.ofHours(24),
                Duration.ofHours(4),
                false,
                Duration.ofHours(4),
                Duration.ofHours(8),
                Duration.ofHours(24),
                Duration.ofHours(24),
                List.of(),
                false,
                new Label(
                    "PM Kominfo 5/2020 Pasal 15 ayat (6) dan Pasal 16 ayat (7)",
                    "Regulation of the Minister (PM Kominfo) 5/2020, articles 15(6) and 16(7)"),
                new Label("Biasa", "Ordinary")));
  }

  @Test
  void urgent_is_exactly_what_article_14_3_names() {
    assertThat(indonesia.categories()).hasSize(26);
    assertThat(indonesia.categories())
        .filteredOn(category -> indonesia.urgencyOf(category.code()).mark())
        .extracting(category -> category.label().en())
        .containsExactly(
            "Child sexual abuse material",
            "Terrorism and radicalism",
            "Disturbing society and public order");
  }

  @Test
  void every_category_has_a_basis_to_offer_and_every_order_an_article_of_pm_5() {
    for (Category category : indonesia.categories()) {
      assertThat(category.basisCodes())
          .as(category.code())
          .allSatisfy(indonesia::basis)
          .anyMatch(basis -> basis.startsWith("pm5_"));
    }
  }

  @Test
  void everything_has_a_name_in_both_languages() {
    assertThat(
            Stream.of(indonesia, demonstration)
                .flatMap(RuleSeedTest::labels)
                .filter(label -> label.id().isBlank() || label.en().isBlank()))
        .isEmpty();
  }

  @Test
  void fourteen_grounds_to_refuse() {
    assertThat(indonesia.answering().refusalGrounds()).hasSize(14);
    assertThat(indonesia.answering().refusalGrounds().getLast().label())
        .isEqualTo(new Label("Lainnya", "Other"));
  }

  @Test
  void the_demonstration_differs_only_in_saying_that_it_is_made_up() {
    assertThat(demonstration.label().id()).contains("rekaan");
    assertThat(demonstration.label().en()).contains("made up");
    assertThat(demonstration.urgencies())
        .allSatisfy(
            urgency -> {
              assertThat(urgency.article().id()).contains("rekaan");
              assertThat(urgency.article().en()).contains("made up");
            });
    assertThat(demonstration.urgencies())
        .extracting(Urgency::span)
        .containsExactly(Duration.ofHours(4), Duration.ofHours(24));
    assertThat(demonstration.categories())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("finePercent")
        .isEqualTo(indonesia.categories());
    assertThat(demonstration.legalBases()).isEqualTo(indonesia.legalBases());
    assertThat(demonstration.answering().measures()).isEqualTo(indonesia.answering().measures());
    assertThat(demonstration.answering().answerTypes())
        .isEqualTo(indonesia.answering().answerTypes());
    assertThat(demonstration.answering().refusalGrounds())
        .isEqualTo(indonesia.answering().refusalGrounds());
  }

  @Test
  void three_letters_have_the_hours_of_the_order_and_the_last_two_a_fine() {
    assertThat(indonesia.warnings().letters())
        .extracting(LetterStage::code, LetterStage::term, LetterStage::fined)
        .containsExactly(
            tuple("ST1", new Term.AsOrdered(), false),
            tuple("ST2", new Term.AsOrdered(), true),
            tuple("ST3", new Term.AsOrdered(), true));
    assertThat(indonesia.warnings().letters()).filteredOn(LetterStage::asksToPay).hasSize(1);
    assertThat(indonesia.letterAfter(0)).map(LetterStage::code).hasValue("ST1");
    assertThat(indonesia.letterAfter(3)).isEmpty();
  }

  @Test
  void
      indonesia_proposes_no_sum_since_its_formula_is_not_public_and_the_demonstration_makes_one_up() {
    Fine known = indonesia.warnings().fine().orElseThrow();
    assertThat(known.base()).isEmpty();
    assertThat(known.most()).isEqualTo(500_000_000);
    assertThat(
            known.proposed(
                indonesia.category("01"), Optional.empty(), indonesia.warnings().letters().get(2)))
        .isEmpty();
    Fine madeUp = demonstration.warnings().fine().orElseThrow();
    assertThat(madeUp.article().en()).contains("made up");
    assertThat(madeUp.scales()).allMatch(scale -> scale.label().en().contains("made up"));
    assertThat(
            madeUp.proposed(
                demonstration.category("04"),
                Optional.empty(),
                demonstration.warnings().letters().get(1)))
        .hasValue(10_000_000);
  }

  @Test
  void only_a_supervisor_sends_and_a_first_order_needs_no_notice() {
    assertThat(indonesia.sending()).isEqualTo(new Sending(Optional.empty(), Optional.empty()));
    assertThat(demonstration.sending()).isEqualTo(indonesia.sending());
  }

  @Test
  void the_calendar_has_17_holidays_and_8_days_of_joint_leave_in_2026_and_expects_26_in_2027() {
    assertThat(indonesia.holidays())
        .filteredOn(holiday -> holiday.day().getYear() == 2026)
        .noneMatch(Holiday::provisional)
        .hasSize(25)
        .filteredOn(holiday -> holiday.kind() == Holiday.Kind.JOINT_LEAVE)
        .hasSize(8);
    assertThat(indonesia.holidays())
        .filteredOn(holiday -> holiday.day().getYear() == 2027)
        .allMatch(Holiday::provisional)
        .hasSize(26);
    assertThat(demonstration.holidays()).isEqualTo(indonesia.holidays());
  }

  private static Stream<Label> labels(RuleSet rules) {
    return Stream.of(
            Stream.of(rules.label()),
            rules.urgencies().stream().map(Urgency::label),
            rules.categories().stream().map(Category::label),
            rules.legalBases().stream().map(LegalBasis::label),
            rules.answering().measures().stream().map(Measure::label),
            rules.answering().answerTypes().stream()
                .flatMap(type -> Stream.of(type.label(), type.hint())),
            rules.answering().answerTypes().stream()
                .flatMap(type -> type.fields().stream())
                .flatMap(
                    field ->
                        Stream.concat(
                            Stream.of(field.label()),
                            field.options().stream().map(AnswerOption::label))),
            rules.answering().refusalGrounds().stream().map(RefusalGround::label),
            rules.warnings().letters().stream()
                .flatMap(each -> Stream.of(each.label(), each.article())),
            rules.holidays().stream().map(Holiday::label),
            rules.warnings().fine().stream().map(Fine::article))
        .flatMap(each -> each);
  }
}

package id.narahubung.rules;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.TestDatabase;
import id.narahubung.text.Label;
import java.time.Duration;
import java.util.List;
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
                Duration.ofHours(2),
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
                Duration.ofHours(8),
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
    assertThat(indonesia.refusalGrounds()).hasSize(14);
    assertThat(indonesia.refusalGrounds().getLast().label())
        .isEqualTo(new Label("Lainnya", "Other"));
  }

  @Test
  void the_demonstration_differs_only_in_saying_that_it_is_made_up() {
    assertThat(demonstration.label().id()).contains("dibuat-buat");
    assertThat(demonstration.label().en()).contains("made up");
    assertThat(demonstration.urgencies())
        .allSatisfy(
            urgency -> {
              assertThat(urgency.article().id()).contains("dibuat-buat");
              assertThat(urgency.article().en()).contains("made up");
            });
    assertThat(demonstration.urgencies())
        .extracting(Urgency::span)
        .containsExactly(Duration.ofHours(4), Duration.ofHours(24));
    assertThat(demonstration.categories()).isEqualTo(indonesia.categories());
    assertThat(demonstration.legalBases()).isEqualTo(indonesia.legalBases());
    assertThat(demonstration.measures()).isEqualTo(indonesia.measures());
    assertThat(demonstration.answerTypes()).isEqualTo(indonesia.answerTypes());
    assertThat(demonstration.refusalGrounds()).isEqualTo(indonesia.refusalGrounds());
  }

  private static Stream<Label> labels(RuleSet rules) {
    return Stream.of(
            Stream.of(rules.label()),
            rules.urgencies().stream().map(Urgency::label),
            rules.categories().stream().map(Category::label),
            rules.legalBases().stream().map(LegalBasis::label),
            rules.measures().stream().map(Measure::label),
            rules.answerTypes().stream().flatMap(type -> Stream.of(type.label(), type.hint())),
            rules.answerTypes().stream()
                .flatMap(type -> type.fields().stream())
                .flatMap(
                    field ->
                        Stream.concat(
                            Stream.of(field.label()),
                            field.options().stream().map(AnswerOption::label))),
            rules.refusalGrounds().stream().map(RefusalGround::label))
        .flatMap(each -> each);
  }
}

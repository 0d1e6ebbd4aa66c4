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

  @Test
  void sixteen_kinds_of_commitment_each_with_fields_a_proof_and_a_way_to_check_it() {
    assertThat(indonesia.checking().commitmentKinds())
        .extracting(CommitmentKind::code)
        .containsExactly(
            "local_office",
            "contact_person",
            "staffing",
            "content_manager",
            "filtering",
            "clean_up",
            "response_time",
            "age_limit",
            "parental_controls",
            "report_button",
            "community_guidelines",
            "government_channel",
            "reporting",
            "cooperation",
            "fine",
            "data");
    assertThat(indonesia.checking().commitmentKinds())
        .allSatisfy(kind -> assertThat(kind.fields()).as(kind.code()).isNotEmpty())
        .allSatisfy(kind -> assertThat(indonesia.findCheckMethod(kind.methodCode())).isPresent())
        .allSatisfy(
            kind ->
                assertThat(kind.unit().isEmpty())
                    .as(kind.code())
                    .isEqualTo(kind.direction() == CommitmentKind.Direction.DONE));
    assertThat(indonesia.checking().commitmentKinds())
        .filteredOn(CommitmentKind::selfMeasured)
        .extracting(CommitmentKind::code)
        .containsExactly("response_time");
    CommitmentKind staffing = indonesia.commitmentKind("staffing");
    assertThat(staffing.unit()).hasValue(new Label("orang", "persons"));
    assertThat(staffing.direction()).isEqualTo(CommitmentKind.Direction.RISE);
    assertThat(staffing.fields())
        .extracting(CommitmentField::code)
        .containsExactly("role", "language", "shift");
    assertThat(indonesia.commitmentKind("report_button").direction())
        .isEqualTo(CommitmentKind.Direction.FALL);
    assertThat(indonesia.commitmentKind("filtering").findField("hours_to_load"))
        .map(CommitmentField::type)
        .hasValue(CommitmentField.Type.HOURS);
    assertThat(demonstration.checking()).isEqualTo(indonesia.checking());
  }

  @Test
  void nine_methods_three_of_them_concluded_by_another_each_with_a_list_to_go_through() {
    assertThat(indonesia.checking().methods())
        .extracting(CheckMethod::form)
        .containsExactly(CheckMethod.Form.values());
    assertThat(indonesia.checking().methods())
        .filteredOn(CheckMethod::secondPerson)
        .extracting(CheckMethod::code)
        .containsExactly("visit", "sample", "blind");
    assertThat(indonesia.checking().methods())
        .allSatisfy(method -> assertThat(indonesia.checklist(method.code())).isNotEmpty());
    assertThat(indonesia.checklist(ChecklistEntry.BEFORE_BLOCK))
        .hasSize(7)
        .allSatisfy(entry -> assertThat(entry.evidence()).isPresent());
    assertThat(indonesia.checklist(ChecklistEntry.BEFORE_RESTORE))
        .extracting(entry -> entry.evidence().orElse(null))
        .contains(
            ChecklistEntry.Evidence.CONDITIONS_VERIFIED,
            ChecklistEntry.Evidence.HOURS_MINDED,
            ChecklistEntry.Evidence.BLOCKS_COUNTED);
    assertThat(indonesia.checklist(ChecklistEntry.NORMALISATION))
        .hasSize(6)
        .allSatisfy(paper -> assertThat(paper.needsFile()).isEqualTo(paper.leastLength().isEmpty()))
        .filteredOn(ChecklistEntry::needsFile)
        .extracting(ChecklistEntry::code)
        .containsExactly("identity_document", "proof_gone");
  }

  @Test
  void ten_decisions_and_the_limits_of_article_20() {
    assertThat(indonesia.decisionKinds())
        .extracting(DecisionKind::code)
        .containsExactly(
            "partial_block",
            "full_block",
            "app_removal",
            "registration_freeze",
            "temporary_restore",
            "conditional_restore",
            "full_restore",
            "reblock",
            "registration_revocation",
            "restore_refused");
    assertThat(indonesia.decisionKind("temporary_restore").needsEnd()).isTrue();
    assertThat(indonesia.decisionKind("reblock").isReblock()).isTrue();
    DecisionKind conditional = indonesia.decisionKind("conditional_restore");
    assertThat(conditional.effect()).isEqualTo(DecisionKind.Effect.RESTORE);
    assertThat(conditional.needsConditions() && conditional.needsWatch()).isTrue();
    assertThat(demonstration.decisionKinds()).isEqualTo(indonesia.decisionKinds());
    assertThat(indonesia.limits().maxBlocks()).isEqualTo(3);
    assertThat(indonesia.limits().normaliseWithin()).isEqualTo(Duration.ofDays(2));
    assertThat(indonesia.limits().commitmentSoonDays()).isEqualTo(14);
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
            rules.checking().commitmentKinds().stream()
                .flatMap(
                    kind ->
                        Stream.concat(
                            Stream.of(kind.label(), kind.proof(), kind.unit().orElse(kind.label())),
                            kind.fields().stream().map(CommitmentField::label))),
            rules.checking().methods().stream().map(CheckMethod::label),
            rules.checking().checklists().stream().map(ChecklistEntry::label),
            rules.decisionKinds().stream().map(DecisionKind::label),
            rules.warnings().fine().stream().map(Fine::article))
        .flatMap(each -> each);
  }
}

package id.narahubung.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.commitments.Terms.Fault;
import id.narahubung.commitments.Terms.Milestone;
import id.narahubung.commitments.Terms.Row;
import id.narahubung.rules.Bounds;
import id.narahubung.rules.CommitmentField;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.rules.CommitmentKind.Direction;
import id.narahubung.text.Label;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be promised and reported, and each way in which it may not. */
final class TermsTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
  private static final LocalDate DUE = TODAY.plusDays(60);

  @Test
  void a_promise_that_can_be_kept_and_judged_has_no_fault() {
    assertThat(faults(Direction.RISE, terms("20", "220", "5 100", "30 150"))).isEmpty();
    assertThat(faults(Direction.RISE, terms("20", "20"))).isEmpty();
    assertThat(faults(Direction.RISE, terms("", "220", "5 100"))).isEmpty();
    assertThat(faults(Direction.FALL, terms("5", "2", "10 4", "60 2"))).isEmpty();
    assertThat(faults(Direction.DONE, terms("", ""))).isEmpty();
  }

  @Test
  void the_target_lies_where_the_kind_leads() {
    assertThat(faults(Direction.RISE, terms("20", "")))
        .containsExactly("target commitment.fault.target");
    assertThat(faults(Direction.RISE, terms("20", "19,5")))
        .containsExactly("target commitment.fault.target.rise");
    assertThat(faults(Direction.FALL, terms("2", "3")))
        .containsExactly("target commitment.fault.target.fall");
    assertThat(faults(Direction.DONE, terms("", "1")))
        .containsExactly("target commitment.fault.no_value");
  }

  @Test
  void milestones_lie_on_the_way_and_before_the_due_day() {
    assertThat(faults(Direction.RISE, terms("20", "220", "61 100")))
        .containsExactly("milestones commitment.fault.milestones.late");
    assertThat(faults(Direction.RISE, terms("20", "220", "30 100", "30 120")))
        .containsExactly("milestones commitment.fault.milestones.order");
    assertThat(faults(Direction.RISE, terms("20", "220", "30 100", "20 120")))
        .containsExactly("milestones commitment.fault.milestones.order");
    assertThat(faults(Direction.RISE, terms("20", "220", "10 100", "20 90")))
        .containsExactly("milestones commitment.fault.milestones.rise");
    assertThat(faults(Direction.RISE, terms("20", "220", "10 10")))
        .containsExactly("milestones commitment.fault.milestones.rise");
    assertThat(faults(Direction.FALL, terms("5", "2", "10 6")))
        .containsExactly("milestones commitment.fault.milestones.fall");
    assertThat(faults(Direction.RISE, terms("20", "220", "10 221")))
        .containsExactly("milestones commitment.fault.milestones.beyond");
    String[] many =
        IntStream.rangeClosed(1, 25).mapToObj(day -> day + " 100").toArray(String[]::new);
    assertThat(faults(Direction.RISE, terms("20", "220", many)))
        .containsExactly("milestones commitment.fault.milestones.many");
  }

  @Test
  void a_text_a_day_to_come_and_a_sensible_grace_are_needed() {
    Terms good = terms("20", "220");
    assertThat(faults(with(good, "", DUE, 0))).containsExactly("text commitment.fault.text");
    assertThat(faults(with(good, "x".repeat(4001), DUE, 0))).containsExactly("text fault.too_long");
    assertThat(faults(with(good, "x", TODAY.minusDays(1), 0)))
        .containsExactly("due_on commitment.fault.due_on");
    assertThat(faults(with(good, "x", TODAY, 0))).isEmpty();
    LocalDate passed = TODAY.minusDays(1);
    assertThat(with(good, "x", passed, 0).faults(kind(Direction.RISE), TODAY, Optional.of(passed)))
        .as("whatever else is mended, it stands")
        .isEmpty();
    assertThat(faults(with(good, "x", DUE, 366)))
        .containsExactly("grace_days commitment.fault.grace_days");
  }

  @ParameterizedTest
  @CsvSource({
    "'', , , field_role commitment.fault.field",
    "moderator, besok, , field_from commitment.fault.field.day",
    "moderator, 2026-03-02, banyak, field_many commitment.fault.number",
  })
  void what_a_kind_asks_for_is_filled_in(String role, String from, String many, String fault) {
    Map<String, String> fields =
        Map.of("role", role, "from", from == null ? "" : from, "many", many == null ? "" : many);
    Terms good = terms("20", "220");
    Terms terms =
        new Terms(good.text(), good.baseline(), good.target(), DUE, 0, true, fields, List.of());
    assertThat(faults(Direction.RISE, terms)).containsExactly(fault);
  }

  @Test
  void numbers_lie_within_what_the_rules_allow() {
    String between = " commitment.fault.beyond.between";
    assertThat(faults(Direction.RISE, terms("1", "1000"))).isEmpty();
    assertThat(faults(Direction.RISE, terms("20", "1000,5"))).containsExactly("target" + between);
    assertThat(faults(Direction.RISE, terms("0", "220"))).containsExactly("baseline" + between);
    assertThat(faults(Direction.FALL, terms("", "5", "10 1001")))
        .containsExactly("milestones" + between);
    assertThat(faults(ages("13", "13"))).isEmpty();
    assertThat(faults(ages("0", "")))
        .containsExactly("field_age_from commitment.fault.beyond.least");
    assertThat(faults(ages("", "121")))
        .containsExactly("field_age_to commitment.fault.beyond.most");
    assertThat(faults(ages("14", "13"))).containsExactly("field_age_to commitment.fault.field.end");
    assertThat(report(number("1001"), TODAY, "x", 0, null, null))
        .containsExactly("value" + between);
  }

  private static Terms ages(String from, String to) {
    Terms good = terms("20", "220");
    return new Terms(
        good.text(),
        good.baseline(),
        good.target(),
        DUE,
        0,
        true,
        Map.of("role", "moderator", "age_from", from, "age_to", to),
        List.of());
  }

  @Test
  void a_value_keeps_the_promise_from_the_target_on() {
    CommitmentKind rise = kind(Direction.RISE);
    CommitmentKind fall = kind(Direction.FALL);
    assertThat(terms("20", "220").isMetBy(rise, number("220,0"))).isTrue();
    assertThat(terms("20", "220").isMetBy(rise, number("219,9"))).isFalse();
    assertThat(terms("20", "220").isMetBy(rise, Optional.empty())).isFalse();
    assertThat(terms("5", "2").isMetBy(fall, number("2"))).isTrue();
    assertThat(terms("5", "2").isMetBy(fall, number("3"))).isFalse();
    assertThat(terms("", "").isMetBy(kind(Direction.DONE), Optional.empty())).isTrue();
  }

  @Test
  void the_same_in_other_digits_changes_nothing() {
    assertThat(terms("20", "220", "5 100").saysTheSameAs(terms("20,00", "220,0", "5 100,0")))
        .isTrue();
    assertThat(terms("20", "220").saysTheSameAs(terms("20", "200"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'0,125', 0.125",
    "0.125, 0.125",
    "'97,1250', 97.125",
    "'1.234,567', 1234.567",
    "'1,204.5', 1204.5",
    "220, 220",
    "'95,5', 95.5",
    "95.5, 95.5",
    "5.000.000, 5000000",
    "'5,000,000', 5000000",
    "'Rp 1.234.567,89', 1234567.89",
    "1 000, 1000",
    "1000000000000000, 1000000000000000"
  })
  void a_number_is_read_as_people_write_it(String typed, String value) {
    assertThat(Quantity.read(typed))
        .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(value));
  }

  @ParameterizedTest
  @CsvSource({"97.125", "0.125", "220", "5000000", "1234.5", "0.0125"})
  void what_stands_in_a_form_is_read_as_the_same(BigDecimal value) {
    assertThat(Quantity.read(Quantity.typed(value)))
        .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(value));
  }

  @ParameterizedTest
  @CsvSource({"''", "-1", "1e9", "banyak", "1.2.3", "1000000000000001", "'1,23456'", "٢٢٠"})
  void what_is_no_number_is_none(String typed) {
    assertThat(Quantity.read(typed)).isEmpty();
  }

  @Test
  void a_report_says_what_is_reached_and_since_when_it_is_proven() {
    LocalDate past = TODAY.minusDays(3);
    assertThat(report(number("50"), TODAY, "Daftar menyusul.", 0, null, null)).isEmpty();
    assertThat(report(number("50"), TODAY, "", 0, null, null))
        .containsExactly("note commitment.fault.claim.proof");
    assertThat(report(number("49"), TODAY, "", 1, past, TODAY))
        .containsExactly("claims_met commitment.fault.claim.short");
    assertThat(report(number("50"), TODAY, "", 1, past, TODAY)).isEmpty();
    assertThat(report(Optional.empty(), TODAY, "x", 0, null, null))
        .containsExactly("value commitment.fault.value");
    assertThat(report(number("50"), TODAY.plusDays(1), "x", 0, null, null))
        .containsExactly("as_of commitment.fault.as_of");
    assertThat(report(number("50"), TODAY, "x".repeat(4001), 0, null, null))
        .containsExactly("note fault.too_long");
    assertThat(report(number("50"), TODAY, "", 1, null, null))
        .containsExactly("evidence_on commitment.fault.evidence_on");
    assertThat(report(number("50"), TODAY, "", 1, TODAY.plusDays(1), null))
        .containsExactly("evidence_on commitment.fault.evidence_on.future");
    assertThat(report(number("50"), TODAY, "", 1, TODAY, past))
        .containsExactly("evidence_until commitment.fault.evidence_until");
    assertThat(report(number("50"), TODAY, "", 1, past, TODAY.minusDays(1)))
        .containsExactly("evidence_until commitment.fault.evidence_until.past");
    ReportGiven done =
        new ReportGiven(number("1"), TODAY, "", true, Optional.empty(), Optional.empty());
    assertThat(said(done.faults(kind(Direction.DONE), terms("", ""), 0, TODAY)))
        .containsExactly("value commitment.fault.no_value", "note commitment.fault.note");
  }

  private static List<String> report(
      Optional<BigDecimal> value,
      LocalDate asOf,
      String note,
      int files,
      @Nullable LocalDate on,
      @Nullable LocalDate until) {
    return said(
        new ReportGiven(
                value, asOf, note, true, Optional.ofNullable(on), Optional.ofNullable(until))
            .faults(kind(Direction.RISE), terms("20", "50"), files, TODAY));
  }

  @Test
  void a_promise_of_rows_is_their_sum_and_each_says_who_it_is_about() {
    List<Row> two = List.of(row("siang", "20", "120"), row("malam", "0", "100"));
    assertThat(ofRows("20", "220", two)).isEmpty();
    assertThat(Terms.targetOf(two)).hasValueSatisfying(sum -> assertThat(sum).isEqualTo("220"));
    assertThat(ofRows("20", "200", two)).contains("rows commitment.fault.rows.sum");
    assertThat(ofRows(null, "220", two)).contains("rows commitment.fault.rows.sum");
    List<Row> unknown = List.of(row("siang", null, "120"), row("malam", "0", "100"));
    assertThat(ofRows(null, "220", unknown)).as("nobody knows one of them").isEmpty();
    assertThat(ofRows(null, null, List.of())).containsExactly("rows commitment.fault.rows");
    assertThat(ofRows("40", "240", List.of(two.getFirst(), two.getFirst())))
        .containsExactly("rows commitment.fault.rows.twice");
    assertThat(ofRows("20", "120", List.of(row(" ", "20", "120"))))
        .containsExactly("rows commitment.fault.rows.cells");
    assertThat(ofRows("20", "1200", List.of(row("siang", "20", "1200"))))
        .contains("rows commitment.fault.beyond.between");
    assertThat(ofRows("20", "110", List.of(row("siang", "20", "120"), row("malam", "0", "-10"))))
        .containsExactly("rows commitment.fault.rows.negative");
    assertThat(ofRows("120", "20", List.of(row("siang", "120", "20"))))
        .containsExactly("rows commitment.fault.target.rise");
    List<Row> many =
        IntStream.rangeClosed(1, Terms.MOST_ROWS + 1)
            .mapToObj(each -> row("giliran " + each, "1", "1"))
            .toList();
    assertThat(ofRows("61", "61", many)).containsExactly("rows commitment.fault.rows.many");
    assertThat(
            faults(
                new Terms(
                    "x",
                    number("20"),
                    number("220"),
                    DUE,
                    0,
                    true,
                    Map.of("role", "x"),
                    List.of(),
                    two)))
        .as("a kind without rows")
        .containsExactly("rows commitment.fault.rows.none");
  }

  private static Row row(String shift, @Nullable String baseline, String target) {
    return new Row(
        List.of("Moderator", shift),
        Optional.ofNullable(baseline).map(BigDecimal::new),
        new BigDecimal(target));
  }

  private static List<String> ofRows(
      @Nullable String baseline, @Nullable String target, List<Row> rows) {
    CommitmentKind plain = kind(Direction.RISE);
    Label label = plain.label();
    CommitmentKind kind =
        new CommitmentKind(
            plain.code(),
            label,
            plain.unit(),
            plain.direction(),
            label,
            plain.methodCode(),
            Optional.empty(),
            Optional.empty(),
            false,
            plain.bounds(),
            List.of(
                new CommitmentField(
                    "role", label, CommitmentField.Type.TEXT, true, Bounds.NONE, true),
                new CommitmentField(
                    "shift", label, CommitmentField.Type.TEXT, true, Bounds.NONE, true)));
    Terms terms =
        new Terms(
            "Moderator.",
            Optional.ofNullable(baseline).map(BigDecimal::new),
            Optional.ofNullable(target).map(BigDecimal::new),
            DUE,
            0,
            true,
            Map.of(),
            List.of(),
            rows);
    return said(terms.faults(kind, TODAY, Optional.empty()));
  }

  private static Optional<BigDecimal> number(String typed) {
    return Quantity.read(typed);
  }

  private static Terms terms(String baseline, String target, String... milestones) {
    return new Terms(
        "Moderator.",
        number(baseline),
        number(target),
        DUE,
        0,
        true,
        Map.of("role", "moderator"),
        List.of(milestones).stream()
            .map(each -> each.split(" ", 2))
            .map(
                each ->
                    new Milestone(
                        TODAY.plusDays(Integer.parseInt(each[0])), number(each[1]).orElseThrow()))
            .toList());
  }

  private static Terms with(Terms of, String text, LocalDate due, int grace) {
    return new Terms(
        text, of.baseline(), of.target(), due, grace, true, of.fields(), of.milestones());
  }

  private static CommitmentKind kind(Direction direction) {
    Label label = new Label("Moderator", "Moderators");
    return new CommitmentKind(
        "staffing",
        label,
        direction == Direction.DONE ? Optional.empty() : Optional.of(label),
        direction,
        label,
        "visit",
        Optional.empty(),
        Optional.empty(),
        false,
        new Bounds(Optional.of(1), Optional.of(1000)),
        List.of(
            new CommitmentField("role", label, CommitmentField.Type.TEXT, true, Bounds.NONE, false),
            new CommitmentField("from", label, CommitmentField.Type.DAY, false, Bounds.NONE, false),
            new CommitmentField(
                "many", label, CommitmentField.Type.NUMBER, false, Bounds.NONE, false),
            new CommitmentField(
                "age_from",
                label,
                CommitmentField.Type.NUMBER,
                false,
                new Bounds(Optional.of(1), Optional.empty()),
                false),
            new CommitmentField(
                "age_to",
                label,
                CommitmentField.Type.NUMBER,
                false,
                new Bounds(Optional.empty(), Optional.of(120)),
                false)));
  }

  private static List<String> faults(Terms terms) {
    return faults(Direction.RISE, terms);
  }

  private static List<String> faults(Direction direction, Terms terms) {
    return said(terms.faults(kind(direction), TODAY, Optional.empty()));
  }

  private static List<String> said(List<Fault> faults) {
    return faults.stream().map(each -> each.field() + " " + each.key()).toList();
  }
}

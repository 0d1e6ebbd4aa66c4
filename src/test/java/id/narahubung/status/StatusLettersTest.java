package id.narahubung.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.narahubung.figures.Figure;
import id.narahubung.figures.FigureSet;
import id.narahubung.figures.FrozenWeek;
import id.narahubung.figures.Measure;
import id.narahubung.figures.Period;
import id.narahubung.figures.Week;
import id.narahubung.mail.Letter;
import id.narahubung.status.StatusLetters.Reach;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The mail of a week in which there is much to tell: nothing of it needs a database. */
final class StatusLettersTest {

  private static final int COMPANIES = 200;
  private static final int MANY = 1_000;
  private static final Week WEEK = Week.of("2018-W27");
  private static final String AT = "2018-07-03T05:00:00Z";

  private final StatusLetters letters =
      new StatusLetters(new Messages(), URI.create("https://portal.example.go.id"), false);

  @Test
  void two_hundred_companies_fit_and_each_that_is_not_green_has_its_colours_name_and_reason() {
    Letter letter = letter(Optional.empty());
    String page = Jsoup.parse(letter.html()).body().text();
    for (String each : List.of(letter.text().replaceAll("\\s+", " "), page)) {
      assertThat(each).contains("100 merah, 50 kuning, 50 hijau");
      for (int company = 1; company <= 150; company++) {
        assertThat(each).contains("SR-" + company + " ");
      }
      assertThat(each).contains("Merah: surat teguran SR-1 lewat tenggat", "PT Maju 200");
    }
    for (String each : List.of(letter.text(), page)) {
      assertThat(each)
          .contains("Periode 2 Jul 2018 00.00 WIB sampai 9 Jul 2018 00.00 WIB, menurut")
          .containsOnlyOnce(
              "Komitmen terverifikasi: Yang terbukti dipenuhi menurut pemeriksaan yang masih"
                  + " berlaku, dari komitmen yang berlaku pada akhir periode");
    }
    assertThat(letter.text()).contains("- PT Maju 200: Hijau").doesNotContain("== PT Maju 200");
    for (String each : List.of(letter.text(), page)) {
      assertThat(each)
          .contains(
              "Dan 3.587 lainnya di portal",
              "PT Maju 1: Lewat tenggat, minggu 2018-W26",
              "Perusahaan, penanggap, 3 Jul 2018 12.10")
          .doesNotContain("Kementerian, petugas");
    }
  }

  @Test
  void a_company_with_a_thousand_of_everything_reads_some_and_how_many_there_are_besides() {
    Letter letter = letter(Optional.of(1L));
    assertThat(letter.text()).startsWith("Status mingguan PT Maju 1").contains("Merah: ");
    assertThat(letter.text().split("Dan 980 lainnya di portal.", -1))
        .as("objections, letters and platforms")
        .hasSize(4);
    assertThat(letter.text())
        .contains(
            "- Lewat tenggat, minggu 2018-W26: Kementerian, petugas, 3 Jul 2018 12.10 WIB\n",
            "  https://portal.example.go.id/status/2018-W26/companies/1\n",
            "- Dan 1.000 lainnya di portal.")
        .doesNotContain("Perusahaan, penanggap");
  }

  @Test
  void a_mail_says_whether_somebody_reads_what_is_answered_to_it() {
    StatusLetters read =
        new StatusLetters(new Messages(), URI.create("https://portal.example.go.id"), true);
    for (Reach reach : Reach.values()) {
      assertThat(read.write(week(), Optional.empty(), Language.ID, reach, Optional.empty()).text())
          .contains("Balasan atas surel ini dibaca Kementerian.")
          .doesNotContain("tidak dibalas");
      assertThat(
              letters.write(week(), Optional.empty(), Language.ID, reach, Optional.empty()).text())
          .doesNotContain("Balasan atas surel ini");
    }
    assertThat(letter(Optional.of(1L)).text()).contains("Mohon tidak dibalas");
  }

  @Test
  void both_sides_read_how_late_the_ministry_was_and_each_kind_of_error_it_made() {
    for (OptionalLong of : List.of(OptionalLong.of(2), OptionalLong.empty())) {
      Letter letter = ofMinistry(of, 3, 40);
      assertThat(letter.text())
          .containsSubsequence(
              "== Menunggu Kementerian ==",
              "- Waktu balasan klarifikasi: 1 jam 30 mnt\n",
              "  sembilan dari sepuluh dalam 15 jam; 3 item\n",
              "- Kekeliruan Kementerian: 3 dari 40 (7,5%)\n",
              "- Dicabut: 3 dari 40 (7,5%)\n",
              "- Tidak dapat diproses: 3 dari 40 (7,5%)\n",
              "- Duplikat: 3 dari 40 (7,5%)\n",
              "- Keputusan berubah: 3 dari 40 (7,5%)\n");
      for (Measure each : OF_MINISTRY) {
        assertThat(letter.html())
            .contains("/figures/rows?measure=" + each.code() + "&amp;")
            .contains(of.isPresent() ? "/remarks/new?measure=" + each.code() + "\"" : "");
      }
      assertThat(Jsoup.parse(letter.html()).body().text())
          .containsSubsequence(
              "Menunggu Kementerian",
              "Waktu balasan klarifikasi",
              "Kekeliruan Kementerian",
              "Dicabut",
              "Tidak dapat diproses",
              "Duplikat",
              "Keputusan berubah");
      assertThat(ofMinistry(of, 0, 40).text())
          .contains("- Kekeliruan Kementerian: 0 dari 40 (0%)\n")
          .doesNotContain(
              "Waktu balasan", "Dicabut", "Tidak dapat diproses", "Duplikat", "Keputusan berubah");
    }
  }

  private static final List<Measure> OF_MINISTRY =
      List.of(
          Measure.REPLY_TIME,
          Measure.MINISTRY_ERROR,
          Measure.WITHDRAWN,
          Measure.NOT_PROCESSABLE,
          Measure.DUPLICATE,
          Measure.OVERTURNED);

  /** The week of which nothing else was counted. */
  private Letter ofMinistry(OptionalLong company, int numerator, int denominator) {
    Stream<Figure> counted =
        OF_MINISTRY.stream()
            .map(
                measure ->
                    new Figure(
                        Figure.Key.of(measure, company),
                        numerator,
                        denominator,
                        OptionalInt.of(90),
                        OptionalInt.of(900)));
    return letters.write(
        week(counted),
        company.stream().boxed().findAny(),
        Language.ID,
        Reach.REMARK,
        Optional.empty());
  }

  @ParameterizedTest
  @EnumSource(Reach.class)
  void a_mail_leads_its_reader_nowhere_that_is_closed_to_them(Reach reach) {
    Letter letter = letters.write(week(), Optional.of(2L), Language.ID, reach, Optional.empty());
    for (String each : List.of(letter.text(), letter.html())) {
      assertThat(each.contains("/companies/2/remarks/new")).isEqualTo(reach == Reach.REMARK);
      assertThat(each.contains("tanggapi")).isEqualTo(reach == Reach.REMARK);
      assertThat(each.contains("/figures/rows")).isEqualTo(reach != Reach.NOTHING);
    }
  }

  @Test
  void a_letter_of_which_only_number_and_clock_are_kept_is_told_so() {
    StandingEntries entries =
        new StandingEntries(new Words(new Messages(), Language.ID, Words.WIB), week());
    Sheet.Entry entry =
        entries.letter(new CompanyWeek.Warning("ST-1", 1, "", AT, AT, 0, 0, 0, "", true, true));
    assertThat(entry.label()).isEqualTo("Surat ST-1");
    assertThat(entry.value()).isEqualTo("rinciannya hanya di portal");
    assertThat(entry.detail()).startsWith("tenggat 3 Jul 2018 12.00 WIB");
  }

  @Test
  void a_company_reads_what_it_waits_for_and_what_came_of_it_the_same_as_html_and_as_text() {
    Letter letter = letter(Optional.of(2L));
    Document page = Jsoup.parse(letter.html());
    assertThat(letter.text())
        .contains(
            """
            == Permohonan normalisasi dan sanggahan ==
            - Permohonan normalisasi PN-2018-1: menunggu putusan
              Platform 1; tenggat 3 Jul 2018 12.00 WIB, terlambat 5 hari 12 jam
              https://portal.example.go.id/normalisations/PN-2018-1
            - Permohonan normalisasi PN-2018-2: menunggu putusan
              Platform 2; berkas belum lengkap, tenggat putusan belum berjalan
              https://portal.example.go.id/normalisations/PN-2018-2
            - Sanggahan atas surat SR-2018-9: sudah diputus; rinciannya hanya di portal
              3 Jul 2018 12.00 WIB
              https://portal.example.go.id/letters/SR-2018-9
            - Permohonan normalisasi PN-2018-3: diputus: ditolak
              Platform 2; 3 Jul 2018 12.00 WIB; KA-2018-9
              https://portal.example.go.id/normalisations/PN-2018-3
            """,
            """
            == Komitmen yang diperiksa dan belum terpenuhi ==
            - moderators (KM-2018-1), Platform 1: sebagian
              120; 3 Jul 2018; VR-2018-1
              https://portal.example.go.id/verifications/VR-2018-1
            - age (KM-2018-2), Platform 1: gagal
              4 Jul 2018
              https://portal.example.go.id/commitments/KM-2018-2
            """);
    assertThat(page.select("a").eachAttr("href"))
        .contains(
            "https://portal.example.go.id/normalisations/PN-2018-1",
            "https://portal.example.go.id/verifications/VR-2018-1");
  }

  @Test
  void a_week_that_an_older_portal_kept_is_told_as_it_was() {
    String kept = Canonical.write(company(2));
    CompanyWeek older =
        Canonical.read(
            kept.replaceFirst("\"said\":\\[[^]]*],", "")
                .replaceFirst("\"companySaidMore\":3,", "")
                .replaceFirst("\"matters\":\\[[^]]*],", "")
                .replaceFirst("\"findings\":\\[[^]]*],", "")
                .replaceAll(
                    "\"again\":false,|\"country\":\"ID\",|\"signedIn\":\"no\",|\"surface\":\"app\",",
                    ""),
            CompanyWeek.class);
    assertThat(older.said()).isEmpty();
    assertThat(older.companySaidMore()).isZero();
    assertThat(older.matters()).isEmpty();
    assertThat(older.findings()).isEmpty();
    assertThat(older.failed().getFirst())
        .isEqualTo(new CompanyWeek.Failed("PA-2018-1/1", "still_up", AT, false, "", "", ""));
    assertThat(older.letters()).isEqualTo(company(2).letters());
    Sheet.Entry failed =
        new StandingEntries(new Words(new Messages(), Language.ID, Words.WIB), week())
            .failed(older.failed().getFirst());
    assertThat(failed.detail()).isEqualTo("3 Jul 2018 12.00 WIB");
    assertThat(
            Canonical.read(
                    "{\"needed\":[{\"company\":1,\"due\":\"\",\"kind\":\"sign\",\"number\":\"4\",\"platform\":1}]}",
                    MinistryWeek.class)
                .needed())
        .containsExactly(new MinistryWeek.Need("sign", "4", 1, 1, "", ""));
  }

  @Test
  void a_clock_that_rests_is_not_told_as_one_that_never_ran_and_one_that_was_late_stays_red() {
    StandingEntries standing =
        new StandingEntries(new Words(new Messages(), Language.ID, Words.WIB), week());
    assertThat(
            Stream.of("", "in_time", "late")
                .map(
                    rests -> new CompanyWeek.Matter("normalisation", "1", 1, "", "", "", "", rests))
                .map(standing::matter))
        .extracting(
            each -> each.tone(),
            each -> each.detail().contains("belum berjalan"),
            each -> each.detail().contains("sudah berjalan dan berhenti"),
            each -> each.detail().contains("sudah terlewati"))
        .containsExactly(
            tuple("", true, false, false),
            tuple("", false, true, false),
            tuple("red", false, false, true));
  }

  private Letter letter(Optional<Long> company) {
    Letter letter = letters.write(week(), company, Language.ID, Reach.REMARK, Optional.of("t"));
    assertThat(letter.html().getBytes(StandardCharsets.UTF_8).length).isLessThan(100_000);
    return letter;
  }

  private static StatusWeek week() {
    return week(LongStream.rangeClosed(1, COMPANIES).boxed().flatMap(StatusLettersTest::figures));
  }

  private static StatusWeek week(Stream<Figure> figures) {
    List<Long> companies = LongStream.rangeClosed(1, COMPANIES).boxed().toList();
    Period period = Period.of(WEEK);
    return new StatusWeek(
        WEEK,
        Optional.of(new FrozenWeek(WEEK, WEEK.to().plusSeconds(25_200), false)),
        WEEK.to(),
        "5ea1".repeat(16),
        new FigureSet(period, figures.toList()),
        Optional.empty(),
        companies.stream().collect(Collectors.toMap(id -> id, StatusLettersTest::company)),
        new MinistryWeek(
            many(MANY, n -> new MinistryWeek.Need("sign", Integer.toString(n), 1, n, AT, ""))),
        new StatusStore.Names(
            companies.stream().collect(Collectors.toMap(id -> id, id -> "PT Maju " + id)),
            LongStream.rangeClosed(1, MANY)
                .boxed()
                .collect(Collectors.toMap(id -> id, id -> "Platform " + id))),
        Map.of());
  }

  private static Stream<Figure> figures(long company) {
    return Arrays.stream(Measure.values())
        .map(
            measure ->
                new Figure(
                    Figure.Key.of(measure, OptionalLong.of(company)),
                    96,
                    100,
                    OptionalInt.of(90),
                    OptionalInt.of(900)));
  }

  private static CompanyWeek company(long id) {
    Light.Reason reason =
        id <= 100
            ? Light.Reason.LETTER_OVERDUE
            : id <= 150 ? Light.Reason.LETTER_OPEN : Light.Reason.MOSTLY_ON_TIME;
    int of = id == 1 ? MANY : 3;
    return new CompanyWeek(
        id <= 150
            ? new Light.Verdict(reason.code(), "SR-" + id, "1")
            : new Light.Verdict(reason.code(), "96", "100"),
        many(of, n -> new CompanyWeek.Access(n, "full_block", AT, "KA-2018-" + n, "", 1)),
        many(40, n -> new CompanyWeek.Todo("PA-2018-" + n, AT, 3, true, true)),
        of,
        many(
            20,
            n ->
                new CompanyWeek.Failed("PA-2018-1/" + n, "still_up", AT, false, "app", "ID", "no")),
        of,
        List.of(
            new CompanyWeek.Finding(
                "KM-2018-1", 1, 1, "moderators", "VR-2018-1", "partly", "120", "2018-07-03"),
            new CompanyWeek.Finding("KM-2018-2", 1, 1, "age", "", "fail", "", "2018-07-04")),
        many(20, StatusLettersTest::promise),
        of,
        many(
            of,
            n ->
                new CompanyWeek.Warning("SR-2018-" + n, 1, "ST1", AT, AT, 3, 0, 0, "", true, true)),
        many(of, n -> new CompanyWeek.Contested("PA-2018-1/" + n, "", AT)),
        List.of(
            new CompanyWeek.Matter("normalisation", "PN-2018-1", 1, AT, "", "", "", ""),
            new CompanyWeek.Matter("normalisation", "PN-2018-2", 2, "", "", "", "", ""),
            new CompanyWeek.Matter("letter_objection", "SR-2018-9", 0, "", "kept", "", AT, ""),
            new CompanyWeek.Matter(
                "normalisation", "PN-2018-3", 2, "", "refusal", "KA-2018-9", AT, "")),
        new CompanyWeek.Signing(1, 1, 1, 1),
        160,
        Stream.of("company", "ministry")
            .flatMap(side -> many(10, n -> said(side, n)).stream())
            .toList(),
        of,
        of);
  }

  private static CompanyWeek.Said said(String side, int n) {
    return new CompanyWeek.Said(
        "2018-W26",
        "overdue",
        side,
        side.equals("company") ? "responder" : "officer",
        "2018-07-03T05:%02d:00Z".formatted(n));
  }

  private static CompanyWeek.Promise promise(int n) {
    return new CompanyWeek.Promise(
        "KM-2018-" + n,
        n,
        1,
        "moderators",
        "agreed",
        List.of("late"),
        "2018-12-31",
        "220",
        "148",
        "120",
        "2018-07-04",
        true,
        true);
  }

  private static <T> List<T> many(int number, IntFunction<T> one) {
    return IntStream.rangeClosed(1, number).mapToObj(one).toList();
  }
}

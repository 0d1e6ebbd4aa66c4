package id.narahubung.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.TestDatabase;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pasted lines become rows, or say what is wrong with them. */
final class RowLinesTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final Words words = new Words(new Messages(), Language.ID, Words.WIB);
  private RuleWording wording;

  @BeforeEach
  void theRulesInForce() {
    RuleSet set =
        db.database(FakeClock.at("2026-03-02T01:15:00Z"))
            .as(SystemViewer.AUDIT, tx -> new RuleStore().inForce(tx));
    wording = new RuleWording(words, set);
  }

  @Test
  void a_years_holidays_are_dates_and_names_however_they_are_written() {
    RowLines read =
        holidays(
            "2030-01-01\tTahun Baru 2030 Masehi\tNew Year's Day",
            "2/2/2030, Tahun Baru Imlek, 2581 Kongzili",
            "",
            "4 februari 2030,Cuti bersama Tahun Baru Imlek",
            "1 May 2030;Hari Buruh;Labour Day;cuti bersama;ya");
    assertThat(read.bad()).isEmpty();
    assertThat(read.good())
        .extracting(RowLinesTest::said)
        .containsExactly(
            "2030-01-01|Tahun Baru 2030 Masehi|New Year's Day|national|false",
            "2030-02-02|Tahun Baru Imlek, 2581 Kongzili|Tahun Baru Imlek, 2581 Kongzili"
                + "|national|false",
            "2030-02-04|Cuti bersama Tahun Baru Imlek|Cuti bersama Tahun Baru Imlek"
                + "|joint_leave|false",
            "2030-05-01|Hari Buruh|Labour Day|joint_leave|true");
  }

  @Test
  void what_is_wrong_is_said_line_by_line_beside_what_is_good() {
    RowLines read =
        holidays(
            "Tanggal\tNama",
            "31/02/2030, Tidak ada",
            "2026-01-01, Sudah ada",
            "2030-01-01, Tahun Baru",
            "2030-01-01, Sekali lagi",
            "2030-01-02",
            "2030-01-03\ta\tb\tlain\tya",
            "2030-01-04\ta\tb\tlibur nasional\tya\tlebih");
    assertThat(read.good()).extracting(Row::key).containsExactly("2030-01-01");
    assertThat(read.bad())
        .extracting(bad -> bad.line() + " " + String.join(" ", bad.faults()))
        .containsExactly(
            "1 Tulis tanggal yang ada di kalender.",
            "2 Tulis tanggal yang ada di kalender.",
            "3 Sudah ada. Ubah baris yang ada, atau pilih yang lain.",
            "5 Sama dengan baris 4.",
            "6 Isi \u2018Nama dalam bahasa Indonesia\u2019. Isi \u2018Nama dalam bahasa Inggris\u2019.",
            "7 Pilih salah satu yang tersedia.",
            "8 Kolomnya lebih dari 5 kolom yang ada.");
  }

  @Test
  void other_sections_are_read_by_their_columns() {
    Row ground = read(Section.GROUNDS, "R20, Arsip").good().getFirst();
    assertThat(ground.cells())
        .containsOnly(entry("code", "R20"), entry("label_id", "Arsip"), entry("label_en", "Arsip"));
    RowLines categories =
        read(Section.CATEGORIES, "99\tLain\tOther\turgent\tite_27_2, kuhp_426\t150\ttidak");
    assertThat(categories.bad()).isEmpty();
    assertThat(categories.good().getFirst().codes("bases")).containsExactly("ite_27_2", "kuhp_426");
    RowLines entries =
        read(
            Section.CHECKLISTS,
            "before_block\tquorum\tKuorum\tQuorum\t",
            "visit\tquorum\tKuorum\tQuorum\tdenda",
            "visit\tquorum\tKuorum\tQuorum\tKeadaan denda",
            "visit\tsigned\tRisalah\tMinutes\tRisalah ditandatangani kedua pihak",
            "call\tsigned\tRisalah\tMinutes\tRisalah ditandatangani kedua pihak",
            "normalisation\tpassport\tPaspor\tPassport\t\tya\t20",
            "before_block\tpassport\tPaspor\tPassport\t\tya\t20",
            "nowhere\tquorum\tKuorum");
    assertThat(entries.good())
        .extracting(Row::key, row -> row.cell("evidence"))
        .containsExactly(
            tuple("before_block.quorum", ""),
            tuple("visit.quorum", "fine_state"),
            tuple("visit.signed", "minutes_signed"),
            tuple("normalisation.passport", ""));
    assertThat(entries.good().getLast().cell("least_length")).isEqualTo("20");
    assertThat(entries.bad()).hasSize(4);
    assertThat(Arrays.stream(Section.values()).filter(RowLines::canRead))
        .doesNotContain(Section.GENERAL, Section.FINE, Section.STANDARDS, Section.FIELDS);
  }

  @Test
  void a_promise_has_a_unit_where_it_has_a_value_and_a_method_no_lists_name() {
    RowLines kinds =
        read(
            Section.COMMITMENTS,
            "hotline\tLayanan aduan\tHotline\tdone\t\t\tNomor\tNumber\tcall\t\t\ttidak",
            "calls\tAduan\tCalls\trise\tpanggilan\tcalls\tCatatan\tLog\tcall\t30\t45\tya",
            "b\tAduan\tCalls\tfall\t\t\tCatatan\tLog\tcall\t\t\ttidak",
            "c\tAduan\tCalls\tdone\tpanggilan\tcalls\tCatatan\tLog\tcall\t\t\ttidak",
            "d\tAduan\tCalls\tfall\tpanggilan\tcalls\tCatatan\tLog\tcall\t\t\tya",
            "e\tAduan\tCalls\tfall\tpanggilan\tcalls\tCatatan\tLog\tguess\t\t\ttidak",
            "f\tAduan\tCalls\tdone\t\t\tNomor\tNumber\tcall\t\t\ttidak\t\t5",
            "g\tAduan\tCalls\trise\tkali\ttimes\tCatatan\tLog\tcall\t30\t45\tya\t9\t5");
    assertThat(kinds.good()).extracting(Row::key).containsExactly("hotline", "calls");
    assertThat(kinds.bad()).extracting(RowLines.Bad::line).containsExactly(3, 4, 5, 6, 7, 8);
    assertThat(read(Section.METHODS, "normalisation\tNormalisasi\t\tdocument").bad()).hasSize(1);
  }

  private static String said(Row row) {
    return String.join("|", RowLines.cells(Section.HOLIDAYS).stream().map(row::cell).toList());
  }

  private RowLines holidays(String... lines) {
    return read(Section.HOLIDAYS, lines);
  }

  private RowLines read(Section section, String... lines) {
    return RowLines.read(String.join("\n", List.of(lines)), section, wording, words);
  }
}

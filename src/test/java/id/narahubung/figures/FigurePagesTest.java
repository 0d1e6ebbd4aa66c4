package id.narahubung.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.NotAllowed;
import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.requests.Histories;
import id.narahubung.rules.RuleStore;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.Race;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Figures as both sides read them: the same numbers, and behind each the rows it was counted of.
 */
final class FigurePagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private static final Week WEEK = Week.of("2026-W10");

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private Company video;

  @BeforeEach
  void aWeekOfTwoCompanies() {
    klip = given.company("Klip");
    video = given.company("Video");
    PersonViewer responder = given.responder(klip);
    GivenCommitments commitments = new GivenCommitments(given);
    commitments.agreed(
        given.person(klip.organisation(), Role.LEAD), klip, commitments.moderators(40));
    Histories histories = new Histories(given, 3);
    histories.leaveWaiting(klip, responder);
    histories.send(video, given.responder(video), 2, true);
    portal.clock().advance(Duration.ofHours(30));
    histories.touchAll();
    portal.clock().set(WEEK.to().plus(Duration.ofHours(7)));
    portal.database().run(SystemViewer.AUDIT, tx -> new Figures().freeze(tx, WEEK, true));
  }

  @Test
  void every_number_of_both_sides_opens_as_many_rows_as_it_says() {
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    Http viewer = visitors.signedIn(klip.organisation(), Role.VIEWER);
    Document all = officer.get("/figures").document();
    assertThat(all.select("#sent .value a").text()).isEqualTo("6");
    assertThat(all.select("h1 + p").text())
        .contains("2026-W10", "9 Mar 2026 00.00 WIB", "dikunci terlambat, 9 Mar 2026 07.00 WIB");
    assertThat(all.select("#companies tbody th.lead a").eachText())
        .containsExactly("PT Klip", "PT Video");
    assertThat(all.select(".plot a[href*=open_urgent] rect.urgent-part")).hasSize(1);
    assertThat(all.select("#commitments .value a, #parts-commitments td a").eachText())
        .containsExactly("1", "1");
    String ofKlip = "/figures/scorecard/" + klip.id();
    assertThat(officer.get(ofKlip).document().select("main td").eachText())
        .isNotEmpty()
        .isEqualTo(viewer.get(ofKlip).document().select("main td").eachText());
    int opened = 0;
    for (Http visitor : new Http[] {officer, viewer}) {
      Document page = visitor.get("/figures").document();
      for (Element link : page.select(".figure details td.num:nth-child(2) a")) {
        Page rows = visitor.get(link.attr("href"));
        assertThat(rows.document().select("tbody tr"))
            .as(link.attr("href"))
            .hasSize(Integer.parseInt(link.text()));
        opened++;
      }
    }
    assertThat(opened).isGreaterThan(15);
    assertThat(
            officer.get("/figures?company=" + video.id()).document().select("#sent .value").text())
        .startsWith("2");
    Element category = all.select("#categories tbody th.lead a").getFirst();
    Document one = officer.get(category.attr("href")).document();
    assertThat(one.select("#commitments, #letters, #fines_paid, #categories")).isEmpty();
    assertThat(one.select("p.soft").eachText())
        .as("what is left out is named")
        .anyMatch(each -> each.startsWith("Komitmen, surat teguran, dan dendanya"));
    assertThat(one.select("#parts-answered td.num").eachText().stream().mapToInt(Integer::parseInt))
        .as("of one category, too")
        .isNotEmpty()
        .satisfies(
            parts ->
                assertThat(parts.stream().mapToInt(each -> each).sum())
                    .isEqualTo(Integer.parseInt(one.select("#answered .value a").text())));
    assertThat(officer.get("/figures?category=03&measure=sent").document().select(".figure h2"))
        .hasSize(1);
    assertThat(officer.get("/figures?until=2026-W09").document().select(".figure, table"))
        .as("none was frozen by then")
        .isEmpty();
    Week next = Week.of("2026-W11");
    portal.clock().set(next.to().plus(Duration.ofHours(7)));
    portal.database().run(SystemViewer.AUDIT, tx -> new Figures().freeze(tx, next, false));
    officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    whatStoodAtTheEndsOfWeeksDoesNotAddUp(officer.get(ofKlip).document());
    assertThat(officer.get("/figures").document().select("h1 + p").text()).contains("2026-W11");
    Document then = officer.get("/figures?until=2026-W10").document();
    assertThat(then.select("h1 + p").text()).contains("2026-W10").doesNotContain("2026-W11");
    assertThat(then.select("select[name=until] option[selected]").val()).isEqualTo("2026-W10");
  }

  @Test
  void the_rows_of_commitments_say_where_they_make_up_another_number_than_was_frozen() {
    Http viewer = visitors.signedIn(klip.organisation(), Role.VIEWER);
    String commitments = "/figures/rows?week=2026-W10&measure=commitments";
    String since = "baris di bawah berjumlah 1.";
    assertThat(viewer.get(commitments).text()).doesNotContain("Menurut aturan sekarang");
    portal.db().asOwner("alter table figure disable trigger user");
    portal.db().asOwner("update figure set numerator = 9 where measure in ('commitments', 'sent')");
    portal.db().asOwner("alter table figure enable trigger user");
    Page differs = viewer.get(commitments);
    assertThat(differs.document().select(".figure-value").text()).isEqualTo("9");
    assertThat(differs.document().select(".figure-value + p").text()).contains(since);
    assertThat(viewer.get(commitments + "&part=staffing").text()).contains(since);
    assertThat(viewer.get("/figures/rows?week=2026-W10&measure=sent").text())
        .doesNotContain("Menurut aturan sekarang");
    assertThat(viewer.get("/figures/rows?week=now&measure=commitments").text())
        .doesNotContain("Menurut aturan sekarang");
  }

  private static void whatStoodAtTheEndsOfWeeksDoesNotAddUp(Document card) {
    for (String stood : List.of("Komitmen berlaku", "Komitmen terverifikasi")) {
      Element row = card.select("tr:has(th:contains(" + stood + "))").getFirst();
      assertThat(row.select("td").eachText()).as(stood).hasSize(3).last().isEqualTo("–");
    }
  }

  @Test
  void a_company_opens_nothing_of_another_and_what_is_no_figure_is_not_found() {
    Http viewer = visitors.signedIn(klip.organisation(), Role.VIEWER);
    for (String path :
        new String[] {
          "/figures/scorecard/" + video.id(),
          "/figures/rows?measure=sent&week=2026-W10&company=" + video.id(),
          "/figures/rows?measure=nonsense&week=2026-W10",
          "/figures/rows?measure=sent&week=2026-W09",
          "/figures/rows?measure=sent&week=x",
          "/exports/figures/rows?measure=sent&week=x"
        }) {
      assertThat(viewer.get(path).status()).as(path).isEqualTo(404);
    }
    assertThat(viewer.get("/figures/rows?measure=sent&week=2026-W10&after=x").status())
        .isEqualTo(400);
    assertThat(viewer.get("/figures").text()).doesNotContain("PT Video");
  }

  @Test
  void figures_and_rows_are_files_and_each_measure_is_defined_in_both_languages() {
    Http viewer = visitors.signedIn(klip.organisation(), Role.VIEWER);
    assertThat(viewer.get("/exports/figures?format=csv").text())
        .contains(
            "minggu,perusahaan,kategori,kode_indikator",
            "2026-W10,PT Klip,Semua kategori,sent,Item dikirim,,4,")
        .doesNotContain("PT Video");
    assertThat(
            viewer
                .get("/exports/figures/rows?measure=sent&week=2026-W10&format=csv")
                .body()
                .strip()
                .lines())
        .hasSize(1 + 4);
    Document definitions = portal.visitor().get("/figures/definitions").document();
    assertThat(definitions.select(".eyebrow")).as("nobody is led to what is shut").isEmpty();
    for (Measure measure : Measure.values()) {
      assertThat(definitions.select("#" + measure.code() + " td:last-child").text().isEmpty())
          .as("%s", measure)
          .isEqualTo(!measure.isShare());
    }
    assertThat(definitions.select("#colours li").eachText())
        .hasSize(16)
        .startsWith(
            "akses salah satu layanannya ditutup oleh suatu keputusan, seluruhnya atau sebagian,"
                + " pendaftarannya dibekukan, atau aplikasinya diturunkan")
        .contains(
            "kurang dari 80% dijawab tepat waktu, dari sedikitnya 10 item yang jatuh tenggat");
    portal.clock().advance(Duration.ofDays(1));
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    assertThat(officer.get("/figures/rows?measure=open&week=now").status()).isEqualTo(200);
  }

  @Test
  void a_report_is_everybodys_once_an_administrator_publishes_it_and_not_before() {
    String report = "/transparency/2026-H1";
    String kept = "/administration" + report;
    Http anybody = portal.visitor();
    portal.clock().set(Instant.parse("2026-07-02T01:15:00Z"));
    Http administrator = visitors.signedIn(given.ministry(), Role.ADMINISTRATOR);
    assertThat(anybody.get(report).status()).isEqualTo(404);
    assertThat(anybody.get(report + "/report.csv").status()).isEqualTo(404);
    assertThat(administrator.get(kept).status()).as("not counted yet").isEqualTo(404);
    portal.clock().set(H1.to().plus(Duration.ofMinutes(14)));
    countHalfYears();
    assertThat(portal.db().rows("select half from transparency_count"))
        .as("what began in June may be written yet")
        .isEmpty();
    portal.clock().set(Instant.parse("2026-07-02T01:15:00Z"));
    countHalfYears();
    countHalfYears();
    assertThat(portal.db().rows("select body from event where kind = 'report.counted'"))
        .singleElement()
        .asString()
        .contains("2026-H1");
    assertThat(administrator.get("/administration/transparency").text())
        .contains("Januari–Juni 2026", "belum diterbitkan");
    List<ReportStore.Line> seen =
        given.as(SystemViewer.PAPERS, tx -> new ReportStore().lines(tx, H1));
    assertThat(seen).as("what nobody published").isEmpty();
    portal.db().asOwner("alter table transparency_figure disable trigger user");
    portal
        .db()
        .asOwner(
            "update transparency_figure set numerator = 7 where measure = 'sent' and category = ''");
    portal.db().asOwner("alter table transparency_figure enable trigger user");
    Page preview = administrator.get(kept);
    assertThat(preview.text()).contains("Belum diterbitkan", "Item dikirim");
    String publish = kept + "/publication";
    assertThat(administrator.post(publish, preview.form(publish)).location()).isEqualTo(report);
    assertThat(administrator.post(publish, preview.form(publish)).location()).isEqualTo(report);

    Map<String, List<String>> again = preview.form(publish);
    again.put("act", List.of(given.act().toString()));
    assertThat(administrator.post(publish, again).status()).isEqualTo(409);
    for (String none : new String[] {"2026-H2", "2025-H2", "x"}) {
      assertThat(administrator.get("/administration/transparency/" + none).status())
          .as(none)
          .isEqualTo(404);
    }
    for (HalfYear refused : List.of(new HalfYear(2026, 2), new HalfYear(2025, 2))) {
      assertThatThrownBy(() -> publish(Role.ADMINISTRATOR, refused)).isInstanceOf(RuleBroken.class);
    }
    assertThatThrownBy(() -> publish(Role.OFFICER, new HalfYear(2026, 1)))
        .isInstanceOf(NotAllowed.class);
    assertThat(portal.db().rows("select body from event where kind = 'report.published'"))
        .singleElement()
        .asString()
        .contains("2026-H1");
    Page published = anybody.get(report);
    assertThat(published.document().select("main td").eachText())
        .isEqualTo(preview.document().select("main td").eachText());
    assertThat(published.text()).doesNotContain("PT Klip").contains("Diterbitkan 2 Jul 2026");
    assertThat(anybody.get("/transparency").document().select("main li a").text())
        .isEqualTo("Januari–Juni 2026");
    assertThat(anybody.get(report + "/report.csv").body())
        .as("what is kept is read, and nothing counted anew")
        .contains("2026-H1,sent,Item dikirim,,,,7,,,,,,")
        .doesNotContain("Klip");
  }

  @Test
  void of_two_who_count_a_half_year_at_once_one_does() {
    portal.clock().set(Instant.parse("2026-07-02T01:15:00Z"));
    Future<?>[] second = new Future<?>[1];
    given
        .db()
        .run(
            SystemViewer.AUDIT,
            tx -> {
              assertThat(new ReportStore().begin(tx, H1)).isTrue();
              second[0] = new Race(portal.db()).startSecond(this::countHalfYears);
              assertThat(second[0]).as("it waits").isNotDone();
            });
    Race.end(second[0]);
    assertThat(portal.db().rows("select half from transparency_count")).containsExactly("2026-H1");
    assertThat(portal.db().rows("select 1 from event where kind = 'report.counted'"))
        .as("it found it begun, and left it")
        .isEmpty();
  }

  private static final HalfYear H1 = new HalfYear(2026, 1);

  /** What the job does. */
  private void countHalfYears() {
    new CountHalfYears(given.db(), new Figures(), new RuleStore(), given.ledger(), given::act)
        .run();
  }

  private void publish(Role role, HalfYear half) {
    PublishReport publish = new PublishReport(new ReportStore(), given.ledger());
    given.db().run(given.person(given.ministry(), role), tx -> publish.run(tx, given.act(), half));
  }
}

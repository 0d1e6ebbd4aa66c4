package id.narahubung.status;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.accounts.Account;
import id.narahubung.figures.Week;
import id.narahubung.mail.Letter;
import id.narahubung.mail.MailStore;
import id.narahubung.mail.NewMail;
import id.narahubung.rules.RuleStore;
import id.narahubung.sheets.SheetFormat;
import id.narahubung.testing.Doors;
import id.narahubung.testing.Downloads;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.Http;
import id.narahubung.testing.Refused;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The weekly status over HTTP: who gets it, how it is read, and how it is had once more. */
final class StatusPagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private static final String RECIPIENTS = "/administration/status";

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);

  @Test
  void an_administrator_keeps_the_offices_that_get_the_ministrys_week() {
    Http administrator = visitors.signedIn(given.ministry(), Role.ADMINISTRATOR);
    assertThat(administrator.get(RECIPIENTS).text()).contains("Belum ada kantor");
    Map<String, String> typed =
        Map.of("office", "Kantor Menteri", "address", "kantor", "language", "en");
    Http.Page wrong = administrator.submit(RECIPIENTS + "/new", RECIPIENTS, typed);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text()).contains("Isi satu alamat surel");
    assertThat(wrong.form(RECIPIENTS))
        .containsEntry("office", List.of("Kantor Menteri"))
        .containsEntry("address", List.of("kantor"))
        .containsEntry("language", List.of("en"));
    Map<String, List<String>> good = wrong.form(RECIPIENTS);
    good.put("address", List.of("Kantor@kementerian.example"));
    assertThat(administrator.post(RECIPIENTS, good).status()).isEqualTo(303);
    assertThat(administrator.post(RECIPIENTS, good).status()).isEqualTo(303);
    assertThat(portal.db().rows("select body from event where kind = 'status.recipient_made'"))
        .containsExactly("{\"recipient\":1}");
    Http.Page taken =
        administrator.submit(
            RECIPIENTS + "/new",
            RECIPIENTS,
            Map.of("office", "Lain", "address", "kantor@KEMENTERIAN.example", "language", "id"));
    assertThat(taken.status()).isEqualTo(422);
    assertThat(taken.text()).contains("sudah terdaftar");

    Http.Page form = administrator.get(RECIPIENTS + "/1");
    Map<String, List<String>> ended = form.form(RECIPIENTS + "/1");
    ended.put("active", List.of("no"));
    assertThat(administrator.post(RECIPIENTS + "/1", ended).status()).isEqualTo(303);
    assertThat(administrator.get(RECIPIENTS).text())
        .contains("Kantor Menteri", "tidak dikirimi lagi");
    Map<String, List<String>> stale = form.form(RECIPIENTS + "/1");
    stale.put("office", List.of("Kantor lain"));
    stale.put("act", List.of(given.act().toString()));
    assertThat(administrator.post(RECIPIENTS + "/1", stale).status()).isEqualTo(409);
    assertThat(administrator.get(RECIPIENTS + "/2").status()).isEqualTo(404);
    assertThat(visitors.signedIn(given.ministry(), Role.OFFICER).get(RECIPIENTS).status())
        .isEqualTo(403);
  }

  @Test
  void a_mail_to_an_office_stands_among_the_others_and_one_click_ends_a_persons_status() {
    Http administrator = visitors.signedIn(given.ministry(), Role.ADMINISTRATOR);
    administrator.submit(
        RECIPIENTS + "/new",
        RECIPIENTS,
        Map.of("office", "Kantor Menteri", "address", "k@k.example", "language", "id"));
    Http me = visitors.signedIn(given.ministry(), Role.OFFICER);
    long officer = Long.parseLong(portal.db().rows("select max(id) from person").getFirst());
    mail(new NewMail.Addressee(1, true, Side.MINISTRY, given.ministry().id()), "");
    mail(new NewMail.Addressee(officer, Side.MINISTRY, given.ministry().id()), "t");
    assertThat(administrator.get("/administration/mail").text())
        .contains("Kantor Menteri <k@k.example>");

    Http stranger = portal.visitor();
    assertThat(stranger.get("/unsubscribe/t").text()).contains("Berhenti menerima status mingguan");
    Http.Page ended =
        stranger.send(
            "/unsubscribe/t",
            HttpRequest.newBuilder()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click")));
    assertThat(ended.text()).contains("Status mingguan tidak dikirim lagi");
    assertThat(portal.db().rows("select person_id, pace, weekly_status from notice_setting"))
        .containsExactly(officer + "|daily|f");
    Http.Page settings = me.get("/account/notices");
    assertThat(settings.form("/account/notices")).containsEntry("status", List.of("no"));
    me.submit(settings, "/account/notices", Map.of("status", "yes"));
    assertThat(portal.db().rows("select pace, weekly_status from notice_setting"))
        .containsExactly("daily|t");
  }

  private final Week week = Week.of("2026-W10");

  private Company klip;

  @BeforeEach
  void aCompany() {
    klip = given.company("Klip");
  }

  private final StatusDesk desk =
      new StatusDesk(
          given.db(),
          new RuleStore(),
          given.ledger(),
          new StatusDesk.Sending(
              new Messages(),
              URI.create("https://portal.example.go.id"),
              "portal.example.go.id",
              true,
              false,
              SendingTime.USUAL),
          given::act);

  /** What the job would do on the Monday morning after. */
  private void freezeAndTell(Week ended) {
    portal.clock().set(ended.to().plus(Duration.ofHours(7)));
    desk.freeze().one(ended);
    desk.tell().one(ended);
  }

  /** Somebody of each side, the company's first. */
  private record Both(Account lead, Account officer) {}

  private Both aWeekWithOrders() {
    Account lead = given.account(klip.organisation(), "lead@mail.example", Role.LEAD);
    Account officer = given.account(given.ministry(), "officer@mail.example", Role.OFFICER);
    given.request(klip).urgent().withItems(3).sent();
    freezeAndTell(week);
    return new Both(lead, officer);
  }

  private Http signedIn(Account account) {
    Http visitor = portal.visitor();
    visitor.carry("session", new Doors(given.db()).session(account.id()));
    return visitor;
  }

  @Test
  void both_sides_read_the_frozen_week_and_what_is_said_of_its_numbers_stands_beside_them() {
    Both both = aWeekWithOrders();
    Http lead = signedIn(both.lead());
    Http officer = signedIn(both.officer());
    assertThat(officer.get("/status").text()).contains("2026-W10", "1 merah");
    assertThat(lead.get("/status").text()).contains("2026-W10", "3 item mendesak lewat tenggat");
    Http.Page ministry = officer.get("/status/2026-W10");
    assertThat(ministry.text()).contains("PT Klip", "3 item mendesak lewat tenggat", "Segel data");
    String company = "/status/2026-W10/companies/" + klip.id();
    Http.Page ours = lead.get("/status/2026-W10");
    assertThat(ours.text()).contains("3 item terbuka, 3 di antaranya lewat tenggat");
    assertThat(officer.get(company).text())
        .contains("3 item terbuka, 3 di antaranya lewat tenggat");
    assertThat(ours.document().select("a[href^=/figures/rows?measure=open&company=]")).isNotEmpty();

    String remarks = company + "/remarks";
    String ask = remarks + "/new?measure=overdue";
    Http.Page empty = lead.submit(ask, remarks, Map.of("text", " "));
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.text()).contains("Tulis tanggapan Anda");
    assertThat(lead.submit(empty, remarks, Map.of("text", "Dua sudah dijawab.")).status())
        .isEqualTo(303);
    for (Http reader : List.of(lead, officer)) {
      assertThat(reader.get(company).document().select("tr:has(p.quoted)").text())
          .contains("Dua sudah dijawab.", "Perusahaan");
    }
    assertThat(portal.db().rows("select body from event where kind = 'status.remarked'"))
        .containsExactly("{\"measure\":\"overdue\",\"week\":\"2026-W10\"}");
    assertThat(portal.db().rows("select distinct side from notice where kind = 'status_remark'"))
        .containsOnly("ministry");
    assertThat(lead.get(remarks + "/new?measure=nothing").status()).isEqualTo(404);

    Http other = visitors.signedIn(given.company("Video").organisation(), Role.LEAD);
    assertThat(other.get(company).status()).isEqualTo(404);
    assertThat(other.get(ask).status()).isEqualTo(404);
    assertThat(visitors.post(other, remarks, Map.of("measure", "open", "text", "x")).status())
        .isEqualTo(404);
    assertThat(other.get("/status/2026-W10").status()).isEqualTo(404);
    assertThat(officer.get("/status/2026-W11").status()).isEqualTo(404);
    assertThat(officer.get("/status/now").text()).contains("masih berjalan", "PT Klip");
    assertThat(other.get("/status/now").text()).contains("masih berjalan").doesNotContain("Klip");

    for (SheetFormat format : SheetFormat.values()) {
      List<List<String>> rows = Downloads.rows(lead, ours, format);
      assertThat(rows).anyMatch(row -> row.contains("overdue_urgent") && row.contains("PT Klip"));
      assertThat(rows).noneMatch(row -> row.contains("PT Video"));
    }
    StatusColumns.areThere(lead, ours);
    theNextWeekTellsWhatWasSaid(both, company);
    Http administrator = visitors.signedIn(given.ministry(), Role.ADMINISTRATOR);
    assertThat(administrator.get("/status").status()).isEqualTo(403);
    Account auditor = given.account(given.ministry(), "auditor@mail.example", Role.AUDITOR);
    assertThat(signedIn(auditor).get("/status/now").text()).contains("PT Klip");
    portal
        .db()
        .asOwner(
            "update person_role set request_id = (select min(id) from request) where person_id = "
                + auditor.id());
    for (String path : List.of("/status/now", "/status/now/mail", "/status/2026-W10")) {
      assertThat(signedIn(auditor).get(path).status()).as(path).isEqualTo(404);
    }
  }

  /** To the other side, in mail, preview and page alike; and what is said later in the next. */
  private void theNextWeekTellsWhatWasSaid(Both both, String company) {
    String remarks = company + "/remarks";
    String ask = remarks + "/new?measure=open";
    Http officer = signedIn(both.officer());
    officer.submit(ask, remarks, Map.of("text", "Satu menunggu kami."));
    String[] said = {"Dua sudah dijawab.", "Satu menunggu kami.", "Baru dikatakan."};
    String ours = "PT Klip: Lewat tenggat, minggu 2026-W10";
    String theirs = "Tanggapan Kementerian atas angka";
    assertThat(officer.get("/status/now/mail/html").body()).contains(ours).doesNotContain(said);
    freezeAndTell(week.next());
    Http lead = signedIn(both.lead());
    officer = signedIn(both.officer());
    lead.submit(ask, remarks, Map.of("text", "Baru dikatakan."));
    List<String> mails =
        portal
            .db()
            .rows(
                "select c.html, c.text from mail m join mail_content c on c.mail_id = m.id join"
                    + " status_mail s on s.mail_id = m.id where s.week = '2026-W11' order by m.side");
    assertThat(mails.getFirst())
        .as("the company's")
        .containsSubsequence(theirs, "</html>", theirs, "Menunggu perusahaan, minggu 2026-W10")
        .doesNotContain(said);
    assertThat(mails.getLast())
        .as("the ministry's")
        .containsSubsequence(ours, "</html>", ours, "https://portal.example.go.id" + company)
        .doesNotContain(said)
        .doesNotContain(theirs);
    assertThat(officer.get("/status/2026-W11").text()).contains(ours).doesNotContain(theirs);
    assertThat(lead.get("/status/2026-W11").text()).contains(theirs).doesNotContain(ours);
    freezeAndTell(week.next().next());
    assertThat(signedIn(both.officer()).get("/status/2026-W12").text())
        .contains("PT Klip: Menunggu perusahaan, minggu 2026-W10")
        .doesNotContain(ours);
  }

  @Test
  void a_frozen_week_that_was_changed_is_found_at_night_and_named() {
    aWeekWithOrders();
    freezeAndTell(week.next());
    assertThat(desk.seals().run()).isEqualTo(new SealCheck.Result(2, List.of()));
    for (String[] each :
        new String[][] {
          {"figure", "numerator = numerator + 1", "numerator = numerator - 1", "week"},
          {"status_week", "late = not late", "late = not late", "code"},
          {
            "status_week",
            "frozen_at = frozen_at + " + DAY,
            "frozen_at = frozen_at - " + DAY,
            "code"
          },
          {
            "status_week",
            "measures = array_remove(measures, 'sent')",
            "measures = measures || '{sent}'",
            "code"
          },
          {"status_seal", FLIPPED, FLIPPED, "week"},
          {"status_company", "body = '{}', sha256 = sha256('{}')", "side = side", "week"},
        }) {
      change(each[0], each[1], each[3]);
      assertThat(desk.seals().run().weeks()).as(each[0]).containsExactly("2026-W10");
      change(each[0], each[2], each[3]);
    }
    assertThat(
            portal.db().rows("select body from event where kind = 'seals.differ' order by id desc"))
        .hasSize(6)
        .first()
        .isEqualTo("{\"checked\":2,\"week_count\":1,\"weeks\":[\"2026-W10\"]}");
  }

  @Test
  void a_week_that_was_sealed_by_an_older_formula_is_looked_at_by_that() {
    aWeekWithOrders();
    change("status_seal", "version = 1, sha256 = status_digest(week, 1::smallint)", "week");
    assertThat(desk.seals().run().isGood()).isTrue();
    change("status_week", "measures = array_remove(measures, 'sent')", "code");
    assertThat(desk.seals().run().isGood()).as("which did not hold what was counted").isTrue();
    change("figure", "numerator = numerator + 1", "week");
    assertThat(desk.seals().run().weeks()).containsExactly("2026-W10");
  }

  private static final String DAY = "interval '1 day'";
  private static final String FLIPPED = "sha256 = set_byte(sha256, 0, 255 - get_byte(sha256, 0))";

  /** As somebody does who owns the tables. */
  private static void change(String table, String change, String week) {
    portal.db().asOwner("alter table %s disable trigger user".formatted(table));
    portal.db().asOwner("update %s set %s where %s = '2026-W10'".formatted(table, change, week));
    portal.db().asOwner("alter table %s enable trigger user".formatted(table));
  }

  @Test
  void ones_own_mail_is_shown_as_it_was_sent_and_goes_once_more_at_a_word() {
    Http lead = signedIn(aWeekWithOrders().lead());
    String path = "/status/2026-W10/mail";
    String stored =
        portal
            .db()
            .rows(
                "select c.html from mail m join mail_content c on c.mail_id = m.id where m.kind ="
                    + " 'status' and m.side = 'company'")
            .getFirst();
    assertThat(lead.get(path + "/html").body()).isEqualTo(stored);
    Http.Page page = lead.get(path);
    assertThat(page.text()).contains("persis seperti dikirim", "menunggu");
    Http.Page waits = visitors.post(lead, path + "/sending", Map.of());
    assertThat(waits.status()).isEqualTo(409);
    assertThat(waits.text()).contains("masih menunggu dikirim");
    portal
        .db()
        .asOwner(
            "insert into mail_attempt (mail_id, number, began_at) select id, 1, made_at from mail");
    portal
        .db()
        .asOwner(
            "insert into mail_attempt_end (mail_id, number, outcome, code, reply, ended_at) select"
                + " mail_id, 1, 'failed', 451, 'mx3.kementerian.example', began_at from"
                + " mail_attempt");
    assertThat(lead.get(path).text()).contains("451").doesNotContain("mx3");
    Refused.byTheWall(
        "mail_attempt_end",
        () ->
            given.as(
                given.responder(klip), tx -> tx.sql().fetch("select reply from mail_attempt_end")));
    portal.db().asOwner("update mail set state = 'sent', next_at = null, sent_at = made_at");
    Map<String, List<String>> form = lead.get(path).form(path + "/sending");
    assertThat(lead.post(path + "/sending", form).status()).isEqualTo(303);
    assertThat(lead.post(path + "/sending", form).status()).isEqualTo(303);
    assertThat(
            portal
                .db()
                .rows("select distinct side, state from mail where kind = 'status' order by side"))
        .containsExactly("company|waiting", "ministry|sent");
    assertThat(
            portal
                .db()
                .rows("select company_id, side from event where kind = 'status.asked_again'"))
        .containsExactly(klip.id() + "|company");
    assertThat(lead.get(path + "/html").body()).isEqualTo(stored);

    Http late = visitors.signedIn(klip.organisation(), Role.VIEWER);
    assertThat(late.get(path).text()).contains("tidak menerima surel");
    assertThat(visitors.post(late, path + "/sending", Map.of()).status()).isEqualTo(404);
    assertThat(late.get("/status/now/mail").text()).contains("bila minggu berakhir sekarang");
    assertThat(late.get("/status/now/mail/html").body()).contains("Yang perlu dikerjakan sekarang");
  }

  private void mail(NewMail.Addressee to, String token) {
    given.as(
        SystemViewer.MAIL,
        tx ->
            new MailStore()
                .insert(
                    tx,
                    new NewMail(
                        to,
                        NewMail.Kind.STATUS,
                        false,
                        false,
                        Optional.empty(),
                        Optional.of(token).filter(each -> !each.isEmpty()),
                        new Letter(Language.ID, "Status mingguan", "<p>Isi</p>", "Isi")),
                    "<of" + to.id() + to.outside() + "@kementerian.example>",
                    false));
  }
}

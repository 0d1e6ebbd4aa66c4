package id.narahubung.mail;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.sheets.SheetFormat;
import id.narahubung.testing.Downloads;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.Http;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import id.narahubung.text.Language;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Outgoing mail, jobs, and how one hears of things, over HTTP. */
final class MailPagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private PersonViewer responder;
  private Http administrator;

  @BeforeEach
  void anAdministrator() {
    klip = given.company("Klip");
    responder = given.responder(klip);
    administrator = visitors.signedIn(given.ministry(), Role.ADMINISTRATOR);
  }

  @Test
  void an_administrator_sees_a_mail_behind_glass_and_sends_it_again_once() {
    long mail = kept(false, Optional.empty());
    assertThat(administrator.get("/administration/mail?state=kept").text())
        .contains("PA-2026-000001: perintah baru", "SMTP_HOST");
    Http.Page page = administrator.get("/administration/mail/" + mail);
    assertThat(page.text()).contains("Isi polos");
    assertThat(page.header("Content-Security-Policy")).endsWith("frame-src 'self'");
    assertThat(page.document().select("iframe[sandbox='']").attr("src"))
        .isEqualTo("/administration/mail/" + mail + "/html");
    Http.Page html = administrator.get("/administration/mail/" + mail + "/html");
    assertThat(html.body()).isEqualTo("<p>Isi kaya</p>");
    assertThat(html.header("Content-Security-Policy"))
        .startsWith("default-src 'none'")
        .endsWith("sandbox");

    String again = "/administration/mail/" + mail + "/sending";
    Map<String, List<String>> form = page.form(again);
    assertThat(administrator.post(again, form).status()).isEqualTo(303);
    assertThat(administrator.post(again, form).status()).isEqualTo(303);
    assertThat(portal.db().rows("select state from mail")).containsExactly("waiting");
    assertThat(portal.db().rows("select body from event where kind = 'mail.sent_again'"))
        .containsExactly("{\"mail\":" + mail + "}");
    portal.db().asOwner("update person set active = false where id = " + responder.personId());
    Http.Page closed = visitors.post(administrator, again, Map.of());
    assertThat(closed.status()).isEqualTo(409);
    assertThat(closed.text()).contains("Akun penerima sudah ditutup");
    portal.db().asOwner("update mail set state = 'sent', next_at = null, sent_at = made_at");
    assertThat(visitors.post(administrator, again, Map.of()).status()).isEqualTo(409);
    assertThat(administrator.get("/administration/mail?state=parked").text())
        .contains("Tidak ada surel di sini");
    assertThat(administrator.get("/administration/mail/x").status()).isEqualTo(400);
    assertThat(administrator.get("/administration/mail/99").status()).isEqualTo(404);
  }

  @Test
  void all_that_are_parked_are_sent_again_at_one_word_that_is_asked_for() {
    String all = "/administration/mail/parked/sending";
    String list = "/administration/mail";
    assertThat(administrator.get(list).document().select("a[href=" + all + "]")).isEmpty();
    assertThat(visitors.post(administrator, all, Map.of()).text()).contains("Tidak ada surel");
    for (int n = 0; n < 3; n++) {
      kept(false, Optional.empty(), "<parked-" + n + "@kementerian.example>");
    }
    portal.db().asOwner("update mail set state = 'parked' where id > 1");
    assertThat(administrator.get(list).document().select("a[href=" + all + "]")).hasSize(1);
    Http.Page asked = administrator.get(all);
    assertThat(asked.text()).contains("2 surel ditahan");
    Map<String, List<String>> form = asked.form(all);
    assertThat(administrator.post(all, form).status()).isEqualTo(303);
    assertThat(administrator.post(all, form).status()).isEqualTo(303);
    assertThat(portal.db().rows("select state from mail order by id"))
        .containsExactly("kept", "waiting", "waiting");
    assertThat(portal.db().rows("select body from event where kind = 'mail.sent_again'"))
        .containsExactly("{\"mails\":2}");
    assertThat(visitors.post(administrator, all, Map.of()).status()).isEqualTo(409);
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    assertThat(visitors.post(officer, all, Map.of()).status()).isEqualTo(403);
  }

  @Test
  void the_list_is_written_as_it_is_narrowed_and_what_is_closed_stays_so() {
    String list = "/administration/mail";
    assertThat(administrator.get(list).document().select("a[href^=/exports/]")).isEmpty();
    for (int n = 0; n < 51; n++) {
      kept(n == 50, Optional.empty(), "<listed-" + n + "@kementerian.example>");
    }
    portal.db().asOwner("update mail set state = 'parked' where id > 1");
    for (SheetFormat format : SheetFormat.values()) {
      List<List<String>> rows =
          Downloads.rows(administrator, administrator.get(list + "?state=parked"), format);
      assertThat(rows).hasSize(50);
      assertThat(rows.getFirst())
          .contains("ditahan")
          .doesNotContain("PA-2026-000001: perintah baru");
      assertThat(rows.getLast())
          .contains(
              "PA-2026-000001: perintah baru", "PT Klip", "ditahan", "2026-03-02T08:15:00+07:00");
      assertThat(Downloads.rows(administrator, administrator.get(list), format))
          .as("more than a page")
          .hasSize(51);
    }
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    assertThat(officer.get("/exports/mail?format=csv").status()).isEqualTo(403);
  }

  @Test
  void what_a_company_keeps_to_itself_stays_closed_to_the_administrator() {
    long mail = kept(true, Optional.empty());
    assertThat(administrator.get("/administration/mail/" + mail).text())
        .contains("hanya untuk perusahaan")
        .doesNotContain("Isi polos", "perintah baru");
    assertThat(administrator.get("/administration/mail/" + mail + "/html").status()).isEqualTo(404);
  }

  @Test
  void what_was_forgotten_is_said_to_be_and_not_sent_again() {
    long mail = kept(false, Optional.empty());
    portal.db().asOwner("update mail_content set subject = '', html = '', text = ''");
    portal.db().asOwner("update mail set state = 'dropped'");
    Http.Page page = administrator.get("/administration/mail/" + mail);
    assertThat(page.text()).contains("(dihapus: kategori terbatas)", "dibatalkan", "disusun ulang");
    assertThat(page.document().select("iframe, form[action$=sending]")).isEmpty();
    Http.Page refused =
        visitors.post(administrator, "/administration/mail/" + mail + "/sending", Map.of());
    assertThat(refused.status()).isEqualTo(409);
  }

  @Test
  void jobs_are_listed_with_their_runs() {
    portal
        .db()
        .asOwner(
            "insert into scheduled_tasks (task_name, task_instance, execution_time, picked,"
                + " version, last_failure, consecutive_failures) values ('standing-check',"
                + " 'recurring', '2026-03-03', false, 1, '2026-03-01', 2) on conflict (task_name,"
                + " task_instance) do update set last_failure = '2026-03-01',"
                + " consecutive_failures = 2");
    assertThat(administrator.get("/administration/jobs").text())
        .contains("standing-check", "gagal 2 kali berturut-turut", "Tidak ada surel yang menunggu");
    portal
        .db()
        .asOwner(
            "insert into scheduled_tasks (task_name, task_instance, execution_time, picked,"
                + " picked_by, last_heartbeat, version) values ('of-a-killed-instance', 'recurring',"
                + " '2026-01-01', true, 'killed', '2026-01-01', 1)");
    assertThat(
            administrator
                .get("/administration/jobs")
                .document()
                .select("tr:contains(of-a-killed-instance)")
                .text())
        .contains("terhenti")
        .doesNotContain("sedang berjalan");
    portal.db().asOwner("delete from scheduled_tasks where task_name = 'of-a-killed-instance'");
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    assertThat(officer.get("/administration/jobs").status()).isEqualTo(403);
    assertThat(officer.get("/administration/mail").status()).isEqualTo(403);
  }

  @Test
  void one_chooses_the_pace_and_quiet_hours_and_keeps_what_was_typed_wrong() {
    Http me = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    assertThat(me.get("/account").text()).contains("Atur surel");
    Http.Page wrong =
        me.submit(
            "/account/notices",
            "/account/notices",
            Map.of("pace", "weekly", "quiet_from", "22:00"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.form("/account/notices"))
        .containsEntry("pace", List.of("weekly"))
        .containsEntry("quiet_from", List.of("22:00"));
    Map<String, String> good =
        Map.of("pace", "weekly", "quiet_from", "22:00", "quiet_until", "06:00");
    assertThat(me.submit(wrong, "/account/notices", good).status()).isEqualTo(303);
    assertThat(me.get("/account/notices").form("/account/notices"))
        .containsEntry("pace", List.of("weekly"))
        .containsEntry("quiet_until", List.of("06:00"));
    Map<String, String> same =
        Map.of("pace", "daily", "quiet_from", "22:00", "quiet_until", "22:00");
    assertThat(me.submit("/account/notices", "/account/notices", same).status()).isEqualTo(422);
  }

  @Test
  void a_mail_program_ends_the_news_with_one_click_and_a_look_alone_ends_nothing() {
    kept(false, Optional.of("abc"));
    Http stranger = portal.visitor();
    assertThat(stranger.get("/unsubscribe/abc").status()).isEqualTo(200);
    assertThat(portal.db().rows("select 1 from notice_setting")).isEmpty();
    assertThat(stranger.get("/unsubscribe/xyz").status()).isEqualTo(404);
    Http.Page done =
        stranger.send(
            "/unsubscribe/abc",
            HttpRequest.newBuilder()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click")));
    assertThat(done.status()).isEqualTo(200);
    assertThat(portal.db().rows("select person_id, pace from notice_setting"))
        .containsExactly(responder.personId() + "|never");
  }

  private long kept(boolean own, Optional<String> unsubscribe) {
    return kept(own, unsubscribe, "<kept@kementerian.example>");
  }

  private long kept(boolean own, Optional<String> unsubscribe, String messageId) {
    return given.as(
        SystemViewer.MAIL,
        tx ->
            new MailStore()
                .insert(
                    tx,
                    new NewMail(
                        new NewMail.Addressee(responder.personId(), Side.COMPANY, klip.id()),
                        unsubscribe.isPresent() ? NewMail.Kind.DAILY : NewMail.Kind.NOTICES,
                        own,
                        false,
                        Optional.empty(),
                        unsubscribe,
                        new Letter(
                            Language.ID,
                            "PA-2026-000001: perintah baru",
                            "<p>Isi kaya</p>",
                            "Isi polos")),
                    messageId,
                    false));
  }
}

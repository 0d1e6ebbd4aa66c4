package id.narahubung.status;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.mail.Letter;
import id.narahubung.mail.MailStore;
import id.narahubung.mail.NewMail;
import id.narahubung.testing.Given;
import id.narahubung.testing.Http;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import id.narahubung.text.Language;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

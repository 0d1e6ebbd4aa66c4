package id.narahubung.mail;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Login;
import id.narahubung.mail.MailSettings.Server;
import id.narahubung.mail.MailSettings.Tls;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.TestDatabase;
import id.narahubung.text.Language;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The worker of a portal that is a process of its own, ended by SIGKILL at the worst moment. */
final class KilledWorkerTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final String FROM = "narahubung@kementerian.example";

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final MailStore mails = new MailStore();
  private final CountDownLatch held = new CountDownLatch(1);

  @TempDir Path folder;

  @Test
  void killed_between_the_servers_yes_and_our_commit_it_leaves_the_mail_to_be_sent_once_more()
      throws Exception {
    PersonViewer person = given.person(given.ministry(), Role.OFFICER);
    for (String name : List.of("<first@kementerian.example>", "<next@kementerian.example>")) {
      given.as(
          SystemViewer.MAIL,
          tx -> mails.insert(tx, mail(person, name.replaceAll("\\W", "")), name, true));
    }
    db.asOwner("update mail set next_at = '2020-01-01'");
    try (Connection test = TestDatabase.connect(db.owner());
        SmtpStub stub = new SmtpStub(null)) {
      test.setAutoCommit(false);
      // By the time the server says yes, nothing can be noted of this mail any more.
      stub.beforeItsFirstYes(() -> hold(test));
      Process portal = serve(stub.port());
      String backend;
      try {
        assertThat(held.await(60, SECONDS)).as("the worker came with the mail").isTrue();
        backend = whoWaits(portal);
      } finally {
        portal.destroyForcibly().waitFor();
      }
      test.rollback();
      untilGone(backend);
      assertThat(stub.messages()).hasSize(1);
      assertThat(db.rows("select state from mail")).containsOnly("waiting");

      SendMail another = worker(stub.port());
      clock.set(claimedUntil("- interval '1 second'"));
      another.run();
      assertThat(stub.messages()).as("while the claim runs, the next alone").hasSize(2);
      clock.set(claimedUntil("+ interval '1 second'"));
      another.run();
      another.run();
      assertThat(stub.messages()).hasSize(3);
      assertThat(stub.messages().stream().filter(each -> each.contains("<first@"))).hasSize(2);
      assertThat(stub.messages().stream().filter(each -> each.contains("<next@"))).hasSize(1);
      assertThat(db.rows("select state, attempts from mail order by id"))
          .containsExactly("sent|2", "sent|1");
    }
  }

  private void hold(Connection test) {
    try (Statement statement = test.createStatement()) {
      statement.execute("select 1 from mail order by id limit 1 for update");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    held.countDown();
  }

  /** The connection on which the worker waits to note that the mail was sent. */
  private static String whoWaits(Process portal) {
    List<String> waiting = List.of();
    while (waiting.isEmpty() && portal.isAlive()) {
      waiting =
          db.rows(
              "select l.pid from pg_locks l join pg_stat_activity a using (pid) where not l.granted"
                  + " and a.datname = current_database()");
    }
    return waiting.getFirst();
  }

  private static void untilGone(String backend) {
    String there = "select 1 from pg_stat_activity where pid = " + backend;
    while (!db.rows(there).isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private static String claimedUntil(String later) {
    return db.rows(
            "select to_char((claimed_until "
                + later
                + ") at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from mail"
                + " where claimed_until is not null")
        .getFirst();
  }

  private Process serve(int smtp) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "id.narahubung.Main",
            "serve");
    Login login = db.serving();
    Map<String, String> environment = builder.environment();
    environment
        .keySet()
        .removeIf(name -> name.matches("(DATABASE|MIGRATE|SMTP|MAIL|TRUSTED|PUBLIC).*"));
    environment.putAll(
        Map.of(
            "PORT",
            "0",
            "DATA",
            folder.toString(),
            "DATABASE_URL",
            login.url(),
            "DATABASE_USER",
            login.user(),
            "DATABASE_PASSWORD",
            login.password(),
            "DATABASE_POOL",
            "2",
            "SMTP_HOST",
            "localhost",
            "SMTP_PORT",
            Integer.toString(smtp),
            "SMTP_TLS",
            "none",
            "MAIL_FROM",
            FROM));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("portal.log").toFile())
        .start();
  }

  private SendMail worker(int port) {
    Server server = new Server("localhost", port, Tls.NONE, Optional.empty(), Optional.empty());
    MailSettings settings =
        new MailSettings(Optional.of(server), FROM, Optional.empty(), Optional.empty());
    URI address = URI.create("https://portal.example.go.id");
    return new SendMail(
        given.db(), mails, new Postman(server, settings, address, "Narahubung"), clock);
  }

  /** Of a week, as everybody gets one on a Monday. */
  private static NewMail mail(PersonViewer person, String token) {
    return new NewMail(
        new NewMail.Addressee(person.personId(), Side.MINISTRY, person.organisationId()),
        NewMail.Kind.STATUS,
        false,
        false,
        Optional.empty(),
        Optional.of(token),
        new Letter(Language.ID, "PA-2026-000001: perintah baru", "<p>Isi</p>", "Isi"));
  }
}

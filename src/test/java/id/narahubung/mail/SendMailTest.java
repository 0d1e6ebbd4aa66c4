package id.narahubung.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.mail.MailSettings.Account;
import id.narahubung.mail.MailSettings.Server;
import id.narahubung.mail.MailSettings.Tls;
import id.narahubung.mail.SmtpStub.Manner;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Race;
import id.narahubung.testing.TestDatabase;
import id.narahubung.text.Language;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The worker against servers: one that is real, and one that misbehaves as told. */
final class SendMailTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final URI PORTAL = URI.create("https://portal.example.go.id");
  private static final String FROM = "narahubung@kementerian.example";

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final MailStore mails = new MailStore();
  private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private PersonViewer person;
  private int serial;

  @TempDir Path folder;

  @BeforeEach
  void aServerAndSomebodyWithMail() {
    server.start();
    person = given.person(given.ministry(), Role.OFFICER);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void a_mail_reaches_the_server_under_the_name_of_its_row() throws Exception {
    long request = given.request(given.company("Klip")).drafted();
    long mail = mail(false, Optional.of(request), Optional.empty());
    worker(to(server)).run();
    MimeMessage message = server.getReceivedMessages()[0];
    assertThat(message.getMessageID()).isEqualTo(messageId(mail));
    assertThat(message.getSubject()).isEqualTo("PA-2026-000001: perintah baru – tenggat");
    assertThat(message.getFrom()[0]).hasToString("Narahubung <" + FROM + ">");
    assertThat(header(message, "Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(header(message, "References"))
        .isEqualTo("<request-" + request + "@kementerian.example>");
    assertThat(header(message, "In-Reply-To"))
        .isEqualTo("<request-" + request + "@kementerian.example>");
    assertThat(header(message, "List-Unsubscribe")).isEmpty();
    assertThat(header(message, "DKIM-Signature")).isEmpty();
    assertThat(parts(message))
        .containsExactly("text/plain Isi – teks", "text/html <p>Isi – html</p>");
    assertThat(attempts(mail)).containsExactly("1|sent|250");
    assertThat(state(mail)).isEqualTo("sent");
    worker(to(server)).run();
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void news_says_how_to_end_it_and_a_key_signs() throws Exception {
    mail(false, Optional.empty(), Optional.of("abc-123"));
    MailSettings.Dkim dkim =
        new MailSettings.Dkim(MailSettings.Dkim.key(key()).orElseThrow(), "s1");
    MailSettings signed =
        new MailSettings(Optional.of(plain(server.getSmtp().getPort())), FROM, Optional.of(dkim));
    worker(signed).run();
    MimeMessage message = server.getReceivedMessages()[0];
    assertThat(header(message, "List-Unsubscribe"))
        .isEqualTo("<https://portal.example.go.id/unsubscribe/abc-123>");
    assertThat(header(message, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    assertThat(header(message, "DKIM-Signature"))
        .contains("d=kementerian.example", "s=s1", "Message-ID");
  }

  @Test
  void urgent_mails_go_first() throws Exception {
    long first = mail(false, Optional.empty(), Optional.empty());
    long urgent = mail(true, Optional.empty(), Optional.empty());
    worker(to(server)).run();
    assertThat(Arrays.stream(server.getReceivedMessages()).map(SendMailTest::id))
        .containsExactly(messageId(urgent), messageId(first));
  }

  @Test
  void it_speaks_tls_to_a_certificate_it_was_told_to_trust_and_to_no_other() throws Exception {
    Certificate certificate = Certificate.make(folder);
    long mail = mail(false, Optional.empty(), Optional.empty());
    try (SmtpStub stub = new SmtpStub(certificate.context())) {
      worker(settings(stub.port(), Tls.STARTTLS, Optional.empty(), Optional.empty())).run();
      assertThat(stub.messages()).isEmpty();
      clock.advance(Duration.ofMinutes(1));
      worker(settings(stub.port(), Tls.STARTTLS, Optional.empty(), Optional.of(certificate.pem())))
          .run();
      assertThat(stub.messages()).hasSize(1);
      assertThat(stub.wasEncrypted()).isTrue();
    }
    assertThat(state(mail)).isEqualTo("sent");
  }

  @Test
  void it_speaks_tls_from_the_first_byte() throws Exception {
    Certificate certificate = Certificate.make(folder);
    System.setProperty("greenmail.tls.keystore.file", certificate.store().toString());
    System.setProperty("greenmail.tls.keystore.password", "changeit");
    GreenMail encrypted = new GreenMail(ServerSetup.SMTPS.dynamicPort());
    encrypted.start();
    try {
      mail(false, Optional.empty(), Optional.empty());
      int port = encrypted.getSmtps().getPort();
      worker(settings(port, Tls.TLS, Optional.empty(), Optional.of(certificate.pem()))).run();
      assertThat(encrypted.getReceivedMessages()).hasSize(1);
    } finally {
      encrypted.stop();
      System.clearProperty("greenmail.tls.keystore.file");
      System.clearProperty("greenmail.tls.keystore.password");
    }
  }

  @Test
  void nothing_is_said_in_the_clear_where_encryption_is_asked_for() {
    long mail = mail(false, Optional.empty(), Optional.empty());
    worker(settings(server.getSmtp().getPort(), Tls.STARTTLS, Optional.empty(), Optional.empty()))
        .run();
    assertThat(server.getReceivedMessages()).isEmpty();
    assertThat(state(mail)).isEqualTo("waiting");
  }

  @Test
  void a_server_that_is_away_or_unwell_is_asked_again_after_growing_pauses() throws Exception {
    long mail = mail(false, Optional.empty(), Optional.empty());
    mail(false, Optional.empty(), Optional.empty());
    worker(settings(closedPort(), Tls.NONE, Optional.empty(), Optional.empty())).run();
    assertThat(attempts(mail)).containsExactly("1|failed|0");
    assertThat(db.rows("select 1 from mail_attempt")).as("the others rest with it").hasSize(1);
    db.asOwner("update mail set next_at = next_at + interval '1 day' where id <> " + mail);
    try (SmtpStub stub = new SmtpStub(null, Manner.BUSY, Manner.DROPS, Manner.STALLS)) {
      SendMail worker = worker(settings(stub.port(), Tls.NONE, Optional.empty(), Optional.empty()));
      worker.run();
      assertThat(attempts(mail)).as("it rests").hasSize(1);
      for (int minutes : new int[] {1, 3, 10}) {
        clock.advance(Duration.ofMinutes(minutes).minusSeconds(1));
        worker.run();
        clock.advance(Duration.ofSeconds(1));
        worker.run();
      }
      assertThat(attempts(mail))
          .containsExactly("1|failed|0", "2|failed|451", "3|failed|0", "4|failed|0");
      assertThat(stub.messages()).isEmpty();
      clock.advance(Duration.ofMinutes(30));
      worker.run();
      assertThat(stub.messages()).hasSize(1).first().asString().contains(messageId(mail));
    }
    assertThat(state(mail)).isEqualTo("sent");
  }

  @Test
  void what_a_server_refuses_for_good_is_parked_and_the_next_goes() {
    long refused = mail(false, Optional.empty(), Optional.empty());
    long next = mail(false, Optional.empty(), Optional.empty());
    try (SmtpStub stub = new SmtpStub(null, Manner.REFUSES)) {
      worker(settings(stub.port(), Tls.NONE, Optional.empty(), Optional.empty())).run();
    }
    assertThat(state(refused)).isEqualTo("parked");
    assertThat(attempts(refused)).containsExactly("1|refused|550");
    assertThat(state(next)).isEqualTo("sent");
  }

  @Test
  void a_wrong_password_parks_nothing() {
    long mail = mail(false, Optional.empty(), Optional.empty());
    try (SmtpStub stub = new SmtpStub(null, Manner.ASKS_WHO)) {
      Optional<Account> account = Optional.of(new Account("portal", "salah"));
      worker(settings(stub.port(), Tls.NONE, account, Optional.empty())).run();
    }
    assertThat(state(mail)).isEqualTo("waiting");
  }

  @Test
  void two_days_in_vain_park_it() {
    long mail = mail(false, Optional.empty(), Optional.empty());
    int attempts = 0;
    for (Optional<Duration> pause = Retry.after(++attempts);
        pause.isPresent();
        pause = Retry.after(++attempts)) {
      assertThat(pause.get()).isGreaterThan(attempts == 1 ? Duration.ZERO : before(attempts));
    }
    Outgoing last = outgoing(mail, attempts);
    given
        .db()
        .run(
            SystemViewer.MAIL,
            tx -> {
              db.asOwner(
                  "insert into mail_attempt values ("
                      + mail
                      + ", "
                      + last.attempt()
                      + ", '2026-03-02')");
              mails.record(tx, last, new Delivery(Delivery.Outcome.FAILED, 451, "later"));
            });
    assertThat(state(mail)).isEqualTo("parked");
  }

  @Test
  void killed_between_the_servers_yes_and_ours_it_is_sent_once_more_under_the_same_name() {
    long mail = mail(false, Optional.empty(), Optional.empty());
    Outgoing claimed = worker(to(server)).claim().orElseThrow();
    assertThat(postman(to(server)).deliver(claimed).outcome()).isEqualTo(Delivery.Outcome.SENT);
    // Here the worker dies; another one waits until its claim has run out.
    worker(to(server)).run();
    assertThat(server.getReceivedMessages()).hasSize(1);
    clock.advance(Duration.ofMinutes(5));
    worker(to(server)).run();
    worker(to(server)).run();
    assertThat(Arrays.stream(server.getReceivedMessages()).map(SendMailTest::id))
        .containsExactly(messageId(mail), messageId(mail));
    assertThat(attempts(mail)).containsExactly("1||", "2|sent|250");
  }

  @Test
  void two_workers_at_once_send_each_mail_once() {
    for (int n = 0; n < 8; n++) {
      mail(false, Optional.empty(), Optional.empty());
    }
    SendMail worker = worker(to(server));
    Race.atOnce(worker::run, worker::run);
    assertThat(Arrays.stream(server.getReceivedMessages()).map(SendMailTest::id))
        .hasSize(8)
        .doesNotHaveDuplicates();
  }

  @Test
  void what_was_only_kept_is_never_sent_by_itself() {
    long mail =
        given.as(SystemViewer.MAIL, tx -> mails.insert(tx, newMail(false), "<kept@x>", false));
    worker(to(server)).run();
    assertThat(server.getReceivedMessages()).isEmpty();
    assertThat(state(mail)).isEqualTo("kept");
  }

  private static Duration before(int attempts) {
    return Retry.after(attempts - 1).orElseThrow();
  }

  private long mail(boolean urgent, Optional<Long> request, Optional<String> unsubscribe) {
    String name = "<mail-" + ++serial + "@kementerian.example>";
    return given.as(
        SystemViewer.MAIL,
        tx -> {
          NewMail plain = newMail(urgent);
          return mails.insert(
              tx,
              new NewMail(
                  plain.to(),
                  unsubscribe.isPresent() ? NewMail.Kind.DAILY : NewMail.Kind.NOTICES,
                  false,
                  urgent,
                  request,
                  unsubscribe,
                  plain.letter()),
              name,
              true);
        });
  }

  private NewMail newMail(boolean urgent) {
    return new NewMail(
        new NewMail.Addressee(person.personId(), Side.MINISTRY, person.organisationId()),
        NewMail.Kind.NOTICES,
        false,
        urgent,
        Optional.empty(),
        Optional.empty(),
        new Letter(
            Language.ID,
            "PA-2026-000001: perintah baru – tenggat",
            "<p>Isi – html</p>",
            "Isi – teks"));
  }

  private Outgoing outgoing(long mail, int attempt) {
    return new Outgoing(
        mail,
        attempt,
        messageId(mail),
        "Nama",
        "nama@mail.example",
        Optional.empty(),
        Optional.empty(),
        newMail(false).letter());
  }

  private SendMail worker(MailSettings settings) {
    return new SendMail(given.db(), mails, postman(settings), clock);
  }

  private static Postman postman(MailSettings settings) {
    return new Postman(settings.server().orElseThrow(), settings, PORTAL, "Narahubung", "2000");
  }

  private static MailSettings to(GreenMail server) {
    return new MailSettings(Optional.of(plain(server.getSmtp().getPort())), FROM, Optional.empty());
  }

  private static Server plain(int port) {
    return new Server("localhost", port, Tls.NONE, Optional.empty(), Optional.empty());
  }

  private static MailSettings settings(
      int port, Tls tls, Optional<Account> account, Optional<Path> trusted) {
    return new MailSettings(
        Optional.of(new Server("localhost", port, tls, account, trusted)), FROM, Optional.empty());
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Path key() throws IOException, NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    String body =
        Base64.getMimeEncoder()
            .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
    return Files.writeString(
        folder.resolve("dkim.pem"),
        "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
  }

  private static String messageId(long mail) {
    return db.rows("select message_id from mail where id = " + mail).getFirst();
  }

  private static String state(long mail) {
    return db.rows("select state from mail where id = " + mail).getFirst();
  }

  private static List<String> attempts(long mail) {
    return db.rows(
        "select a.number, e.outcome, e.code from mail_attempt a left join mail_attempt_end e"
            + " using (mail_id, number) where mail_id = "
            + mail
            + " order by 1");
  }

  private static String id(MimeMessage message) {
    try {
      return message.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String header(MimeMessage message, String name) throws MessagingException {
    String[] values = message.getHeader(name);
    return values == null ? "" : String.join("", values);
  }

  private static List<String> parts(MimeMessage message) throws Exception {
    MimeMultipart parts = (MimeMultipart) message.getContent();
    while (parts.getBodyPart(0).getContent() instanceof MimeMultipart inner) {
      parts = inner;
    }
    return List.of(part(parts, 0), part(parts, 1));
  }

  private static String part(MimeMultipart parts, int index) throws Exception {
    String type =
        parts
            .getBodyPart(index)
            .getContentType()
            .split(";", 2)[0]
            .toLowerCase(java.util.Locale.ROOT);
    return type + " " + parts.getBodyPart(index).getContent().toString().strip();
  }
}

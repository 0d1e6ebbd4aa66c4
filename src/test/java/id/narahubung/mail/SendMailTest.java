package id.narahubung.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.mail.Delivery.Reached;
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
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jooq.exception.DataAccessException;
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
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    MailSettings.Dkim dkim =
        new MailSettings.Dkim(MailSettings.Dkim.key(key(pair)).orElseThrow(), "s1");
    try (SmtpStub stub = new SmtpStub(null)) {
      worker(
              new MailSettings(
                  Optional.of(plain(stub.port())), FROM, Optional.empty(), Optional.of(dkim)))
          .run();
      String message = stub.messages().getFirst();
      assertThat(message)
          .contains(
              "List-Unsubscribe: <https://portal.example.go.id/unsubscribe/abc-123>\n",
              "List-Unsubscribe-Post: List-Unsubscribe=One-Click\n");
      DkimCheck check = new DkimCheck(message);
      assertThat(check.tag("d") + " " + check.tag("s")).isEqualTo("kementerian.example s1");
      assertThat(check.signed())
          .contains("from", "message-id", "list-unsubscribe", "list-unsubscribe-post");
      assertThat(check.isSignedBy(pair.getPublic())).isTrue();
      assertThat(
              new DkimCheck(message.replace("One-Click", "Two-Click")).isSignedBy(pair.getPublic()))
          .isFalse();
    }
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
    try (SmtpStub stub = new SmtpStub(null, Manner.BUSY, Manner.DROPS, Manner.DRIPS)) {
      SendMail worker = worker(settings(stub.port(), Tls.NONE, Optional.empty(), Optional.empty()));
      worker.run();
      assertThat(attempts(mail)).as("it rests").hasSize(1);
      // What failed alike rests longer each time.
      for (int minutes : new int[] {1, 1, 3}) {
        clock.advance(Duration.ofMinutes(minutes).minusSeconds(1));
        worker.run();
        clock.advance(Duration.ofSeconds(1));
        worker.run();
      }
      assertThat(attempts(mail))
          .containsExactly("1|failed|0", "2|postponed|451", "3|postponed|0", "4|failed|0");
      assertThat(stub.messages()).isEmpty();
      clock.advance(Duration.ofMinutes(3));
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
  void two_days_in_vain_park_it_and_sent_again_it_is_tried_as_if_it_were_new() {
    long mail = mail(false, Optional.empty(), Optional.empty());
    SendMail worker = worker(to(server));
    while (state(mail).equals("waiting")) {
      fail(worker);
      clock.advance(Duration.ofHours(24));
    }
    assertThat(state(mail)).isEqualTo("parked");
    given.db().run(SystemViewer.MAIL, tx -> mails.sendAgain(tx, mail));
    fail(worker);
    assertThat(state(mail)).isEqualTo("waiting");
    assertThat(rest(mail)).isEqualTo("00:01:00");
  }

  @Test
  void a_status_of_monday_outlasts_a_server_away_until_tuesday_and_goes_once_more_only_if_asked()
      throws Exception {
    long status = status("token");
    SendMail away = worker(settings(closedPort(), Tls.NONE, Optional.empty(), Optional.empty()));
    for (int hour = 0; hour < 40; hour++) {
      away.run();
      clock.advance(Duration.ofHours(1));
    }
    assertThat(state(status)).isEqualTo("waiting");
    SendMail back = worker(to(server));
    for (int hour = 0; hour < 25; hour++) {
      back.run();
      clock.advance(Duration.ofHours(1));
    }
    assertThat(state(status)).isEqualTo("sent");
    assertThat(server.getReceivedMessages()).hasSize(1);
    given.db().run(SystemViewer.MAIL, tx -> mails.sendAgain(tx, status));
    back.run();
    back.run();
    MimeMessage[] both = server.getReceivedMessages();
    assertThat(both).hasSize(2);
    assertThat(both[1].getMessageID()).isEqualTo(both[0].getMessageID());
    assertThat(parts(both[1])).isEqualTo(parts(both[0]));
    assertThat(header(both[1], "List-Unsubscribe")).contains("/unsubscribe/token");
    assertThat(header(both[1], "Reply-To")).as("nobody reads answers").isEmpty();
  }

  @Test
  void an_answer_to_the_weekly_status_goes_where_somebody_reads_it_and_one_to_a_case_does_not()
      throws Exception {
    long status = status("token");
    long notice = mail(false, Optional.empty(), Optional.empty());
    worker(
            new MailSettings(
                Optional.of(plain(server.getSmtp().getPort())),
                FROM,
                Optional.of("aduan@kementerian.example"),
                Optional.empty()))
        .run();
    for (MimeMessage message : server.getReceivedMessages()) {
      assertThat(header(message, "Reply-To"))
          .isEqualTo(id(message).equals(messageId(status)) ? "aduan@kementerian.example" : "");
    }
    assertThat(state(status) + state(notice)).isEqualTo("sentsent");
  }

  private long status(String token) {
    NewMail plain = newMail(false);
    return given.as(
        SystemViewer.MAIL,
        tx ->
            mails.insert(
                tx,
                new NewMail(
                    plain.to(),
                    NewMail.Kind.STATUS,
                    false,
                    false,
                    Optional.empty(),
                    Optional.of(token),
                    plain.letter()),
                "<status-" + token + "@kementerian.example>",
                true));
  }

  @Test
  void a_status_that_its_reader_declined_or_may_read_no_more_is_dropped_before_it_goes() {
    long declined = status("declined");
    person = given.person(given.ministry(), Role.OFFICER);
    long another = status("another");
    long notice = mail(false, Optional.empty(), Optional.empty());
    db.asOwner(
        "insert into notice_setting (person_id, pace, weekly_status) select person_id, 'daily',"
            + " false from mail where id = "
            + declined);
    db.asOwner(
        "update person_role set role = 'administrator' where person_id = " + person.personId());
    worker(to(server)).run();
    assertThat(List.of(state(declined), state(another), state(notice)))
        .containsExactly("dropped", "dropped", "sent");
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void an_urgent_mail_never_rests_for_long_unless_the_server_may_have_it_already() {
    long mail = mail(true, Optional.empty(), Optional.empty());
    SendMail worker = worker(to(server));
    for (int n = 0; n < 6; n++) {
      fail(worker);
      clock.advance(Duration.ofMinutes(10));
    }
    fail(worker);
    assertThat(rest(mail)).isEqualTo("00:10:00");
    for (int n = 0; n < 4; n++) {
      clock.advance(Duration.ofMinutes(31));
      tell(worker, Delivery.failed(Reached.END, 0, "no answer in time"));
    }
    assertThat(rest(mail)).isEqualTo("00:30:00");
  }

  @Test
  void whose_account_was_closed_gets_no_mail() {
    long mail = mail(false, Optional.empty(), Optional.empty());
    PersonViewer colleague = given.person(given.ministry(), Role.OFFICER);
    long next = mailTo(colleague);
    db.asOwner("update person set active = false where id = " + person.personId());
    worker(to(server)).run();
    assertThat(state(mail)).isEqualTo("parked");
    assertThat(attempts(mail)).containsExactly("1|closed|0");
    assertThat(state(next)).isEqualTo("sent");
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void what_a_filter_looks_at_for_long_is_sent_once() {
    long mail = mail(false, Optional.empty(), Optional.empty());
    try (SmtpStub stub = new SmtpStub(null, Manner.SLOW)) {
      worker(settings(stub.port(), Tls.NONE, Optional.empty(), Optional.empty())).run();
      assertThat(stub.messages()).hasSize(1);
    }
    assertThat(attempts(mail)).containsExactly("1|sent|250");
  }

  @Test
  void a_refusal_that_is_ours_parks_nothing_and_ends_the_run() {
    List<Long> waiting = List.of(mail(false, Optional.empty(), Optional.empty()), mailToAnother());
    try (SmtpStub stub = new SmtpStub(null, Manner.REFUSES_SENDER, Manner.REFUSES_RELAY)) {
      SendMail worker = worker(settings(stub.port(), Tls.NONE, Optional.empty(), Optional.empty()));
      worker.run();
      assertThat(db.rows("select outcome, code from mail_attempt_end"))
          .containsExactly("failed|553");
      worker.run();
      assertThat(db.rows("select outcome, code from mail_attempt_end order by ended_at, code"))
          .containsExactly("failed|553", "postponed|554");
    }
    assertThat(waiting).extracting(SendMailTest::state).containsOnly("waiting");
  }

  @Test
  void two_addresses_refused_in_a_row_tell_of_the_server_until_it_takes_one() {
    long refused = mail(false, Optional.empty(), Optional.empty());
    long doubted = mailToAnother();
    long untouched = mailToAnother();
    try (SmtpStub stub = new SmtpStub(null, Manner.REFUSES, Manner.REFUSES)) {
      SendMail worker = worker(settings(stub.port(), Tls.NONE, Optional.empty(), Optional.empty()));
      worker.run();
      assertThat(state(refused)).isEqualTo("parked");
      assertThat(state(doubted)).isEqualTo("waiting");
      assertThat(attempts(doubted)).containsExactly("1|failed|550");
      assertThat(attempts(untouched)).as("the run ended").isEmpty();
      worker.run();
    }
    assertThat(state(untouched)).isEqualTo("sent");
    assertThat(state(doubted)).as("it rests no longer: the server is well").isEqualTo("sent");
  }

  @Test
  void a_mailbox_that_is_full_holds_up_no_other() {
    long full = mail(false, Optional.empty(), Optional.empty());
    long next = mailToAnother();
    try (SmtpStub stub = new SmtpStub(null, Manner.FULL)) {
      worker(settings(stub.port(), Tls.NONE, Optional.empty(), Optional.empty())).run();
    }
    assertThat(attempts(full)).containsExactly("1|postponed|452");
    assertThat(state(full)).isEqualTo("waiting");
    assertThat(state(next)).isEqualTo("sent");
  }

  @Test
  void a_database_away_for_a_moment_makes_no_mail_go_twice() {
    long mail = mail(false, Optional.empty(), Optional.empty());
    SendMail worker = worker(to(server));
    db.asOwner("revoke insert on mail_attempt_end from side_mail");
    assertThatThrownBy(worker::run).isInstanceOf(DataAccessException.class);
    db.asOwner("grant insert on mail_attempt_end to side_mail");
    worker.run();
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(attempts(mail)).containsExactly("1|sent|250");
    assertThat(state(mail)).isEqualTo("sent");
  }

  @Test
  void killed_between_the_servers_yes_and_ours_it_is_sent_once_more_under_the_same_name() {
    long mail = mail(false, Optional.empty(), Optional.empty());
    Outgoing claimed = worker(to(server)).claim().orElseThrow();
    assertThat(postman(to(server)).deliver(claimed).outcome()).isEqualTo(Delivery.Outcome.SENT);
    // Here the worker dies; another one waits until its claim has run out.
    worker(to(server)).run();
    assertThat(server.getReceivedMessages()).hasSize(1);
    clock.advance(Duration.ofMinutes(15));
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

  private void fail(SendMail worker) {
    tell(worker, Delivery.failed(Reached.SERVER, 0, "away"));
  }

  private void tell(SendMail worker, Delivery delivery) {
    Outgoing mail = worker.claim().orElseThrow();
    given.db().run(SystemViewer.MAIL, tx -> mails.record(tx, mail, delivery));
  }

  private String rest(long mail) {
    return db.rows("select next_at - '" + clock.instant() + "' from mail where id = " + mail)
        .getFirst();
  }

  private long mailToAnother() {
    return mailTo(given.person(given.ministry(), Role.OFFICER));
  }

  private long mailTo(PersonViewer reader) {
    PersonViewer first = person;
    person = reader;
    long mail = mail(false, Optional.empty(), Optional.empty());
    person = first;
    return mail;
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

  private SendMail worker(MailSettings settings) {
    return new SendMail(given.db(), mails, postman(settings), clock);
  }

  private static Postman postman(MailSettings settings) {
    return new Postman(
        settings.server().orElseThrow(),
        settings,
        PORTAL,
        "Narahubung",
        Duration.ofSeconds(2),
        Duration.ofSeconds(20));
  }

  private static MailSettings to(GreenMail server) {
    return new MailSettings(
        Optional.of(plain(server.getSmtp().getPort())), FROM, Optional.empty(), Optional.empty());
  }

  private static Server plain(int port) {
    return new Server("localhost", port, Tls.NONE, Optional.empty(), Optional.empty());
  }

  private static MailSettings settings(
      int port, Tls tls, Optional<Account> account, Optional<Path> trusted) {
    return new MailSettings(
        Optional.of(new Server("localhost", port, tls, account, trusted)),
        FROM,
        Optional.empty(),
        Optional.empty());
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Path key(KeyPair pair) throws IOException {
    String body = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
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

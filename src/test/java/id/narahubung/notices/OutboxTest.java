package id.narahubung.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.accounts.GiveRole;
import id.narahubung.accounts.Limits;
import id.narahubung.accounts.PersonStore;
import id.narahubung.commitments.FindingResult;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.NoticeKind;
import id.narahubung.mail.MailStore;
import id.narahubung.meetings.Meeting;
import id.narahubung.meetings.MeetingStore;
import id.narahubung.meetings.MinutesGiven;
import id.narahubung.meetings.WriteMinutes;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.NoticeOutages;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenLetters;
import id.narahubung.testing.GivenRequest;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Race;
import id.narahubung.testing.TestDatabase;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.verification.GivenVerifications;
import id.narahubung.verification.VerificationOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From acts to mails as they would be sent. */
final class OutboxTest extends OutboxWorld {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  OutboxTest() {
    super(db);
  }

  @Test
  void five_minutes_of_orders_are_one_mail_and_an_urgent_one_is_another_at_once() {
    given.request(klip).sent();
    Sent urgent = given.request(klip).urgent().sent();
    bundle.run();
    assertThat(mails(responder)).hasSize(1).first().asString().contains(urgent.number());
    clock.advance(Duration.ofMinutes(4));
    given.request(klip).sent();
    bundle.run();
    assertThat(mails(responder)).hasSize(1);
    clock.advance(Duration.ofMinutes(1));
    bundle.run();
    bundle.run();
    assertThat(mails(responder)).hasSize(2);
    assertThat(mails(responder).getLast()).contains("dan 1 permohonan lain");
    assertThat(
            db.rows(
                "select 1 from notice where mail_id is null and person_id = "
                    + responder.personId()))
        .isEmpty();
  }

  @Test
  void a_mail_about_a_letter_names_the_letter_and_its_own_time() {
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    PersonViewer decides = given.person(given.ministry(), Role.SUPERVISOR);
    Sent sent = given.request(klip).withItems(2).sent();
    clock.advance(Duration.ofHours(25));
    bundle.run();
    GivenLetters letters = new GivenLetters(given);
    String letter =
        letters.send(given.supervisor(), sent.number(), letters.about(sent.id(), "ST1", 1, 2));
    later();
    assertThat(mails(responder).getLast())
        .isEqualTo(sent.number() + ": surat teguran " + letter + " – tenggat 4 Mar 2026 09.15 WIB");
    assertThat(db.rows("select text from mail_content order by mail_id desc limit 1").getFirst())
        .contains("Surat " + letter + ", Surat teguran pertama.")
        .contains("/letters/" + letter);
    letters.object(lead, letter, "Keliru.");
    later();
    String decideBy =
        db.rows("select to_char(due_at at time zone 'Asia/Jakarta', 'FMDD') from letter_objection")
            .getFirst();
    assertThat(mails(decides).getLast())
        .contains(
            ": sanggahan atas surat teguran " + letter + " – tenggat " + decideBy + " Mar 2026");
    letters.withdraw(decides, letter, "Keliru.");
    later();
    assertThat(mails(responder).getLast())
        .isEqualTo(sent.number() + ": surat teguran dicabut " + letter);
  }

  private void later() {
    clock.advance(Duration.ofMinutes(5));
    bundle.run();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void html_and_text_say_the_same_in_the_readers_language_and_zone(Language language) {
    db.asOwner(
        "update person set language = '%s', time_zone = 'Asia/Shanghai' where id = %d"
            .formatted(language.code(), responder.personId()));
    Sent sent =
        given
            .request(klip)
            .withItems(3)
            .about("Judi di https://jp.slot-gacor.example/a dan judi.example")
            .sent();
    clock.advance(Duration.ofMinutes(5));
    bundle.run();
    String subject = mails(responder).getFirst();
    boolean id = language == Language.ID;
    assertThat(subject)
        .isEqualTo(
            sent.number()
                + (id
                    ? ": perintah baru – tenggat 3 Mar 2026 09.15 Shanghai"
                    : ": new order – due 3 Mar 2026 09:15 Shanghai"));
    Document html = Jsoup.parse(content(responder, "html"));
    assertThat(html.select("html").attr("lang")).isEqualTo(language.code());
    String text = spaced(content(responder, "text"));
    for (String part :
        html.select("h1, h2, .body p:not(:has(a)), li, .foot p:not(:has(a))").eachText()) {
      for (String line : part.split("\n", -1)) {
        Arrays.stream(line.split(" (?=\\d+ Mar 2026)", -1))
            .forEach(piece -> assertThat(text).contains(spaced(piece)));
      }
    }
    assertThat(html.select("a[href]").eachAttr("href"))
        .containsExactly(
            "https://portal.example.go.id/requests/" + sent.number(),
            "https://portal.example.go.id/account/notices")
        .allSatisfy(link -> assertThat(text).contains(link));
    for (String said : List.of(text, html.outerHtml())) {
      assertThat(said)
          .contains(
              id
                  ? "09.15 Shanghai (3 Mar 2026 08.15 WIB)"
                  : "09:15 Shanghai (3 Mar 2026 08:15 WIB)")
          .contains("hxxps://jp[.]slot-gacor[.]example")
          .doesNotContain("https://jp", "judi.example", "klip.example", "??");
    }
  }

  @Test
  void of_a_restricted_category_a_mail_holds_number_and_clock_only() {
    PersonViewer officer = given.person(given.ministry(), Role.OFFICER, Role.RESTRICTED_OFFICER);
    long draft =
        given
            .request(klip)
            .by(officer)
            .with(c -> GivenRequest.withCategory(c, "01", "urgent"))
            .about("Perihal yang rahasia")
            .drafted();
    db.asOwner(
        "insert into event (act_id, at, actor_side, actor_role, actor_code, side, request_id, kind,"
            + " body) select '6f9619ff-8b86-4011-b42d-00c04fc964fe', created_at, 'ministry',"
            + " 'officer', 1, 'ministry', id, 'request.submitted', '{}' from request where id = "
            + draft
            + "; insert into notice (event_id, kind, person_id, side, organisation_id, request_id,"
            + " own, tempo, legal, items, told_at) select e.id, 'approval_wanted', p.id, p.side,"
            + " p.organisation_id, e.request_id, true, 'alone', false, 1, e.at from event e,"
            + " person p where e.kind = 'request.submitted' and p.id = "
            + given.supervisor().personId());
    boolean restricted =
        db.rows(
                    "select 1 from category c join request r using (rule_set_id) where c.code ="
                        + " r.category_code and c.restricted and r.id = "
                        + draft)
                .size()
            == 1;
    assertThat(restricted).isTrue();
    bundle.run();
    assertThat(mails(given.supervisor())).hasSize(1);
    for (String part : List.of("subject", "html", "text")) {
      assertThat(content(given.supervisor(), part)).doesNotContain("rahasia", "anak");
    }
    assertThat(content(given.supervisor(), "text"))
        .contains("kategori terbatas", "/drafts/" + draft)
        .doesNotContain("Klip", "1 item");
    clock.advance(Duration.ofMinutes(5));
    db.asOwner(
        "insert into notice (event_id, kind, person_id, side, organisation_id, request_id, own,"
            + " tempo, legal, items, told_at) select event_id, kinds.kind, person_id, side,"
            + " organisation_id, request_id, true, 'at_once', true, 1, told_at from notice,"
            + " unnest(array['check_failed', 'reappeared', 'confirmed_down', 'refusal_decided'])"
            + " kinds (kind) where notice.kind = 'approval_wanted' and person_id = "
            + given.supervisor().personId());
    bundle.run();
    assertThat(mails(given.supervisor()))
        .hasSize(2)
        .last()
        .asString()
        .endsWith("Draf " + draft + " (kategori terbatas): ada perkembangan");
    for (String part : List.of("html", "text")) {
      assertThat(content(given.supervisor(), part))
          .contains("Kategori terbatas: ada perkembangan.")
          .doesNotContain("pemeriksaan", "tidak lolos", "tayang", "terkonfirmasi", "penolakan");
    }
    int known =
        given
            .db()
            .as(
                SystemViewer.MAIL,
                tx ->
                    tx.sql()
                        .fetchSingle(
                            "select num_nonnulls(items, subject, category_id, category_en, platform,"
                                + " outcome) from notice_facts(array(select id from notice limit 1))")
                        .get(0, int.class));
    assertThat(known).as("not even the worker of the mail has more").isZero();
  }

  @Test
  void the_days_news_comes_in_one_mail_with_a_way_to_end_it() {
    Sent sent = given.request(klip).sent();
    for (int n = 0; n < 3; n++) {
      given
          .db()
          .run(
              responder,
              tx -> given.desk().write().run(tx, given.act(), sent.number(), true, "Ya."));
    }
    clock.set("2026-03-02T23:59:59Z");
    bundle.run();
    assertThat(mails(given.officer())).isEmpty();
    clock.set("2026-03-03T00:00:00Z");
    bundle.run();
    assertThat(mails(given.officer())).containsExactly("Kabar harian 3 Mar 2026: 1 permohonan");
    assertThat(
            db.rows(
                "select kind from mail where unsubscribe is not null and person_id = "
                    + given.officer().personId()))
        .containsExactly("daily");
  }

  @Test
  void news_at_once_can_be_ended_as_a_days_can() {
    PersonViewer officer = given.officer();
    given
        .db()
        .run(
            officer,
            tx ->
                notices.put(
                    tx, officer.personId(), new NoticeSetting(Pace.AT_ONCE, Optional.empty())));
    Sent sent = given.request(klip).sent();
    given
        .db()
        .run(
            responder, tx -> given.desk().write().run(tx, given.act(), sent.number(), true, "Ya."));
    clock.advance(Duration.ofMinutes(5));
    bundle.run();
    assertThat(mails(officer)).hasSize(1).first().asString().contains(sent.number() + ": pesan");
    String token =
        db.rows(
                "select unsubscribe from mail where kind = 'news' and person_id = "
                    + officer.personId())
            .getFirst();
    assertThat(content(officer, "text"))
        .contains("menurut pilihan Anda", "https://portal.example.go.id/unsubscribe/" + token);
  }

  @Test
  void an_outbox_is_as_old_as_what_should_be_a_mail_by_now() {
    given.request(klip).urgent().sent();
    clock.advance(Duration.ofMinutes(3));
    assertThat(given.as(SystemViewer.MAIL, new MailStore()::oldestWaiting))
        .contains(Instant.parse("2026-03-02T01:15:00Z"));
    bundle.run();
    given.request(klip).sent();
    db.asOwner("update mail set state = 'sent', next_at = null, sent_at = made_at");
    clock.advance(Duration.ofMinutes(4));
    assertThat(given.as(SystemViewer.MAIL, new MailStore()::oldestWaiting)).isEmpty();
    clock.advance(Duration.ofMinutes(2));
    assertThat(given.as(SystemViewer.MAIL, new MailStore()::oldestWaiting))
        .contains(Instant.parse("2026-03-02T01:23:00Z"));
  }

  @Test
  void what_is_put_back_into_the_outbox_waits_from_then_on() {
    given.request(klip).urgent().sent();
    bundle.run();
    db.asOwner("update mail set state = 'parked', next_at = null");
    clock.advance(Duration.ofDays(30));
    long mail = Long.parseLong(db.rows("select min(id) from mail").getFirst());
    PersonViewer administrator = given.person(given.ministry(), Role.ADMINISTRATOR);
    given.db().run(administrator, tx -> new MailStore().sendAgain(tx, mail));
    assertThat(given.as(SystemViewer.MAIL, new MailStore()::oldestWaiting))
        .contains(clock.instant());
  }

  @Test
  void who_wants_no_news_gets_none_and_what_is_legal_nevertheless() {
    given
        .db()
        .run(
            responder,
            tx ->
                notices.put(
                    tx, responder.personId(), new NoticeSetting(Pace.NEVER, Optional.empty())));
    Sent sent = given.request(klip).sent();
    given
        .db()
        .run(
            given.officer(),
            tx -> given.desk().write().run(tx, given.act(), sent.number(), true, "Ya."));
    clock.advance(Duration.ofDays(8));
    bundle.run();
    assertThat(mails(responder)).hasSize(1).first().asString().contains("perintah baru");
    assertThat(
            db.rows(
                "select kind from notice where dropped_at is not null and person_id = "
                    + responder.personId()))
        .containsExactly("message_written");
  }

  @Test
  void what_is_done_to_an_account_is_a_mail_to_its_holder_and_to_the_leads() {
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    PersonViewer administrator = given.person(given.ministry(), Role.ADMINISTRATOR);
    GiveRole give = new GiveRole(new PersonStore(), given.ledger());
    given
        .db()
        .run(
            administrator,
            tx -> give.run(tx, given.act(), responder.personId(), Role.LEAD, Limits.NONE));
    clock.advance(Duration.ofMinutes(5));
    bundle.run();
    bundle.run();
    assertThat(mails(lead)).containsExactly("Perubahan pada akun");
    assertThat(spaced(content(lead, "text")))
        .contains(
            "Peran diberikan: Narahubung.",
            "administrator 01",
            "/company/colleagues/" + responder.personId())
        .doesNotContain("mail.example");
    assertThat(spaced(content(responder, "text"))).contains("Akun Anda (01)", "/account");
    assertThat(mails(responder)).hasSize(1);
  }

  @Test
  void one_for_whom_no_mail_can_be_made_keeps_nobody_from_theirs() {
    PersonViewer colleague = given.responder(klip);
    given.request(klip).sent();
    clock.advance(Duration.ofMinutes(5));
    db.asOwner(
        "alter table mail add constraint broken check (person_id <> " + responder.personId() + ")");
    try {
      assertThatThrownBy(bundle::run).as("the job tells of it").hasMessageContaining("broken");
    } finally {
      db.asOwner("alter table mail drop constraint broken");
    }
    assertThat(mails(colleague)).hasSize(1);
    bundle.run();
    assertThat(mails(responder)).hasSize(1);
  }

  @Test
  void two_bundlers_at_once_tell_each_thing_once() {
    given.request(klip).sent();
    clock.advance(Duration.ofMinutes(5));
    Race.atOnce(bundle::run, bundle::run);
    assertThat(mails(responder)).hasSize(1);
  }

  @Test
  void a_question_about_an_urgent_order_waits_for_no_quiet_hours() {
    PersonViewer officer = given.officer();
    NoticeSetting quiet =
        new NoticeSetting(
            Pace.DAILY,
            Optional.of(new NoticeSetting.Quiet(LocalTime.of(8, 0), LocalTime.of(9, 0))));
    given.db().run(officer, tx -> notices.put(tx, officer.personId(), quiet));
    asks(given.request(klip).urgent().sent().refs());
    bundle.run();
    assertThat(mails(officer)).hasSize(1).first().asString().contains("permintaan klarifikasi");
    assertThat(
            Stream.of(
                NoticeKind.CLARIFICATION_ASKED,
                NoticeKind.OBJECTION_FILED,
                NoticeKind.LETTER_OBJECTED,
                NoticeKind.CONFIRMATION_WANTED))
        .as("what a clock or a right hangs on")
        .allMatch(NoticeKind::isLegal);
  }

  @Test
  void of_a_verification_and_of_minutes_a_mail_tells_where_they_are_read_and_signed() {
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    GivenVerifications steps = new GivenVerifications(given);
    Sent sent = given.request(klip).sent();
    db.asOwner("delete from notice");
    String number = steps.planned(given.officer(), klip.platform().id(), sent.number(), "visit");
    steps.record(given.officer(), number);
    MeetingStore meetings = new MeetingStore();
    given
        .db()
        .run(
            given.officer(),
            tx ->
                new WriteMinutes(new PlatformStore(), meetings, given.ledger())
                    .run(
                        tx,
                        given.act(),
                        klip.platform().id(),
                        new MinutesGiven(
                            LocalDate.of(2026, 3, 2),
                            "Jakarta",
                            new Meeting.Text("Kunjungan", "petugas", "kepala kantor", "Sesuai.")),
                        Optional.of(number)));
    steps.conclude(given.supervisor(), number, VerificationOutcome.FAIL);
    String told = "select kind from notice where person_id = %d order by id";
    assertThat(db.rows(told.formatted(responder.personId())))
        .containsExactly("verification_concluded");
    assertThat(db.rows(told.formatted(lead.personId())))
        .containsExactly("minutes_wanted", "verification_concluded");
    clock.advance(Duration.ofMinutes(5));
    bundle.run();
    assertThat(mails(responder))
        .as("told once, though it is about a request, too")
        .containsExactly(number + ": hasil verifikasi");
    assertThat(
            db.rows(
                "select text from mail join mail_content on mail_id = id where person_id = "
                    + lead.personId()))
        .singleElement()
        .asString()
        .contains(
            "Risalah 2 Mar 2026", "/meetings/1", "Kunjungan lapangan", "/verifications/" + number);
  }

  @Test
  void who_may_sign_a_commitment_is_told_and_then_that_it_comes_due_and_is_late() {
    GivenCommitments commitments = new GivenCommitments(given);
    ClockNotices clockNotices = new ClockNotices(given.db(), notices);
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    PersonViewer supervisor = given.supervisor();
    String number = commitments.agreed(lead, klip, commitments.moderators(30));
    commitments.report(lead, number, 220, true);
    commitments.find(supervisor, number, FindingResult.PARTLY, 120);
    assertThat(kinds(supervisor))
        .containsExactly("commitment_proposed", "commitment_signed", "commitment_claimed");
    assertThat(kinds(lead)).containsExactly("commitment_signed");
    clock.advance(Duration.ofMinutes(5));
    bundle.run();
    assertThat(mails(supervisor)).hasSize(1).first().asString().contains("KM-2026-0001");
    assertThat(
            db.rows(
                "select text from mail join mail_content on mail_id = id where person_id = "
                    + supervisor.personId()))
        .first()
        .asString()
        .contains("Klip · Moderator", "menunggu tanda tangan", "/commitments/KM-2026-0001");
    clock.advance(Duration.ofDays(15));
    clockNotices.run();
    assertThat(kinds(responder)).isEmpty();
    clock.advance(Duration.ofDays(1));
    clockNotices.run();
    clockNotices.run();
    assertThat(kinds(responder)).containsExactly("commitment_due_soon");
    clock.advance(Duration.ofDays(15));
    clockNotices.run();
    assertThat(kinds(responder))
        .containsExactlyInAnyOrder(
            "commitment_due_soon", "commitment_late", "commitment_evidence_due");
    assertThat(kinds(supervisor)).endsWith("commitment_claimed", "commitment_late");
    commitments.revise(lead, number, commitments.moderators(5, 200), "Lebih lambat.");
    commitments.sign(lead, number, 2);
    commitments.sign(supervisor, number, 2);
    clockNotices.run();
    assertThat(kinds(responder)).as("the due day moved").hasSize(5);
    commitments.prove(lead, number, 60);
    clock.advance(Duration.ofDays(31));
    clockNotices.run();
    clockNotices.run();
    assertThat(kinds(responder))
        .as("its evidence lapsed, told once")
        .filteredOn("commitment_evidence_due"::equals)
        .hasSize(3);
    clock.advance(Duration.ofMinutes(5));
    bundle.run();
    assertThat(mails(responder)).anySatisfy(mail -> assertThat(mail).contains("bukti diperlukan"));
  }

  private List<String> kinds(PersonViewer person) {
    return db.rows(
        "select kind from notice where kind like 'commitment%%' and person_id = %d order by id"
            .formatted(person.personId()));
  }

  @ParameterizedTest
  @EnumSource(NoticeKind.class)
  void every_kind_has_its_sentences(NoticeKind kind) {
    Messages messages = new Messages();
    for (Language language : Language.values()) {
      assertThat(messages.say(language, "notice." + kind.code(), 2, "x")).doesNotContain("??");
      assertThat(messages.say(language, "notice." + kind.code() + ".subject")).doesNotContain("??");
    }
  }

  @Test
  void both_sides_hear_that_a_due_time_moved() {
    Sent sent = given.request(klip).withItems(2).sent();
    given.as(
        given.supervisor(),
        tx -> given.desk().extend().run(tx, given.act(), sent.ref(1), 5, "Pusat data pindah."));
    NoticeOutages outages = given.desk().noticeOutages(given::act);
    UUID instance = given.act();
    given.db().run(SystemViewer.HEALTH, tx -> outages.run(tx, instance));
    clock.advance(Duration.ofMinutes(10));
    given.db().run(SystemViewer.HEALTH, tx -> outages.run(tx, instance));
    long outage = Long.parseLong(db.rows("select id from outage").getFirst());
    given.as(
        given.supervisor(),
        tx -> given.desk().decideOutage().run(tx, given.act(), outage, true, "Listrik padam."));
    for (PersonViewer person : List.of(responder, given.officer())) {
      assertThat(
              db.rows(
                  "select kind, items, legal from notice where kind in ('time_granted',"
                      + " 'outage_credited') and person_id = "
                      + person.personId()
                      + " order by id"))
          .containsExactly("time_granted|1|t", "outage_credited|2|t");
    }
    clock.advance(Duration.ofMinutes(5));
    bundle.run();
    assertThat(content(responder, "text"))
        .contains("memberi tambahan waktu untuk 1 item", "tidak dihitung pada tenggat 2 item");
  }

  @Test
  void new_rules_are_in_the_news_of_all_who_work_by_them() {
    long rules = Long.parseLong(db.rows("select id from rule_set order by id limit 1").getFirst());
    PersonViewer releases = given.supervisor();
    PersonViewer reads = given.person(klip.organisation(), Role.VIEWER);
    given
        .db()
        .run(
            releases,
            tx ->
                given
                    .ledger()
                    .add(
                        tx,
                        Act.joint(given.act(), EventKind.RULES_RELEASED, Role.SUPERVISOR)
                            .with("rule_set", rules)
                            .with("in_force_from", "2026-12-31T17:00:00Z")));
    assertThat(db.rows("select person_id, company_id, tempo from notice order by person_id"))
        .contains(responder.personId() + "|" + klip.id() + "|later")
        .noneMatch(row -> row.startsWith(reads.personId() + "|"))
        .noneMatch(row -> row.startsWith(releases.personId() + "|"));
    clock.set("2026-03-03T00:00:00Z");
    bundle.run();
    assertThat(mails(responder)).containsExactly("Kabar harian 3 Mar 2026");
    String version = db.rows("select version from rule_set where id = " + rules).getFirst();
    String said = "Versi aturan " + version + " disahkan dan berlaku mulai 1 Jan 2027 00.00 WIB.";
    assertThat(spaced(Jsoup.parse(content(responder, "html")).text())).contains(said);
    assertThat(spaced(content(responder, "text")))
        .contains(said, "Buka aturan: https://portal.example.go.id/rules");
  }

  /** With one plain blank wherever there is any. */
  private static String spaced(String text) {
    return text.replaceAll("[\\s\u00a0]+", " ").strip();
  }
}

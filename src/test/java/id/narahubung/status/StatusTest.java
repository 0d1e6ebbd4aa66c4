package id.narahubung.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.commitments.FindingResult;
import id.narahubung.decisions.ContestDecision;
import id.narahubung.figures.Figures;
import id.narahubung.figures.Measure;
import id.narahubung.figures.Week;
import id.narahubung.requests.AnswerGiven;
import id.narahubung.requests.CheckGiven;
import id.narahubung.requests.ItemRef;
import id.narahubung.requests.ObjectionOutcome;
import id.narahubung.requests.Surface;
import id.narahubung.requests.Verdict;
import id.narahubung.rules.RuleStore;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenDecisions;
import id.narahubung.testing.GivenLetters;
import id.narahubung.testing.GivenRequest;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Race;
import id.narahubung.testing.TestDatabase;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A week from its facts to the mails of it: frozen once, told once, whatever breaks. */
final class StatusTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  /** Monday, 08.15 WIB. */
  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");

  private final Week week = Week.of("2026-W10");
  private final Given given = new Given(db.database(clock), clock);
  private final StatusDesk desk = desk(given::act);
  private Company klip;
  private PersonViewer responder;
  private PersonViewer lead;

  private StatusDesk desk(Supplier<UUID> ids) {
    return new StatusDesk(
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
        ids);
  }

  @BeforeEach
  void aCompanyThatAnswers() {
    klip = given.company("Klip");
    responder = given.responder(klip);
    lead = given.person(klip.organisation(), Role.LEAD);
    given.officer();
    given.supervisor();
    desk.run();
  }

  @Test
  void who_would_get_what_is_told_and_nothing_kept() {
    String kept =
        "select (select count(*) from status_week), (select count(*) from status_mail),"
            + " (select count(*) from mail), (select count(*) from event)";
    given.request(klip).withItems(3).sent();
    clock.set(week.to().plus(Duration.ofHours(7)));
    List<String> before = db.rows(kept);
    Outlook would = desk.outlook(week, new Messages(), Language.ID);
    assertThat(would.frozen()).isFalse();
    assertThat(would.lines())
        .extracting(Outlook.Line::reader, Outlook.Line::made)
        .contains(tuple("officer", false), tuple("supervisor", false), tuple("lead", false));
    assertThat(would.lines()).allMatch(line -> line.subject().contains("2026-W10"));
    assertThat(db.rows(kept)).isEqualTo(before);
  }

  @Test
  void a_week_keeps_what_stood_at_its_end_whatever_is_done_afterwards() {
    GivenLetters letters = new GivenLetters(given);
    GivenCommitments commitments = new GivenCommitments(given);
    GivenDecisions decisions = new GivenDecisions(given);
    Sent sent = given.request(klip).withItems(3).sent();
    answer(sent, 1);
    check(sent, 1, Verdict.STILL_UP);
    String promise = commitments.agreed(lead, klip, commitments.moderators(20));
    commitments.report(responder, promise, 148, false);
    commitments.find(given.officer(), promise, FindingResult.PARTLY, 120);
    String proposed = commitments.propose(lead, klip, commitments.moderators(40));
    clock.advance(Duration.ofHours(25));
    String letter =
        letters.send(given.supervisor(), sent.number(), letters.about(sent.id(), "ST1", 2, 3));
    letters.object(lead, letter, "Keliru.");
    long prepared = decisions.prepared(klip, "full_block");
    clock.set(week.to().plus(Duration.ofHours(1)));

    desk.freeze().one(week);
    CompanyWeek kept = kept();
    assertThat(kept.todo()).hasSize(1).first().matches(each -> each.items() == 3 && each.overdue());
    assertThat(kept.failed())
        .containsExactly(
            new CompanyWeek.Failed(
                sent.number() + "/0001",
                "still_up",
                "2026-03-02T01:15:00Z",
                false,
                "app",
                "ID",
                "no"));
    assertThat(kept.findings())
        .containsExactly(
            new CompanyWeek.Finding(
                promise,
                klip.platform().id(),
                1,
                "staffing",
                "VR-2026-0001",
                "partly",
                "120",
                "2026-03-02"));
    assertThat(kept.matters())
        .extracting(CompanyWeek.Matter::number, CompanyWeek.Matter::waits)
        .containsExactly(tuple(letter, true));
    assertThat(kept.light().reason()).isEqualTo("letter_overdue");
    assertThat(kept.letters()).extracting(CompanyWeek.Warning::number).containsExactly(letter);
    assertThat(kept.promises())
        .singleElement()
        .matches(each -> each.number().equals(promise) && each.fresh())
        .matches(each -> each.reported().equals("148") && each.verified().equals("120"));
    assertThat(kept.signing()).isEqualTo(new CompanyWeek.Signing(1, 1, 0, 0));
    MinistryWeek ministry = given.as(given.officer(), tx -> new StatusStore().ministry(tx, week));
    assertThat(ministry.needed())
        .extracting(MinistryWeek.Need::kind, MinistryWeek.Need::number)
        .contains(
            org.assertj.core.groups.Tuple.tuple("letter_objection", letter),
            org.assertj.core.groups.Tuple.tuple("commitment", proposed),
            org.assertj.core.groups.Tuple.tuple("sign", Long.toString(prepared)));
    assertThat(db.rows("select s.sha256 = status_digest(s.week, s.version) from status_seal s"))
        .containsExactly("t");

    answer(sent, 2);
    check(sent, 2, Verdict.DOWN);
    letters.withdraw(given.person(given.ministry(), Role.SUPERVISOR), letter, "Keliru.");
    commitments.report(responder, promise, 220, true);
    commitments.find(given.officer(), promise, FindingResult.PASS, 220);
    commitments.sign(given.supervisor(), proposed, 1);
    commitments.propose(lead, klip, commitments.moderators(50));
    decisions.signed(klip, "full_block");
    given.request(klip).withItems(2).sent();
    assertThat(readAgain()).isEqualTo(kept);
    assertThat(readAgainByMinistry()).isEqualTo(ministry);
  }

  @Test
  void an_item_that_was_found_down_and_is_up_again_is_among_what_failed() {
    Sent sent = given.request(klip).withItems(3).sent();
    for (int ordinal = 1; ordinal <= 2; ordinal++) {
      answer(sent, ordinal);
      check(sent, ordinal, Verdict.DOWN);
    }
    clock.advance(Duration.ofDays(1));
    CheckGiven up =
        new CheckGiven(Verdict.STILL_UP, clock.instant(), "StarHub", "SG", Surface.WEB, true, "");
    given.as(
        given.officer(),
        tx -> given.desk().check().again(tx, given.act(), item(given.officer(), sent, 2), up));
    endOf(week);
    assertThat(kept().failed())
        .containsExactly(
            new CompanyWeek.Failed(
                sent.number() + "/0002",
                "still_up",
                "2026-03-03T01:15:00Z",
                true,
                "web",
                "SG",
                "yes"));
    assertThat(texts(responder).getFirst())
        .contains(
            sent.number() + "/0002: tayang lagi",
            "3 Mar 2026 08.15 WIB; lewat web, jaringan SG, masuk dengan akun");
  }

  @Test
  void a_request_to_open_again_is_named_until_it_is_taken_back() {
    GivenDecisions decisions = new GivenDecisions(given);
    decisions.signed(klip, "full_block");
    String number = decisions.ask(lead, klip, List.of());
    clock.set(week.to().plus(Duration.ofHours(7)));
    desk.run();
    decisions.takeBack(lead, number);
    clock.advance(Duration.ofDays(7));
    desk.run();
    assertThat(needed(week)).contains(number);
    assertThat(needed(week.next())).doesNotContain(number);
  }

  @Test
  void an_objection_to_a_decision_is_named_until_a_decision_follows_what_became_of_it() {
    GivenDecisions decisions = new GivenDecisions(given);
    String block = decisions.signed(klip, "partial_block");
    PersonViewer judge = given.person(given.ministry(), Role.DECISION_MAKER);
    ContestDecision contest = decisions.desk().contest();
    given.db().run(lead, tx -> contest.run(tx, given.act(), block, "Domain itu bukan milik kami."));
    endOf(week);
    given
        .db()
        .run(
            judge,
            tx ->
                contest.decide(tx, given.act(), block, ObjectionOutcome.NARROWED, "Satu keluar."));
    endOf(week.next());
    decisions.signed(klip, "partial_block");
    endOf(week.next().next());
    assertThat(kinds(week)).containsExactly("decision_objection");
    assertThat(kinds(week.next())).containsExactly("decision_replace");
    assertThat(kinds(week.next().next())).isEmpty();
  }

  private void endOf(Week of) {
    clock.set(of.to().plus(Duration.ofHours(7)));
    desk.run();
  }

  private List<String> kinds(Week of) {
    return given.as(given.officer(), tx -> new StatusStore().ministry(tx, of)).needed().stream()
        .map(MinistryWeek.Need::kind)
        .toList();
  }

  private List<String> needed(Week of) {
    return given.as(given.officer(), tx -> new StatusStore().ministry(tx, of)).needed().stream()
        .map(MinistryWeek.Need::number)
        .toList();
  }

  private CompanyWeek kept() {
    return given.as(
        responder,
        tx ->
            Objects.requireNonNull(
                new StatusStore().companies(tx, week, OptionalLong.of(klip.id())).get(klip.id())));
  }

  private ReadWeek reading() {
    return new ReadWeek(new Figures(), new WeekFactStore());
  }

  private CompanyWeek readAgain() {
    return given.as(
        SystemViewer.AUDIT,
        tx ->
            Objects.requireNonNull(
                reading()
                    .companies(tx, List.of(klip.id()), new Figures().ofWeek(tx, week), true)
                    .get(klip.id())));
  }

  private MinistryWeek readAgainByMinistry() {
    return given.as(
        SystemViewer.AUDIT,
        tx -> reading().ministry(tx, List.of(klip.id()), new Figures().ofWeek(tx, week).period()));
  }

  @Test
  void commitments_as_of_now_stand_as_their_columns_say() {
    new GivenCommitments(given).ofEveryKind(klip);
    String columns =
        "id, stage, latest, in_force, due_on, late_after, condition, reported_value, reported_on,"
            + " claimed_on, %s, %s, %s, verified_until, evidence_files, evidence_on,"
            + " evidence_until";
    assertThat(
            db.rows(
                "select "
                    + columns.formatted("result", "verified_value", "verified_on")
                    + " from commitments_at('infinity') order by id"))
        .isNotEmpty()
        .isEqualTo(
            db.rows(
                "select "
                    + columns.formatted("last_result", "last_verified_value", "last_verified_on")
                    + " from commitment order by id"));
  }

  @Test
  void weeks_that_nobody_was_up_for_follow_once_each_the_oldest_first_and_say_so() {
    clock.set(week.to().plus(Duration.ofHours(6)));
    desk.run();
    assertThat(db.rows("select code from status_week")).as("before seven").isEmpty();
    clock.set(week.to().plus(Duration.ofHours(7)));
    desk.run();
    desk.run();
    assertThat(weeks()).containsExactly("2026-W10|f");
    clock.set(Week.of("2026-W13").to());
    desk.run();
    assertThat(weeks()).containsExactly("2026-W10|f", "2026-W11|t", "2026-W12|t");
    assertThat(db.rows("select week, count(*) from status_mail group by week order by week"))
        .containsExactly("2026-W10|4", "2026-W11|4", "2026-W12|4");
    assertThat(subjectsOf(responder)).hasSize(3);
    assertThat(texts(responder).getLast()).contains("terlambat disusun");
    assertThat(db.rows("select week from status_told order by week")).hasSize(3);
    assertThat(db.rows("select body from event where kind = 'status.frozen' order by id"))
        .first()
        .isEqualTo("{\"companies\":1,\"late\":false,\"week\":\"2026-W10\"}");
  }

  @Test
  void a_week_frozen_by_hand_takes_none_before_it_away_and_who_came_since_gets_no_old_ones() {
    Week last = Week.of("2026-W12");
    clock.set(last.to().plus(Duration.ofHours(7)));
    desk.freeze().one(last);
    assertThat(desk.freeze().next()).as("what the console would freeze").isEqualTo(week);
    desk.run();
    assertThat(weeks()).containsExactly("2026-W10|t", "2026-W11|t", "2026-W12|f");
    assertThat(desk.freeze().next()).isEqualTo(Week.of("2026-W13"));
    given.person(klip.organisation(), Role.VIEWER);
    assertThat(desk.tell().one(week)).isZero();
    assertThat(db.rows("select week, count(*) from status_mail group by week order by week"))
        .containsExactly("2026-W10|4", "2026-W11|4", "2026-W12|4");
  }

  @Test
  void a_portal_begins_with_the_first_week_that_can_be_counted() {
    Week first = Week.of("2026-W12");
    clock.set(first.from().plus(Duration.ofHours(9)));
    given.request(klip).sent();
    clock.set(first.to().plus(Duration.ofHours(7)));
    desk.run();
    assertThat(weeks()).containsExactly("2026-W12|f");
  }

  @Test
  void a_week_that_cannot_be_frozen_or_told_does_not_keep_the_others_from_their_readers() {
    String told = "select week from status_told order by week";
    clock.set(week.to().plus(Duration.ofHours(7)));
    desk.freeze().run();
    clock.advance(Duration.ofDays(7));
    db.asOwner("alter table status_seal add constraint broken check (week <> '2026-W11')");
    assertThatThrownBy(desk::run).hasMessageContaining("broken");
    assertThat(db.rows(told)).containsExactly("2026-W10");
    db.asOwner("alter table status_seal drop constraint broken");
    desk.freeze().run();
    clock.advance(Duration.ofDays(7));
    db.asOwner("alter table status_company disable trigger user");
    db.asOwner(
        "update status_company set body = t.body, sha256 = sha256(convert_to(t.body, 'UTF8')) from"
            + " (values ('{\"light\":[]}')) t (body) where week = '2026-W11'");
    db.asOwner("alter table status_company enable trigger user");
    assertThatThrownBy(desk::run).hasMessageContaining("not JSON");
    assertThat(db.rows(told)).containsExactly("2026-W10", "2026-W12");
  }

  private static List<String> weeks() {
    return db.rows("select code, late from status_week order by code");
  }

  @Test
  void two_instances_at_the_same_moment_freeze_and_tell_a_week_once() {
    clock.set(week.to().plus(Duration.ofHours(7)));
    StatusDesk other = desk(UUID::randomUUID);
    Race.atOnce(desk::run, other::run);
    desk.run();
    assertThat(weeks()).hasSize(1);
    assertThat(db.rows("select count(*), count(distinct person_id) from status_mail"))
        .containsExactly("4|4");
    assertThat(db.rows("select count(*) from mail where kind = 'status'")).containsExactly("4");
  }

  /** Each mail takes two ids: none, within the first, between two, within the last. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 5, 7})
  void broken_off_between_the_snapshot_and_the_last_mail_the_rest_follow_and_nobodys_comes_twice(
      int ids) {
    clock.set(week.to().plus(Duration.ofHours(7)));
    desk.freeze().one(week);
    int[] left = {ids};
    StatusDesk killed =
        desk(
            () -> {
              if (--left[0] < 0) {
                throw new Killed();
              }
              return UUID.randomUUID();
            });
    assertThatThrownBy(killed::run).isInstanceOf(Killed.class);
    List<String> before = db.rows("select person_id, message_id from mail order by id");
    assertThat(before).hasSize(ids / 2);
    assertThat(db.rows("select 1 from status_told")).isEmpty();
    desk.run();
    List<String> after = db.rows("select person_id, message_id from mail order by id");
    assertThat(after).hasSize(4);
    assertThat(after.subList(0, before.size())).isEqualTo(before);
    assertThat(db.rows("select count(distinct person_id) from status_mail")).containsExactly("4");
    assertThat(db.rows("select 1 from status_told")).hasSize(1);
  }

  /** As a process ends: no handler of ours catches it. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void who_left_declined_or_reads_no_cases_gets_none_and_an_office_outside_gets_the_ministrys() {
    PersonViewer left = given.person(given.ministry(), Role.OFFICER);
    PersonViewer declined = given.person(klip.organisation(), Role.VIEWER);
    given.person(given.ministry(), Role.ADMINISTRATOR);
    PersonViewer auditor = given.person(given.ministry(), Role.AUDITOR);
    PersonViewer oneCase = given.person(given.ministry(), Role.AUDITOR);
    PersonViewer viewer = given.person(klip.organisation(), Role.VIEWER);
    long request = given.request(klip).sent().id();
    db.asOwner("update person set active = false where id = " + left.personId());
    db.asOwner(
        "insert into notice_setting (person_id, pace, weekly_status) values (%d, 'daily', false)"
            .formatted(declined.personId()));
    db.asOwner(
        "update person_role set request_id = %d where person_id = %d"
            .formatted(request, oneCase.personId()));
    db.asOwner(
        "insert into status_recipient (side, address, office, language, active) values"
            + " ('ministry', 'k@k.example', 'Kantor Menteri', 'en', true),"
            + " ('ministry', 'lama@k.example', 'Kantor lama', 'id', false)");
    clock.set(week.to().plus(Duration.ofHours(7)));
    desk.run();
    assertThat(db.rows("select coalesce(person_id, 0) from status_mail order by 1"))
        .containsExactlyInAnyOrder(
            "0",
            responder.personId() + "",
            lead.personId() + "",
            given.officer().personId() + "",
            given.supervisor().personId() + "",
            auditor.personId() + "",
            viewer.personId() + "");
    for (PersonViewer each : List.of(responder, given.officer())) {
      assertThat(texts(each).getFirst()).contains("/remarks/new", "tanggapi");
    }
    for (PersonViewer each : List.of(viewer, auditor)) {
      assertThat(texts(each).getFirst())
          .as("who may not remark is not led to where that is refused")
          .contains("/figures/rows")
          .doesNotContain("/remarks/new", "tanggapi");
    }
    List<String> outside =
        db.rows(
            "select c.language, c.text from mail m join mail_content c on c.mail_id = m.id where"
                + " m.recipient_id is not null");
    assertThat(outside).singleElement().asString().startsWith("en|Weekly status");
    assertThat(outside.getFirst()).contains("PT Klip").doesNotContain("/unsubscribe", "/account");
  }

  @Test
  void html_and_text_say_the_same_fit_a_page_and_name_nobody_and_no_address() {
    Sent sent = given.request(klip).urgent().withItems(3).sent();
    answer(sent, 1);
    check(sent, 1, Verdict.STILL_UP);
    new GivenCommitments(given).ofEveryKind(klip);
    new GivenDecisions(given).signed(klip, "full_block");
    clock.set(week.to().plus(Duration.ofHours(7)));
    desk.run();
    for (PersonViewer reader : List.of(responder, given.officer())) {
      String html = content("html", reader).getFirst();
      String text = texts(reader).getFirst();
      assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(100_000);
      Document page = Jsoup.parse(html);
      assertThat(page.select("img, script, link, [src]")).isEmpty();
      assertThat(page.select("table.sheet").attr("width")).isEqualTo("600");
      assertThat(page.select("style").html()).contains("prefers-color-scheme: dark");
      String words = text.replaceAll("\\s+", " ");
      for (Element cell : page.select("td.label, td.value > span, h1, h2, .soft")) {
        assertThat(words).contains(cell.text().replaceFirst("^● ?", ""));
      }
      assertThat(html.replace("@media", "") + text)
          .doesNotContain("klip.example", "@", "Nama ", "http://", "??")
          .contains(sent.number().isEmpty() ? "" : "https://portal.example.go.id/status/2026-W10");
      for (Element link : page.select("a")) {
        assertThat(link.attr("href")).startsWith("https://portal.example.go.id/");
        assertThat(text).contains(link.attr("href"));
      }
      assertThat(page.select("table.track")).isNotEmpty();
    }
    assertThat(subjectsOf(given.officer()).getFirst())
        .startsWith("Status mingguan 2026-W10, 2 Mar 2026 – 8 Mar 2026: 1 merah");
    assertThat(texts(responder).getFirst())
        .contains(
            "Yang perlu dikerjakan sekarang", sent.number(), "mendesak", sent.number() + "/0001");
  }

  @Test
  void of_a_restricted_category_a_mail_holds_number_and_clock_and_of_no_item_anything() {
    Sent plain = given.request(klip).withItems(3).sent();
    Sent closed = GivenRequest.restricted(given, klip, 3);
    for (Sent sent : List.of(plain, closed)) {
      answer(sent, 1);
      check(sent, 1, Verdict.STILL_UP);
      object(sent, 1);
    }
    answer(plain, 2);
    check(plain, 2, Verdict.PARTLY);
    object(plain, 2);
    given.as(
        given.person(given.ministry(), Role.SUPERVISOR),
        tx ->
            given
                .desk()
                .decideObjection()
                .run(
                    tx,
                    given.act(),
                    item(given.supervisor(), plain, 2),
                    ObjectionOutcome.ACCEPTED,
                    "Benar."));
    clock.set(week.to().plus(Duration.ofHours(7)));
    desk.run();
    CompanyWeek kept = kept();
    assertThat(kept.failed())
        .as("what the share of the verified does not count")
        .extracting(CompanyWeek.Failed::item)
        .containsExactly(plain.number() + "/0001");
    assertThat(kept.failedMore()).isZero();
    assertThat(kept.objections())
        .extracting(CompanyWeek.Contested::about)
        .containsExactly(plain.number() + "/0001", plain.number() + "/0002");
    assertThat(kept.todo())
        .filteredOn(each -> each.request().equals(closed.number()))
        .isNotEmpty()
        .allMatch(each -> each.items() == 0 && each.urgent());
    assertThat(texts(responder).getFirst())
        .contains(closed.number() + ": mendesak; rinciannya hanya di portal")
        .doesNotContain(closed.number() + "/");
  }

  private void object(Sent sent, int ordinal) {
    given.as(
        lead,
        tx ->
            given
                .desk()
                .object()
                .run(tx, given.act(), item(lead, sent, ordinal), "Sudah tidak tayang."));
  }

  private List<ItemRef> item(PersonViewer viewer, Sent sent, int ordinal) {
    return given.items(viewer, sent.id()).stream()
        .filter(item -> item.ordinal() == ordinal)
        .map(item -> item.ref())
        .toList();
  }

  private List<String> texts(PersonViewer reader) {
    return content("text", reader);
  }

  private List<String> subjectsOf(PersonViewer reader) {
    return content("subject", reader);
  }

  private static List<String> content(String column, PersonViewer reader) {
    return db.rows(
        "select c.%s from mail m join mail_content c on c.mail_id = m.id where m.kind = 'status' and m.person_id = %d order by m.id"
            .formatted(column, reader.personId()));
  }

  private void answer(Sent sent, int ordinal) {
    given.as(
        responder,
        tx ->
            given
                .desk()
                .answer()
                .run(
                    tx,
                    given.act(),
                    item(responder, sent, ordinal),
                    new AnswerGiven(
                        "D1",
                        Optional.empty(),
                        Map.of("rule_line", "3.2", "acted_at", clock.instant().toString()))));
  }

  private void check(Sent sent, int ordinal, Verdict verdict) {
    given.as(
        given.officer(),
        tx ->
            given
                .desk()
                .check()
                .run(
                    tx,
                    given.act(),
                    item(given.officer(), sent, ordinal),
                    new CheckGiven(
                        verdict, clock.instant(), "Telkomsel", "ID", Surface.APP, false, "")));
  }

  @Test
  void the_numbers_of_the_mail_are_those_that_were_frozen() {
    given.request(klip).withItems(7).sent();
    clock.set(week.to().plus(Duration.ofHours(7)));
    desk.freeze().one(week);
    given.request(klip).withItems(4).sent();
    desk.run();
    assertThat(
            given
                .as(SystemViewer.AUDIT, tx -> new Figures().ofWeek(tx, week))
                .of(Measure.OPEN, klip.id())
                .numerator())
        .isEqualTo(7);
    assertThat(texts(responder).getFirst()).contains("7 item terbuka").doesNotContain("11 item");
  }
}

package id.narahubung.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.NotFound;
import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.demo.Demonstration.State;
import id.narahubung.ledger.Ledger;
import id.narahubung.requests.FactStore;
import id.narahubung.requests.Item;
import id.narahubung.requests.ItemFacts;
import id.narahubung.requests.RequestDesk;
import id.narahubung.requests.Standing;
import id.narahubung.requests.TakedownRequest;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class DemonstrationTest {

  private static final String CASE = "PA-2018-000002";
  private static final Instant LOADING = Instant.parse("2026-03-02T01:15:00Z");

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  @TempDir Path data;

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final RequestDesk desk = new RequestDesk(new Ledger());
  private Database db = POSTGRES.database(clock);

  @BeforeEach
  void connect() {
    db = POSTGRES.database(clock);
  }

  /** Loaded once for all of them: it takes as long as many other tests. */
  @Test
  void what_was_loaded_is_what_people_could_have_done() throws IOException {
    Demonstration.Told here = demonstration(false).load();

    hasTheCaseOf2018AsHistoryWithOneItemOverdueAndOneRefused();
    standsWhereItsFactsPutIt();
    isSignedByWhoMayDoIt();
    hasTwoWeeksTold();
    hasOneOutage();
    runsTodayAndFillsEveryQueue();
    keepsTheCompaniesApart();
    promisesTenThingsTwoOfThemInThreeVersions();
    checksBeforeItOpens();
    blocksAndOpensWithOneRequirementOpen();
    keepsNoKnownPasswordOnceOthersReachThePortal(here);
  }

  private void hasTheCaseOf2018AsHistoryWithOneItemOverdueAndOneRefused() {
    PersonViewer officer = viewer("petugas1@kominfo.example");
    TakedownRequest request = db.as(officer, tx -> desk.requests().fetch(tx, CASE));
    Map<Standing, Integer> standings = db.as(officer, tx -> desk.items().count(tx, request.id()));
    assertThat(request.counts().items()).isEqualTo(40);
    assertThat(standings)
        .isEqualTo(
            Map.of(
                Standing.OPEN, 1,
                Standing.CONFIRMED, 37,
                Standing.ACCEPTED, 2));
    assertThat(request.sentAt()).contains(Instant.parse("2018-07-04T12:10:00Z"));
    assertThat(request.counts().nextDue()).contains(Instant.parse("2018-07-05T12:10:00Z"));
    assertThat(
            POSTGRES.rows(
                "select i.ordinal, r.outcome from answer a join item i on i.id = a.item_id"
                    + " join request q on q.id = i.request_id left join ruling r on r.answer_id = a.id"
                    + " where a.class = 'refused' and q.number = '"
                    + CASE
                    + "' order by 1"))
        .containsExactly("34|upheld", "35|accepted");
    // Afterwards answered again and found down, so one refusal stands.
    assertThat(standing(officer, request, 34)).isEqualTo(Standing.CONFIRMED);
    assertThat(standing(officer, request, 40)).isEqualTo(Standing.OPEN);
  }

  private void promisesTenThingsTwoOfThemInThreeVersions() {
    assertThat(
            POSTGRES.rows(
                "select number, kind_code, stage, in_force, latest, last_result from commitment"
                    + " where number like 'KM-2018%' order by id"))
        .containsExactly(
            "KM-2018-0001|clean_up|agreed|1|1|pass",
            "KM-2018-0002|filtering|agreed|1|1|pass",
            "KM-2018-0003|community_guidelines|agreed|1|1|pass",
            "KM-2018-0004|content_manager|agreed|1|1|pass",
            "KM-2018-0005|staffing|agreed|3|3|",
            "KM-2018-0006|age_limit|agreed|3|3|pass",
            "KM-2018-0007|cooperation|agreed|1|1|pass",
            "KM-2018-0008|government_channel|agreed|1|1|pass",
            "KM-2018-0009|local_office|agreed|1|1|pass",
            "KM-2018-0010|report_button|agreed|1|1|pass");
    assertThat(
            POSTGRES.rows(
                "select count(meeting_id), count(*) filter (where evidence_files > 0)"
                    + " from commitment where number like 'KM-2018%'"))
        .as("from the meeting; what is claimed is proven")
        .containsExactly("10|9");
    assertThat(versions("KM-2018-0005"))
        .containsExactly("1|200|2018-12-31", "2|220|2018-12-31", "3|200|2020-07-10");
    assertThat(versions("KM-2018-0006"))
        .containsExactly("1|16|2018-09-30", "2|13|2018-09-30", "3|14|2018-09-30");
    assertThat(POSTGRES.rows("select text from commitment_version"))
        .as("what is made up says so")
        .allMatch(text -> text.contains("rekaan"));
  }

  private static List<String> versions(String number) {
    return POSTGRES.rows(
        "select v.number, v.target::integer, v.due_on from commitment_version v"
            + " join commitment c on c.id = v.commitment_id where c.number = '"
            + number
            + "' order by 1");
  }

  private void checksBeforeItOpens() {
    assertThat(
            POSTGRES.rows(
                "select r.method_code, r.result, r.carried_out_on, r.sample_size"
                    + " from verification_result r join commitment c on c.id = r.commitment_id"
                    + " where c.number in ('KM-2018-0001', 'KM-2018-0002') order by r.id"))
        .containsExactly(
            "sample|pass|2018-07-07|10",
            "sample|fail|2018-07-09|110",
            "recheck|pass|2018-07-10|110");
    assertThat(POSTGRES.rows("select findings from verification_result"))
        .hasSize(13)
        .allMatch(findings -> findings.contains("rekaan"));
    assertThat(
            POSTGRES.rows(
                "select 'signed by both' from minutes_signature group by meeting_id having count(*) = 2"))
        .as("of the meeting, and of the visit")
        .hasSize(2);
  }

  private void blocksAndOpensWithOneRequirementOpen() {
    assertThat(
            POSTGRES.rows(
                "select number, kind_code, stage, signed_at at time zone 'Asia/Jakarta'"
                    + " from access_decision order by id"))
        .containsExactly(
            "KA-2018-0001|partial_block|signed|2018-07-03 12:00:00",
            "KA-2018-0002|full_restore|signed|2018-07-10 12:00:00");
    assertThat(
            POSTGRES.rows(
                "select d.number, w.cell, w.until from decision_waiver w"
                    + " join decision_waiver_second s on s.waiver_id = w.id"
                    + " join access_decision d on d.id = w.decision_id"
                    + " where s.second_code <> w.proposed_code order by w.id"))
        .containsExactly(
            "KA-2018-0001|check:deadline_passed|2018-07-17",
            "KA-2018-0001|check:letters_served|2018-07-17",
            "KA-2018-0001|check:milder_step|2018-07-17",
            "KA-2018-0002|commitment:KM-2018-0010|2018-08-09",
            "KA-2018-0002|check:items_checked|2018-07-17");
    assertThat(
            POSTGRES.rows(
                "select recommendation from access_decision union all select reason from"
                    + " decision_waiver union all select text from normalisation_paper"
                    + " union all select note from decision_execution"
                    + " union all select claim from verification_step"))
        .as("what is made up says so")
        .allMatch(text -> text.contains("rekaan"));
    assertThat(POSTGRES.rows("select count(*) from decision_target group by decision_id"))
        .as("eight names")
        .containsExactly("8", "8");
    assertThat(
            POSTGRES.rows(
                "select number, due_at at time zone 'Asia/Jakarta' from normalisation_request"))
        .containsExactly("PN-2018-0001|2018-07-11 16:30:00");
    assertThat(
            POSTGRES.rows(
                "select count(*) from test_call where confirmed_at < '2018-07-10 12:00+07'"))
        .containsExactly("1");
    assertThat(
            POSTGRES.rows(
                "select count(distinct provider), count(distinct happened_at) from decision_execution"
                    + " where state = 'done' group by decision_id"))
        .as("operator by operator")
        .containsExactly("3|3", "3|3");
  }

  private void standsWhereItsFactsPutIt() {
    PersonViewer officer = viewer("petugas1@kominfo.example");
    db.run(
        officer,
        tx -> {
          for (String number : List.of(CASE, "PA-2026-000001", "PA-2026-000002")) {
            long request = desk.requests().fetch(tx, number).id();
            List<Item> items =
                desk.items().list(tx, request, Optional.empty(), 0, Integer.MAX_VALUE);
            Map<Long, ItemFacts> facts =
                new FactStore().fetch(tx, items.stream().map(Item::id).toList());
            for (Item item : items) {
              ItemFacts fact = Objects.requireNonNull(facts.get(item.id()));
              assertThat(item.standing()).isEqualTo(fact.standing());
              assertThat(item.dueAt()).contains(fact.deadline().due());
            }
          }
        });
  }

  /** The one of its story: that it was loaded at once, with days between its acts, is none. */
  private void hasOneOutage() {
    assertThat(POSTGRES.rows("select ended_at - began_at from outage")).containsExactly("00:20:00");
  }

  /** Of each of the two weeks everybody who was there then has one mail, kept and not sent. */
  private void hasTwoWeeksTold() {
    assertThat(
            POSTGRES.rows(
                "select s.week, count(*), count(distinct s.person_id), count(s.recipient_id),"
                    + " min(m.state), max(m.state) from status_mail s join mail m on m.id ="
                    + " s.mail_id group by s.week order by s.week"))
        .containsExactly("2018-W27|10|9|1|kept|kept", "2018-W28|10|9|1|kept|kept");
  }

  private void isSignedByWhoMayDoIt() {
    assertThat(
            POSTGRES.rows(
                "select e.kind, e.actor_side, e.actor_role from event e"
                    + " left join person_role r on r.person_id = e.actor_id and r.role = e.actor_role"
                    + " where e.actor_id is not null and r.role is null"))
        .isEmpty();
    assertThat(
            POSTGRES.rows(
                "select distinct kind from event where actor_id is null"
                    + " and (request_id is not null or kind not in ('organisation.made',"
                    + " 'platform.made', 'person.made', 'link.made', 'outage.noticed',"
                    + " 'status.frozen'))"))
        .isEmpty();
    assertThat(
            POSTGRES.rows(
                "select distinct kind || ' ' || actor_role from event"
                    + " where request_id is not null order by 1"))
        .containsExactly(
            "answers.drafted responder",
            "items.answered lead",
            "items.answered responder",
            "items.checked officer",
            "items.checked supervisor",
            "items.clarified officer",
            "items.credited supervisor",
            "items.extended supervisor",
            "items.rechecked officer",
            "items.ruled supervisor",
            "letter.acknowledged lead",
            "letter.sent supervisor",
            "message.written lead",
            "message.written officer",
            "message.written supervisor",
            "request.acknowledged responder",
            "request.drafted officer",
            "request.overridden officer",
            "request.returned supervisor",
            "request.seen responder",
            "request.sent supervisor",
            "request.split officer",
            "request.submitted officer",
            "verification.concluded supervisor");
    assertThat(
            POSTGRES.rows(
                "select 'answer' from answer a where not exists"
                    + " (select from event_item e where e.event_id = a.event_id and e.item_id = a.item_id)"
                    + " union all select 'check' from item_check a where not exists"
                    + " (select from event_item e where e.event_id = a.event_id and e.item_id = a.item_id)"))
        .isEmpty();
  }

  private void runsTodayAndFillsEveryQueue() {
    assertThat(
            POSTGRES.rows(
                "select i.standing, count(*), (max(i.due_at) - '"
                    + LOADING
                    + "')::text from item i join request r on r.id = i.request_id"
                    + " where r.number = 'PA-2026-000002' group by 1 order by 1"))
        .contains("open|5|10:20:00", "contested|1|04:20:00", "confirmed|2|04:20:00")
        .anyMatch(row -> row.startsWith("asked|1|"));
    assertThat(
            POSTGRES.rows(
                "select count(*), min(due_at) - '"
                    + LOADING
                    + "' from item i join request r on r.id = i.request_id"
                    + " where r.number = 'PA-2026-000003' and standing = 'open'"))
        .containsExactly("3|02:00:00");
    assertThat(
            POSTGRES.rows(
                "select r.number, i.ordinal from recheck c join item i on i.id = c.item_id"
                    + " join request r on r.id = i.request_id where c.due_at <= '"
                    + LOADING
                    + "' order by i.ordinal"))
        .as("to be looked at again")
        .containsExactly("PA-2026-000001|2", "PA-2026-000001|3");
    assertThat(
            POSTGRES.rows(
                "select i.ordinal, c.verdict from item_check c join item i on i.id = c.item_id"
                    + " where c.again"))
        .as("came back")
        .containsExactly("1|still_up");
    assertThat(
            POSTGRES.rows(
                "select stage_code, items, coalesce(fine, 0), due_at - '"
                    + LOADING
                    + "' from letter order by id"))
        .containsExactly("ST1|2|0|-1 days -04:00:00", "ST2|1|5000000|04:00:00");
    assertThat(POSTGRES.rows("select stage from request where number is null order by 1"))
        .containsExactly("awaiting_approval", "draft", "draft");
  }

  private void keepsTheCompaniesApart() {
    PersonViewer klip = viewer("lead@klip.example");
    PersonViewer bytedance = viewer("viewer@bytedance.example");
    assertThat(numbers(klip))
        .containsExactly("PA-2026-000001", "PA-2026-000002", "PA-2026-000003", "PA-2026-000004");
    assertThat(numbers(bytedance)).containsExactly("PA-2018-000001", CASE);
  }

  @Test
  void a_loaded_or_broken_off_demonstration_is_told_apart() {
    Demonstration demonstration = demonstration(false);
    assertThat(demonstration.state()).isEqualTo(State.EMPTY);
    demonstration.load();
    assertThat(demonstration.state()).isEqualTo(State.LOADED);

    POSTGRES.asOwner(
        "alter table event disable trigger event_only_added;"
            + " delete from event where act_id = '"
            + Loader.LAST_ACT
            + "'; alter table event enable trigger event_only_added");
    assertThat(demonstration.state()).isEqualTo(State.PARTLY);

    POSTGRES.asOwner("truncate event cascade");
    assertThat(demonstration.state()).isEqualTo(State.ANOTHERS);
  }

  private void keepsNoKnownPasswordOnceOthersReachThePortal(Demonstration.Told here)
      throws IOException {
    assertThat(here.accounts()).allMatch(each -> each.password().startsWith("peragaan-2018-"));
    assertThat(here.passwords()).isEmpty();
    Set<String> before = Set.copyOf(hashes());

    Demonstration.Told open = demonstration(true).reopen();
    assertThat(open.accounts()).isEmpty();
    assertThat(hashes()).hasSize(Part.values().length).doesNotContainAnyElementsOf(before);
    Path file = open.passwords().orElseThrow();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).doesNotContain("peragaan-2018");

    // Back on this machine alone, the ones that work are told.
    assertThat(demonstration(false).reopen().accounts())
        .noneMatch(each -> each.password().startsWith("peragaan-2018-"));
  }

  private Demonstration demonstration(boolean open) {
    return new Demonstration(db, POSTGRES.serving(), clock, new SecureRandom(), data, open);
  }

  private static List<String> hashes() {
    return POSTGRES.rows("select password_hash from person");
  }

  private List<String> numbers(PersonViewer viewer) {
    return db.as(
        viewer,
        tx ->
            POSTGRES.rows("select number from request where number is not null order by 1").stream()
                .filter(number -> isSeen(tx, number))
                .toList());
  }

  private boolean isSeen(Tx tx, String number) {
    try {
      desk.requests().fetch(tx, number);
      return true;
    } catch (NotFound e) {
      return false;
    }
  }

  private Standing standing(PersonViewer viewer, TakedownRequest request, int ordinal) {
    return db.as(viewer, tx -> desk.items().find(tx, request.id(), ordinal).orElseThrow())
        .standing();
  }

  private static PersonViewer viewer(String email) {
    String[] columns =
        POSTGRES
            .rows(
                "select p.id, p.organisation_id, p.side, p.code, r.role from person p"
                    + " join person_role r on r.person_id = p.id where p.email = '"
                    + email
                    + "' order by r.role")
            .getFirst()
            .split("\\|", -1);
    return new PersonViewer(
        Long.parseLong(columns[0]),
        Long.parseLong(columns[1]),
        Side.valueOf(columns[2].toUpperCase(Locale.ROOT)),
        Set.of(Role.valueOf(columns[4].toUpperCase(Locale.ROOT))),
        Integer.parseInt(columns[3]));
  }
}

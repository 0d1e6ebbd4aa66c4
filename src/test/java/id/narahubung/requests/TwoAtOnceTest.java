package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Tx;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Race;
import id.narahubung.testing.Race.Person;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two people at once, in both orders: the later one is told, and nothing is lost or doubled. */
final class TwoAtOnceTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final Race race = new Race(db);
  private Company klip;
  private PersonViewer responder;
  private Acts acts;

  @BeforeEach
  void aCompanyWithAResponder() {
    klip = given.company("Klip");
    responder = given.responder(klip);
    acts = new Acts(given);
  }

  @Test
  void of_two_responders_the_first_answers_and_the_second_is_told() {
    Sent sent = given.request(klip).sent();
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    Person one = answering(responder, sent, acts.removed());
    Person other = answering(lead, sent, acts.refused());
    Refused.asStale(() -> race.run(given, one, other));
    assertThat(standing(sent)).isEqualTo(Standing.CLAIMED);

    Sent again = given.request(klip).sent();
    Person late = answering(responder, again, acts.removed());
    Person early = answering(lead, again, acts.refused());
    Refused.asStale(() -> race.run(given, early, late));
    assertThat(standing(again)).isEqualTo(Standing.CONTESTED);
    assertThat(db.rows("select count(*) from answer")).containsExactly("2");
  }

  @Test
  void an_answer_before_a_withdrawal_of_its_item_makes_that_one_stale() {
    Sent sent = given.request(klip).sent();
    Refused.asStale(
        () -> race.run(given, answering(responder, sent, acts.removed()), withdrawing(sent)));
    assertThat(standing(sent)).isEqualTo(Standing.CLAIMED);
  }

  @Test
  void a_withdrawal_before_an_answer_makes_that_one_stale() {
    Sent sent = given.request(klip).sent();
    Refused.asStale(
        () -> race.run(given, withdrawing(sent), answering(responder, sent, acts.removed())));
    assertThat(standing(sent)).isEqualTo(Standing.WITHDRAWN);
    assertThat(db.rows("select count(*) from answer")).containsExactly("0");
  }

  @Test
  void a_request_may_be_withdrawn_while_it_is_answered_and_not_answered_once_withdrawn() {
    Sent sent = given.request(klip).withItems(2).sent();
    race.run(given, answering(responder, sent, acts.removed()), withdrawingAll(sent));
    assertThat(given.read(responder, sent.id()).counts().settled()).isEqualTo(2);

    Sent other = given.request(klip).withItems(2).sent();
    Refused.asStale(
        () -> race.run(given, withdrawingAll(other), answering(responder, other, acts.removed())));
    assertThat(given.read(responder, other.id()).counts().settled()).isEqualTo(2);
  }

  @Test
  void of_two_officers_saving_one_draft_the_second_is_told() {
    PersonViewer colleague = given.person(given.ministry(), Role.OFFICER);
    long id = given.request(klip).drafted();
    Refused.asStale(
        () -> race.run(given, saving(given.officer(), id, "satu"), saving(colleague, id, "dua")));
    assertThat(url(id)).isEqualTo("https://klip.example/satu");

    long other = given.request(klip).drafted();
    Refused.asStale(
        () ->
            race.run(
                given, saving(colleague, other, "dua"), saving(given.officer(), other, "satu")));
    assertThat(url(other)).isEqualTo("https://klip.example/dua");
  }

  @Test
  void a_draft_is_not_saved_behind_its_submission_nor_submitted_unseen() {
    long id = given.request(klip).drafted();
    Refused.byRule(
        "request.refused.edit",
        () -> race.run(given, submitting(id), saving(given.officer(), id, "x")));
    long other = given.request(klip).drafted();
    Refused.asStale(() -> race.run(given, saving(given.officer(), other, "x"), submitting(other)));
    assertThat(given.read(given.officer(), other).stage()).isEqualTo(Stage.DRAFT);
  }

  @Test
  void a_sending_and_an_edit_never_both_happen() {
    long id = given.request(klip).submitted();
    Refused.byRule(
        "request.refused.edit",
        () -> race.run(given, sending(id), saving(given.officer(), id, "x")));
    assertThat(url(id)).isEqualTo("https://klip.example/v/1");

    long other = given.request(klip).submitted();
    Person returnAndEdit =
        new Person(
            given.person(given.ministry(), Role.SUPERVISOR),
            tx -> {
              given.desk().giveBack().run(tx, given.act(), other, 2, "Ubah.");
              save(tx, other, 3, "https://klip.example/x");
            });
    Refused.byRule("request.refused.send", () -> race.run(given, returnAndEdit, sending(other)));
    assertThat(given.read(given.officer(), other).number()).isEmpty();
  }

  @Test
  void of_two_supervisors_one_sends() {
    long id = given.request(klip).submitted();
    Person second =
        new Person(
            given.person(given.ministry(), Role.DECISION_MAKER),
            tx -> given.desk().send().run(tx, given.act(), id, 2));
    Refused.byRule("request.refused.send", () -> race.run(given, sending(id), second));
    assertThat(db.rows("select last from number_counter")).containsExactly("1");
    assertThat(db.rows("select count(*) from item_round")).containsExactly("1");
  }

  private Person answering(PersonViewer viewer, Sent sent, AnswerGiven answer) {
    return new Person(
        viewer, tx -> given.desk().answer().run(tx, given.act(), sent.refs(), answer));
  }

  private Person withdrawing(Sent sent) {
    return new Person(
        given.supervisor(),
        tx -> given.desk().withdrawItems().run(tx, given.act(), sent.refs(), false, "Keliru."));
  }

  private Person withdrawingAll(Sent sent) {
    int version = given.read(given.supervisor(), sent.id()).version();
    return new Person(
        given.supervisor(),
        tx ->
            given
                .desk()
                .withdrawRequest()
                .run(tx, given.act(), sent.number(), version, false, "Keliru."));
  }

  private Person saving(PersonViewer viewer, long id, String path) {
    return new Person(viewer, tx -> save(tx, id, 1, "https://klip.example/" + path));
  }

  private void save(Tx tx, long id, int version, String pasted) {
    given
        .desk()
        .save()
        .run(
            tx,
            given.act(),
            SaveDraft.Target.change(id, version),
            GivenRequest.content(klip.platform().id()),
            pasted);
  }

  private Person submitting(long id) {
    return new Person(given.officer(), tx -> given.desk().submit().run(tx, given.act(), id, 1));
  }

  private Person sending(long id) {
    return new Person(given.supervisor(), tx -> given.desk().send().run(tx, given.act(), id, 2));
  }

  private Standing standing(Sent sent) {
    return given.items(given.officer(), sent.id()).getFirst().standing();
  }

  private String url(long id) {
    return given.items(given.officer(), id).getFirst().url();
  }
}

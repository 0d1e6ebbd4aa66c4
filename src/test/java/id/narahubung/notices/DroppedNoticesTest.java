package id.narahubung.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.requests.ItemRef;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is no longer wanted, or no longer to be read, by the time of the mail. */
final class DroppedNoticesTest extends OutboxWorld {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  DroppedNoticesTest() {
    super(db);
  }

  @Test
  void mails_forget_a_draft_that_turns_restricted_and_what_waits_is_made_anew() {
    PersonViewer supervisor = given.supervisor();
    PersonViewer colleague = given.person(given.ministry(), Role.SUPERVISOR);
    long draft = given.request(klip).about("Perihal yang rahasia").submitted();
    clock.advance(Duration.ofMinutes(5));
    bundle.run();
    assertThat(content(colleague, "subject")).contains("rahasia");
    db.asOwner(
        "update mail set state = 'sent', next_at = null, sent_at = made_at where person_id = "
            + supervisor.personId());
    db.asOwner(
        "update item set restricted = true, url_given = '', url = '', identifiers = '{}', note = '',"
            + " account = '', content_time = ''; update request set category_code = '01' where id = "
            + draft);
    bundle.run();
    assertThat(mails(supervisor)).containsExactly("");
    assertThat(mails(colleague)).hasSize(2).first().isEqualTo("");
    assertThat(content(colleague, "subject")).contains("Draf " + draft + " (kategori terbatas)");
    assertThat(db.rows("select state from mail where person_id = " + colleague.personId()))
        .containsExactlyInAnyOrder("dropped", "waiting");
    assertThat(db.rows("select 1 from mail_content where concat(subject, html, text) ~ 'rahasia'"))
        .isEmpty();
    assertThatThrownBy(() -> db.asOwner("update mail_content set text = 'x' where subject <> ''"))
        .rootCause()
        .hasMessageContaining("only added, never changed");
  }

  @Test
  void who_has_sent_a_draft_within_five_minutes_is_not_asked_to_approve_it() {
    PersonViewer colleague = given.person(given.ministry(), Role.SUPERVISOR);
    given.request(klip).sent();
    clock.advance(Duration.ofMinutes(5));
    bundle.run();
    assertThat(mails(colleague)).isEmpty();
    assertThat(db.rows("select distinct kind from notice where dropped_at is not null"))
        .containsExactly("approval_wanted");
    given.request(klip).submitted();
    clock.advance(Duration.ofMinutes(5));
    bundle.run();
    assertThat(mails(colleague)).hasSize(1).first().asString().contains("menunggu persetujuan");
  }

  @Test
  void what_a_colleague_has_done_by_the_time_of_the_mail_is_wanted_of_nobody() {
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    PersonViewer colleague = given.person(given.ministry(), Role.SUPERVISOR);
    long returned = given.request(klip).submitted();
    given
        .db()
        .run(
            given.supervisor(),
            tx -> given.desk().giveBack().run(tx, given.act(), returned, 2, "Lengkapi dahulu."));
    Sent sent = given.request(klip).withItems(3).sent();
    asks(sent.ref(1));
    reply(sent, 1);
    draft(sent.ref(2));
    String drafted = db.rows("select id from answer_draft").getFirst();
    given.as(
        lead,
        tx -> given.desk().dropDrafts().run(tx, given.act(), List.of(Long.parseLong(drafted))));
    asks(List.of(given.items(responder, sent.id()).get(2).ref()));
    draft(List.of(given.items(responder, sent.id()).get(1).ref()));
    clock.advance(Duration.ofMinutes(5));
    bundle.run();
    assertThat(
            db.rows(
                "select kind, count(*) filter (where dropped_at is not null), count(mail_id) from"
                    + " notice where kind in ('approval_wanted', 'clarification_asked',"
                    + " 'release_wanted') and person_id in (%d, %d) group by kind order by kind"
                        .formatted(colleague.personId(), lead.personId())))
        .as("dropped and told")
        .containsExactly("approval_wanted|2|0", "release_wanted|1|1");
    assertThat(
            db.rows(
                "select dropped_at is not null from notice where kind = 'clarification_asked' and"
                    + " person_id = "
                    + given.officer().personId()
                    + " order by id"))
        .as("a question that has its reply, and one that waits")
        .containsExactly("t", "f");
  }

  private void draft(List<ItemRef> items) {
    given.as(responder, tx -> given.desk().answer().draft(tx, given.act(), items, removed()));
  }

  private void reply(Sent sent, int ordinal) {
    PersonViewer officer = given.officer();
    List<ItemRef> now = List.of(given.items(officer, sent.id()).get(ordinal - 1).ref());
    given.as(officer, tx -> given.desk().reply().run(tx, given.act(), now, "Semua."));
  }

  @Test
  void a_sending_that_is_confirmed_waits_for_no_confirmation() {
    Sent sent = given.request(klip).sent();
    for (String kind : List.of("confirmation_wanted", "order_unseen")) {
      db.asOwner(
          "insert into notice (event_id, kind, person_id, side, organisation_id, company_id,"
              + " request_id, own, tempo, legal, items, told_at) select n.event_id, '%s',"
                  .formatted(kind)
              + " n.person_id, n.side, n.organisation_id, n.company_id, n.request_id, false,"
              + " 'at_once', true, 1, n.told_at from notice n where n.kind = 'order_sent'");
    }
    given.as(responder, tx -> given.desk().see().run(tx, given.read(responder, sent.id())));
    bundle.run();
    assertThat(dropped()).containsExactly("order_unseen");
    db.asOwner(
        "insert into event (act_id, at, actor_side, actor_role, actor_code, company_id, side,"
            + " request_id, kind, body) select gen_random_uuid(), at, 'ministry', 'supervisor', 1,"
            + " company_id, 'both', request_id, 'request.sending_confirmed', '{}' from event where"
            + " kind = 'request.sent'");
    bundle.run();
    assertThat(dropped()).containsExactly("confirmation_wanted", "order_unseen");
  }
}

package id.narahubung.notices;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.mail.MailStore;
import id.narahubung.requests.AnswerGiven;
import id.narahubung.requests.ItemRef;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.TestDatabase;
import id.narahubung.text.Messages;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** A company with one responder, and what becomes mail for both sides: where a test begins. */
abstract class OutboxWorld {

  final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  final Given given;
  final NoticeStore notices = new NoticeStore();
  final BundleNotices bundle;
  private final TestDatabase outbox;
  Company klip;
  PersonViewer responder;

  OutboxWorld(TestDatabase outbox) {
    this.outbox = outbox;
    given = new Given(outbox.database(clock), clock);
    bundle =
        new BundleNotices(
            given.db(),
            notices,
            new MailStore(),
            new Letters(new Messages(), URI.create("https://portal.example.go.id")),
            given::act,
            "portal.example.go.id",
            true);
  }

  @BeforeEach
  void aCompanyWithOneResponder() {
    klip = given.company("Klip");
    responder = given.responder(klip);
  }

  void asks(List<ItemRef> items) {
    answer(items, new AnswerGiven("K1", Optional.empty(), Map.of("questions", "Yang mana?")));
  }

  void answer(List<ItemRef> items, AnswerGiven said) {
    given.as(responder, tx -> given.desk().answer().run(tx, given.act(), items, said));
  }

  /** Removed everywhere, just now. */
  AnswerGiven removed() {
    return new AnswerGiven(
        "D1", Optional.empty(), Map.of("rule_line", "3.2", "acted_at", clock.instant().toString()));
  }

  List<String> dropped() {
    return outbox.rows(
        "select kind from notice where dropped_at is not null and person_id = "
            + responder.personId()
            + " order by kind");
  }

  List<String> mails(PersonViewer person) {
    return outbox.rows(
        "select subject from mail_content join mail on id = mail_id where person_id = "
            + person.personId()
            + " order by id");
  }

  /** Of the newest mail. */
  String content(PersonViewer person, String column) {
    return outbox
        .rows(
            "select "
                + column
                + " from mail_content join mail on id = mail_id where person_id = "
                + person.personId()
                + " order by mail_id desc limit 1")
        .getFirst();
  }
}

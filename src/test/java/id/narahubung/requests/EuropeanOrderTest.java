package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.ledger.Ledger;
import id.narahubung.rules.RuleDesk;
import id.narahubung.rules.RuleStore;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Another law is another set of rows: the European order of one hour, from notice to check. */
final class EuropeanOrderTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final Acts acts = new Acts(given);

  @Test
  void an_order_of_one_hour_begins_with_notice_and_begins_again_with_the_clarification()
      throws IOException {
    putIntoForce(Instant.parse("2026-03-03T17:00:00Z"));
    clock.set("2026-03-04T08:00:00Z");
    Company klip = given.company("Klip");
    PersonViewer responder = given.responder(klip);
    PersonViewer supervisor = given.supervisor();
    long draft =
        given
            .request(klip)
            .withItems(3)
            .with(content -> annexI(content, klip.platform().id()))
            .submitted();
    Refused.byRule("send.refused.not_told", () -> send(draft));
    given.db().run(supervisor, tx -> given.desk().announce().run(tx, given.act(), klip.id()));
    Refused.byRule(
        "announce.refused.told",
        () ->
            given
                .db()
                .run(supervisor, tx -> given.desk().announce().run(tx, given.act(), klip.id())));
    clock.advance(Duration.ofHours(12).minusSeconds(1));
    Refused.byRule("send.refused.told_late", () -> send(draft));
    clock.advance(Duration.ofSeconds(1));
    send(draft);
    Instant sent = clock.instant();
    assertThat(given.items(responder, draft))
        .extracting(Item::dueAt)
        .containsOnly(Optional.of(sent.plus(Duration.ofHours(1))));

    clock.advance(Duration.ofMinutes(50));
    acts.answer(responder, ref(responder, draft, 1), acted("II_removed"));
    acts.answer(
        responder,
        ref(responder, draft, 2),
        Acts.given("III_unclear", "ground", "errors", "needed", "Alamatnya memuat dua video."));
    acts.answer(
        responder,
        ref(responder, draft, 3),
        Acts.given("III_impossible", "reason", "Pusat data padam."));
    clock.advance(Duration.ofHours(3));
    acts.reply(given.officer(), ref(supervisor, draft, 2), "Video kedua.");
    acts.rule(supervisor, ref(supervisor, draft, 3), RulingOutcome.UPHELD, "Halangan berakhir.");
    Instant again = clock.instant().plus(Duration.ofHours(1));
    List<Item> items = given.items(responder, draft);
    assertThat(items.get(1).dueAt()).as("from the clarification, in full").hasValue(again);
    assertThat(items.get(2).dueAt()).as("from the end of the cause").hasValue(again);
    Deadline clarified = given.facts(responder, items.get(1).id()).deadline();
    assertThat(clarified.round().cause()).isEqualTo(RoundCause.CLARIFIED);
    assertThat(clarified.lines()).as("the pause counts for nothing any more").hasSize(1);

    acts.answer(responder, ref(responder, draft, 2), acted("II_disabled"));
    acts.check(given.officer(), ref(supervisor, draft, 1), Verdict.DOWN);
    acts.check(given.officer(), ref(supervisor, draft, 2), Verdict.DOWN);
    assertThat(given.items(responder, draft))
        .extracting(Item::standing)
        .containsExactly(Standing.CONFIRMED, Standing.CONFIRMED, Standing.OPEN);

    Company video = given.company("Video");
    given.responder(video);
    long other =
        given.request(video).with(content -> annexI(content, video.platform().id())).submitted();
    Refused.byRule("send.refused.not_told", () -> send(other));
  }

  /** Written as rows, released as any version is. */
  private void putIntoForce(Instant from) throws IOException {
    try (InputStream rows = getClass().getResourceAsStream("/european-order.sql")) {
      db.asOwner("begin; " + new String(rows.readAllBytes(), StandardCharsets.UTF_8) + "; commit");
    }
    long id =
        Long.parseLong(db.rows("select id from rule_set where code = 'european-order'").getFirst());
    RuleDesk rules = new RuleDesk(new RuleStore(), new Ledger());
    given
        .db()
        .run(given.supervisor(), tx -> rules.release().run(tx, UUID.randomUUID(), id, 1, from));
  }

  private static RequestContent annexI(RequestContent c, long platform) {
    return new RequestContent(
        platform,
        "Removal order",
        "terrorist",
        "hour",
        "",
        c.requesterKind(),
        c.requesterBody(),
        c.requesterContact(),
        c.origin(),
        "",
        Optional.empty(),
        List.of("incites"),
        "Incites to commit a terrorist offence.",
        "remove_or_disable",
        c.scope(),
        false,
        "To the court named in section G.",
        "");
  }

  private void send(long draft) {
    int version = given.read(given.supervisor(), draft).version();
    given
        .db()
        .run(given.supervisor(), tx -> given.desk().send().run(tx, given.act(), draft, version));
  }

  private List<ItemRef> ref(PersonViewer viewer, long request, int ordinal) {
    return given.refs(viewer, request).subList(ordinal - 1, ordinal);
  }

  private AnswerGiven acted(String type) {
    return Acts.given(type, "acted_at", clock.instant().toString());
  }
}

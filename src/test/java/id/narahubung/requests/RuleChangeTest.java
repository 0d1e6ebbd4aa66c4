package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was sent under one version of the rules lives and ends under it. */
final class RuleChangeTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);

  /** The rules of 'indonesia' with other hours and other words, from 10 March 2026 on. */
  private static final String NEW_RULES =
      """
      insert into rule_set (code, version, in_force_from, label_id, label_en, object_minutes,
          decide_objection_minutes, questions_per_item, recheck_sample, recheck_sample_days,
          max_blocks, normalisation_hours, commitment_soon_days, waiver_days, contest_days, answer_contest_days)
        values ('indonesia', 'test', null, 'Baru', 'New', 60, 60, 1, 5, 30, 1, 1, 1, 1, 1, 1);
      create temporary table pair on commit drop as
        select o.id as old, n.id as new from rule_set o, rule_set n
        where o.version = '2020-11' and n.version = 'test';
      insert into urgency select p.new, u.code, u.ordinal, u.minutes / 2, 30, u.mark, 'baru', 'Baru', 'New', 'new', 60, '{}', false, 60, 60, 60
        from pair p join urgency u on u.rule_set_id = p.old;
      insert into category select p.new, c.code, c.ordinal, c.urgency_code, 'Baru', 'New'
        from pair p join category c on c.rule_set_id = p.old;
      insert into legal_basis select p.new, b.code, b.ordinal, 'Baru', 'New'
        from pair p join legal_basis b on b.rule_set_id = p.old;
      insert into measure select p.new, m.code, m.ordinal, 'Baru', 'New'
        from pair p join measure m on m.rule_set_id = p.old;
      insert into answer_type
        select p.new, a.code, a.ordinal, a.class, 'Baru', 'New', 'Baru', 'New'
        from pair p join answer_type a on a.rule_set_id = p.old where a.code <> 'T1';
      alter table rule_set disable trigger rule_set_released;
      update rule_set set in_force_from = '2026-03-10 00:00+07' where version = 'test';
      alter table rule_set enable trigger rule_set_released;
      """;

  @Test
  void a_change_of_rules_leaves_every_due_time_line_and_label_as_it_was() {
    Company klip = given.company("Klip");
    PersonViewer responder = given.responder(klip);
    Acts acts = new Acts(given);
    Sent sent = given.request(klip).withItems(2).sent();
    acts.answer(responder, sent.ref(1), acts.refused());
    RuleSet before = rulesOf(sent);
    ItemFacts second = given.facts(responder, sent.items().get(1).id());

    db.asOwner("begin; " + NEW_RULES + "; commit");
    clock.set("2026-03-11T01:15:00Z");
    Sent later = given.request(klip).sent();

    assertThat(later.items().getFirst().dueAt())
        .as("the new hours hold for what is sent now")
        .hasValue(clock.instant().plus(Duration.ofHours(12)));
    assertThat(afresh(before)).isEqualTo(before);
    assertThat(rulesOf(sent).category("04").label().id()).startsWith("Perjudian");
    assertThat(given.facts(responder, sent.items().get(1).id())).isEqualTo(second);
    assertThat(given.items(responder, sent.id()).get(1).dueAt())
        .isEqualTo(sent.items().get(1).dueAt());

    acts.rule(
        given.supervisor(),
        given.refs(responder, sent.id()).subList(0, 1),
        RulingOutcome.UPHELD,
        "Tetap.");
    assertThat(given.items(responder, sent.id()).getFirst().dueAt())
        .as("a new round has the hours of the request's own rules")
        .hasValue(clock.instant().plus(Duration.ofHours(24)));
    acts.answer(responder, given.refs(responder, sent.id()).subList(0, 1), acts.refused());
    assertThat(given.items(responder, sent.id()).getFirst().standing())
        .as("an answer type the new rules do not know")
        .isEqualTo(Standing.CONTESTED);
  }

  /** As a portal reads it that was started anew. */
  private RuleSet afresh(RuleSet before) {
    return given.as(given.officer(), tx -> new RuleStore().fetch(tx, before.id()));
  }

  private RuleSet rulesOf(Sent sent) {
    long id = given.read(given.officer(), sent.id()).ruleSetId();
    return given.as(given.officer(), tx -> given.desk().rules().fetch(tx, id));
  }
}

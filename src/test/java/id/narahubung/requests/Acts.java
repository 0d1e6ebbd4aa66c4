package id.narahubung.requests;

import static id.narahubung.db.Tables.EVENT;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.companies.ReleaseRuleStore;
import id.narahubung.companies.SetReleaseRule;
import id.narahubung.testing.Given;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.impl.DSL;

/** The acts on items, each in a transaction of its own and with what it needs filled in. */
final class Acts {

  private final Given given;

  Acts(Given given) {
    this.given = given;
  }

  /** Removed everywhere, just now. */
  AnswerGiven removed() {
    return given("D1", "rule_line", "3.2", "acted_at", given.clock().instant().toString());
  }

  AnswerGiven refused() {
    return new AnswerGiven("T1", Optional.of("R6"), Map.of("reason", "Karya jurnalistik."));
  }

  /** An answer of a type with its details, name after name. */
  static AnswerGiven given(String type, String... details) {
    Map<String, String> map =
        switch (details.length) {
          case 0 -> Map.of();
          case 2 -> Map.of(details[0], details[1]);
          default -> Map.of(details[0], details[1], details[2], details[3]);
        };
    return new AnswerGiven(type, Optional.empty(), map);
  }

  BulkResult answer(PersonViewer viewer, List<ItemRef> items, AnswerGiven answer) {
    return given.as(viewer, tx -> given.desk().answer().run(tx, given.act(), items, answer));
  }

  /** Keeps it as a draft, which the ministry does not see. */
  BulkResult draft(PersonViewer viewer, List<ItemRef> items, AnswerGiven answer) {
    return given.as(viewer, tx -> given.desk().answer().draft(tx, given.act(), items, answer));
  }

  BulkResult release(PersonViewer viewer, List<Long> drafts) {
    return given.as(viewer, tx -> given.desk().release().run(tx, given.act(), drafts));
  }

  BulkResult returnDrafts(PersonViewer viewer, List<Long> drafts, String reason) {
    return given.as(
        viewer, tx -> given.desk().returnAnswers().run(tx, given.act(), drafts, reason));
  }

  BulkResult drop(PersonViewer viewer, List<Long> drafts) {
    return given.as(viewer, tx -> given.desk().dropDrafts().run(tx, given.act(), drafts));
  }

  /** Settles whether a responder's answers wait for a lead. */
  void requireRelease(PersonViewer lead, boolean required) {
    given
        .db()
        .run(
            lead,
            tx ->
                new SetReleaseRule(new ReleaseRuleStore(), given.ledger())
                    .run(tx, given.act(), required));
  }

  /** The live draft of an item, as its company sees it. */
  Optional<AnswerDraft> drafted(PersonViewer viewer, long item) {
    return Optional.ofNullable(
        given.as(viewer, tx -> new AnswerDraftStore().live(tx, List.of(item))).get(item));
  }

  /** Takes the latest act of answering back. */
  int takeBack(PersonViewer viewer, String reason) {
    return takeBack(viewer, latestAnswering(), reason);
  }

  int takeBack(PersonViewer viewer, long event, String reason) {
    return given.as(
        viewer, tx -> given.desk().takeBack().run(tx, given.act(), List.of(event), reason));
  }

  /** The number of the latest act of answering in the ledger. */
  long latestAnswering() {
    return given.as(
        given.officer(),
        tx ->
            tx.sql()
                .select(DSL.max(EVENT.ID))
                .from(EVENT)
                .where(EVENT.KIND.eq("items.answered"))
                .fetchSingle()
                .value1());
  }

  BulkResult check(PersonViewer viewer, List<ItemRef> items, Verdict verdict) {
    return check(viewer, items, verdict, given.clock().instant());
  }

  BulkResult check(PersonViewer viewer, List<ItemRef> items, Verdict verdict, Instant seen) {
    CheckGiven check = new CheckGiven(verdict, seen, "IndiHome", "ID", Surface.WEB, false, "");
    return given.as(viewer, tx -> given.desk().check().run(tx, given.act(), items, check));
  }

  BulkResult check(PersonViewer viewer, List<ItemRef> items, Verdict verdict, String note) {
    CheckGiven check =
        new CheckGiven(
            verdict, given.clock().instant(), "IndiHome", "ID", Surface.WEB, false, note);
    return given.as(viewer, tx -> given.desk().check().run(tx, given.act(), items, check));
  }

  BulkResult recheck(PersonViewer viewer, List<ItemRef> items, Verdict verdict) {
    CheckGiven check =
        new CheckGiven(verdict, given.clock().instant(), "IndiHome", "ID", Surface.WEB, false, "");
    return given.as(viewer, tx -> given.desk().check().again(tx, given.act(), items, check));
  }

  BulkResult redraft(PersonViewer viewer, List<ItemRef> items) {
    return given.as(viewer, tx -> given.desk().redraft().run(tx, given.act(), items));
  }

  BulkResult object(PersonViewer viewer, List<ItemRef> items, String reason) {
    return given.as(viewer, tx -> given.desk().object().run(tx, given.act(), items, reason));
  }

  BulkResult decide(PersonViewer viewer, List<ItemRef> items, ObjectionOutcome outcome) {
    return given.as(
        viewer,
        tx -> given.desk().decideObjection().run(tx, given.act(), items, outcome, "Demikian."));
  }

  BulkResult rule(PersonViewer viewer, List<ItemRef> items, RulingOutcome outcome, String reason) {
    return given.as(viewer, tx -> given.desk().rule().run(tx, given.act(), items, outcome, reason));
  }

  BulkResult reply(PersonViewer viewer, List<ItemRef> items, String reply) {
    return given.as(viewer, tx -> given.desk().reply().run(tx, given.act(), items, reply));
  }

  BulkResult extend(PersonViewer viewer, List<ItemRef> items, int hours, String reason) {
    return given.as(viewer, tx -> given.desk().extend().run(tx, given.act(), items, hours, reason));
  }

  BulkResult withdraw(PersonViewer viewer, List<ItemRef> items, String reason) {
    return given.as(
        viewer, tx -> given.desk().withdrawItems().run(tx, given.act(), items, true, reason));
  }
}

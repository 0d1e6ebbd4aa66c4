package id.narahubung.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.CommitmentState.Mark;
import id.narahubung.commitments.CommitmentState.Word;
import id.narahubung.data.Tx;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.Race;
import id.narahubung.testing.Race.Person;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Commitments from their proposal to their end, and every way to be refused. */
final class CommitmentTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final GivenCommitments commitments = new GivenCommitments(given);
  private Company klip;
  private PersonViewer lead;
  private PersonViewer responder;
  private PersonViewer second;

  @BeforeEach
  void aCompanyWithALeadAndTwoSupervisors() {
    klip = given.company("Klip");
    lead = given.person(klip.organisation(), Role.LEAD);
    responder = given.responder(klip);
    second = given.person(given.ministry(), Role.SUPERVISOR);
  }

  @Test
  void either_side_proposes_and_both_sign() {
    String first = commitments.propose(lead, klip, commitments.moderators(90));
    assertThat(first).isEqualTo("KM-2026-0001");
    assertThat(commitments.propose(given.officer(), klip, commitments.moderators(90)))
        .isEqualTo("KM-2026-0002");
    assertThat(word(first)).isEqualTo(Word.PROPOSED);
    assertThat(toSign(given.supervisor())).containsExactly("KM-2026-0002", "KM-2026-0001");
    commitments.sign(lead, first, 1);
    assertThat(word(first)).isEqualTo(Word.PROPOSED);
    assertThat(toSign(lead)).containsExactly("KM-2026-0002");
    commitments.sign(given.supervisor(), first, 1);
    assertThat(word(first)).isEqualTo(Word.AGREED);
    assertThat(toSign(given.supervisor())).containsExactly("KM-2026-0002");
    assertThat(db.rows("select body from event where kind = 'commitment.signed' order by id"))
        .containsExactly(
            "{\"commitment\":\"KM-2026-0001\",\"in_force\":false,\"version\":1}",
            "{\"commitment\":\"KM-2026-0001\",\"in_force\":true,\"version\":1}");
  }

  @Test
  void who_may_not_propose_or_sign_does_not_and_a_stranger_knows_of_none() {
    Terms terms = commitments.moderators(90);
    Refused.forLackOf(
        Permission.PROPOSE_COMMITMENTS, () -> commitments.propose(responder, klip, terms));
    String number = commitments.propose(lead, klip, terms);
    Refused.forLackOf(
        Permission.SIGN_COMMITMENTS, () -> commitments.sign(given.officer(), number, 1));
    Refused.forLackOf(Permission.SIGN_COMMITMENTS, () -> commitments.sign(responder, number, 1));
    Company video = given.company("Video");
    PersonViewer stranger = given.person(video.organisation(), Role.LEAD);
    Refused.asUnknown(() -> commitments.sign(stranger, number, 1));
    Refused.asUnknown(() -> commitments.revise(stranger, number, terms, "x"));
    Refused.asUnknown(() -> commitments.propose(stranger, klip, terms));
  }

  @Test
  void the_ministry_signs_with_four_eyes_and_nobody_twice() {
    String number = commitments.propose(given.supervisor(), klip, commitments.moderators(90));
    Refused.byRule("commitment.refused.own", () -> commitments.sign(given.supervisor(), number, 1));
    commitments.sign(second, number, 1);
    Refused.byRule("commitment.refused.signed", () -> commitments.sign(second, number, 1));
    Refused.byRule(
        "commitment.refused.signed", () -> commitments.sign(given.supervisor(), number, 1));
    commitments.sign(lead, number, 1);
    Refused.byRule("commitment.refused.signed", () -> commitments.sign(lead, number, 1));
    assertThat(word(number)).isEqualTo(Word.AGREED);
    Refused.byRule("commitment.refused.no_open", () -> commitments.refuse(lead, number, "x"));
  }

  @Test
  void of_two_who_sign_at_once_the_second_is_told() {
    String number = commitments.propose(lead, klip, commitments.moderators(90));
    Race race = new Race(db);
    SignCommitment sign = commitments.desk().sign();
    Person one = new Person(second, tx -> sign.run(tx, given.act(), number, 1));
    Person other = new Person(given.supervisor(), tx -> sign.run(tx, given.act(), number, 1));
    Refused.byRule("commitment.refused.signed", () -> race.run(given, one, other));
    assertThat(db.rows("select count(*) from commitment_signature")).containsExactly("1");
    Person theirs = new Person(lead, tx -> sign.run(tx, given.act(), number, 1));
    PersonViewer colleague = given.person(klip.organisation(), Role.LEAD);
    Person revises =
        new Person(
            colleague,
            tx ->
                commitments
                    .desk()
                    .revise()
                    .run(tx, given.act(), number, 2, commitments.moderators(80), "x"));
    Refused.byRule("commitment.refused.other_version", () -> race.run(given, revises, theirs));
  }

  @Test
  void rows_come_to_what_is_promised_by_postgresql_too() {
    Refused.byConstraint(
        "commitment_version_row_sum",
        () ->
            given
                .db()
                .run(
                    lead,
                    tx -> {
                      commitments.propose(tx, klip.platform().id(), commitments.moderators(90));
                      addRow(tx, "5, 0");
                    }));
    commitments.propose(lead, klip, commitments.moderators(90));
    Refused.byConstraint(
        "commitment_version_row_with_version",
        () -> given.db().run(lead, tx -> addRow(tx, "0, 0")));
    Refused.byConstraint(
        "commitment_version_rows",
        () ->
            given
                .db()
                .run(
                    lead,
                    tx -> {
                      tx.sql()
                          .execute(
                              "insert into commitment_version (commitment_id, number, company_id,"
                                  + " side, of_side, event_id, text, baseline, target, due_on,"
                                  + " grace_days, condition, reason) select commitment_id, 2,"
                                  + " company_id, side, of_side, event_id, text, baseline, target,"
                                  + " due_on, grace_days, condition, 'Tanpa baris.'"
                                  + " from commitment_version");
                      tx.sql().execute("set constraints commitment_version_rows immediate");
                    }));
  }

  /** One more, with this baseline and target. */
  private static void addRow(Tx tx, String values) {
    tx.sql()
        .execute(
            "insert into commitment_version_row select commitment_id, version, company_id, side, 3,"
                + " array['Moderator', 'Jawa', 'siang'], "
                + values
                + " from commitment_version_row order by commitment_id desc limit 1");
    tx.sql().execute("set constraints commitment_version_row_sum immediate");
  }

  @Test
  void a_revision_counts_once_both_signed_it_and_the_old_text_stays() {
    String number = commitments.agreed(lead, klip, commitments.moderators(90));
    Refused.byRule(
        "commitment.fault.reason",
        () -> commitments.revise(lead, number, commitments.moderators(120, 200), " "));
    Refused.byRule(
        "commitment.refused.same",
        () -> commitments.revise(lead, number, commitments.moderators(90), "Sama."));
    commitments.revise(lead, number, commitments.moderators(120, 200), "Lebih lambat.");
    assertThat(read(number).target()).hasValue(amount(220));
    Refused.byRule("commitment.refused.other_version", () -> commitments.sign(second, number, 3));
    commitments.sign(second, number, 2);
    commitments.sign(lead, number, 2);
    assertThat(read(number).target()).hasValue(amount(200));
    assertThat(read(number).standing().inForce()).hasValue(2);
    assertThat(history(number).versions())
        .extracting(each -> each.terms().text())
        .containsExactly("220 moderator untuk Indonesia.", "200 moderator untuk Indonesia.");
    Refused.asStale(
        () ->
            given
                .db()
                .run(
                    lead,
                    tx ->
                        commitments
                            .desk()
                            .revise()
                            .run(tx, given.act(), number, 2, commitments.moderators(9), "x")));
  }

  @Test
  void a_refused_revision_leaves_what_is_in_force_and_a_refused_proposal_nothing() {
    String number = commitments.agreed(lead, klip, commitments.moderators(90));
    commitments.revise(second, number, commitments.moderators(60, 240), "Lebih cepat.");
    Refused.byRule("commitment.fault.reason", () -> commitments.refuse(lead, number, " "));
    commitments.refuse(lead, number, "Tidak sanggup.");
    assertThat(read(number).standing().inForce()).hasValue(1);
    assertThat(word(number)).isEqualTo(Word.AGREED);
    assertThat(toSign(lead)).isEmpty();
    String other = commitments.propose(lead, klip, commitments.moderators(90));
    commitments.refuse(given.supervisor(), other, "Terlalu lama.");
    assertThat(word(other)).isEqualTo(Word.CANCELLED);
    Refused.byRule(
        "commitment.refused.cancelled",
        () -> commitments.revise(lead, other, commitments.moderators(60), "Lebih cepat."));
    Refused.byRule("commitment.refused.cancelled", () -> commitments.takeOn(lead, other));
  }

  @Test
  void what_both_signed_both_cancel() {
    String proposed = commitments.propose(lead, klip, commitments.moderators(90));
    Refused.byRule("commitment.refused.not_agreed", () -> commitments.cancel(lead, proposed, "x"));
    String number = commitments.agreed(lead, klip, commitments.moderators(90));
    Refused.byRule("commitment.fault.reason", () -> commitments.cancel(lead, number, ""));
    commitments.cancel(lead, number, "Layanan ditutup.");
    assertThat(word(number)).isEqualTo(Word.AGREED);
    Refused.byRule(
        "commitment.refused.cancel_told", () -> commitments.cancel(lead, number, "Lagi."));
    commitments.cancel(second, number, "Benar.");
    assertThat(word(number)).as("access hangs on it").isEqualTo(Word.AGREED);
    Refused.byRule(
        "commitment.refused.cancel_second_hand",
        () -> commitments.cancel(second, number, "Benar."));
    commitments.takeBackCancel(lead, number);
    Refused.byRule("commitment.refused.no_cancel", () -> commitments.takeBackCancel(lead, number));
    commitments.cancel(given.supervisor(), number, "Ya.");
    assertThat(word(number)).as("the company took its word back").isEqualTo(Word.AGREED);
    commitments.cancel(lead, number, "Tetap ditutup.");
    assertThat(word(number)).isEqualTo(Word.CANCELLED);
    Refused.byRule("commitment.refused.cancelled", () -> commitments.takeBackCancel(lead, number));
    Refused.byRule(
        "commitment.refused.cancelled", () -> commitments.report(lead, number, 1, false));
  }

  @Test
  void each_side_names_who_minds_it_and_sees_the_others_by_role_and_code() {
    String number = commitments.agreed(lead, klip, commitments.moderators(90));
    commitments.takeOn(lead, number);
    commitments.takeOn(responder, number);
    commitments.takeOn(given.officer(), number);
    Refused.byRule("commitment.refused.owner", () -> commitments.takeOn(responder, number));
    assertThat(history(number).ownerOf(Side.COMPANY).orElseThrow().who().name()).isEmpty();
    assertThat(history(number).ownerOf(Side.COMPANY).orElseThrow().who().code())
        .isEqualTo(responder.code());
    assertThat(history(number).ownerOf(Side.MINISTRY).orElseThrow().who().name()).isPresent();
  }

  @Test
  void the_company_reports_and_claims_and_somebody_else_finds() {
    String proposed = commitments.propose(lead, klip, commitments.moderators(90));
    Refused.byRule(
        "commitment.refused.not_agreed", () -> commitments.report(lead, proposed, 1, false));
    String number = commitments.agreed(lead, klip, commitments.moderators(30));
    Refused.forLackOf(
        Permission.REPORT_PROGRESS, () -> commitments.report(second, number, 1, false));
    commitments.report(responder, number, 60, false);
    assertThat(word(number)).isEqualTo(Word.RUNNING);
    commitments.prove(responder, number, 220);
    assertThat(word(number)).isEqualTo(Word.CLAIMED);
    assertThat(read(number).standing().evidence())
        .isEqualTo(
            new Standing.Proof(
                1,
                Optional.of(commitments.today()),
                Optional.of(commitments.today().plusDays(30))));
    commitments.find(given.officer(), number, FindingResult.UNCHECKED, 0);
    assertThat(word(number)).as("nothing was found").isEqualTo(Word.CLAIMED);
    commitments.find(given.officer(), number, FindingResult.PARTLY, 150);
    assertThat(word(number)).isEqualTo(Word.PARTLY);
    commitments.report(responder, number, 220, true);
    assertThat(word(number)).isEqualTo(Word.CLAIMED);
    commitments.find(given.officer(), number, FindingResult.PASS, 221);
    assertThat(word(number)).isEqualTo(Word.VERIFIED);
    clock.advance(Duration.ofDays(61));
    assertThat(word(number)).as("a roster holds for sixty days").isEqualTo(Word.EXPIRED);
    assertEveryFilterAgrees();
  }

  @Test
  void a_finding_is_the_ministrys_and_true_to_its_value() {
    String number = commitments.agreed(lead, klip, commitments.moderators(90));
    Refused.forLackOf(
        Permission.CHECK_ITEMS, () -> commitments.find(lead, number, FindingResult.PASS, 220));
    Refused.byRule(
        "commitment.refused.short",
        () -> commitments.find(given.officer(), number, FindingResult.PASS, 219));
    FindingGiven silent = found(FindingResult.PASS, commitments.today(), "");
    Refused.byRule("commitment.refused.findings", () -> commitments.find(second, number, silent));
    FindingGiven early = found(FindingResult.FAIL, commitments.today().plusDays(1), "Belum ada.");
    Refused.byRule("commitment.fault.as_of", () -> commitments.find(second, number, early));
    FindingGiven failed = lasting(FindingResult.FAIL, 5);
    Refused.byRule(
        "commitment.refused.valid_until.no_pass", () -> commitments.find(second, number, failed));
    FindingGiven forever = lasting(FindingResult.PASS, 61);
    Refused.byRule(
        "commitment.refused.valid_until.long", () -> commitments.find(second, number, forever));
    String proposed = commitments.propose(lead, klip, commitments.moderators(90));
    Refused.byRule(
        "commitment.refused.not_agreed",
        () -> commitments.find(second, proposed, FindingResult.PASS, 220));
    commitments.cancel(lead, number, "Tutup.");
    commitments.cancel(second, number, "Tutup.");
    commitments.cancel(given.supervisor(), number, "Tutup.");
    commitments.find(second, number, FindingResult.UNCHECKED, 0);
    assertThat(db.rows("select count(*) from commitment_finding"))
        .as("a check of what was cancelled ends without a finding")
        .containsExactly("0");
  }

  @Test
  void a_finding_is_of_the_version_that_was_checked() {
    String number = commitments.agreed(lead, klip, commitments.moderators(90));
    LocalDate checkedOn = commitments.today();
    clock.advance(Duration.ofDays(1));
    commitments.revise(second, number, commitments.moderators(90, 150), "Lebih sedikit.");
    commitments.sign(lead, number, 2);
    commitments.sign(given.supervisor(), number, 2);
    Refused.byRule(
        "commitment.refused.other_checked",
        () -> commitments.find(second, number, found(FindingResult.PASS, checkedOn, "220.")));
    commitments.find(second, number, found(FindingResult.FAIL, checkedOn, "220."));
    assertThat(word(number)).as("version 1 failed").isEqualTo(Word.AGREED);
    LocalDate today = commitments.today();
    commitments.find(second, number, found(FindingResult.PASS, today, "220."));
    assertThat(word(number)).isEqualTo(Word.VERIFIED);
    assertThat(db.rows("select version, result from commitment_finding order by id"))
        .containsExactly("1|fail", "2|pass");
  }

  @Test
  void what_was_seen_before_anything_was_promised_judges_no_promise() {
    String number = commitments.agreed(lead, klip, commitments.moderators(90));
    LocalDate before = commitments.today().minusDays(1);
    Refused.byRule(
        "commitment.refused.other_checked",
        () -> commitments.find(second, number, found(FindingResult.PASS, before, "220.")));
    commitments.find(second, number, found(FindingResult.FAIL, before, "220."));
    assertThat(db.rows("select count(*) from commitment_finding")).containsExactly("0");
  }

  @Test
  void a_claim_is_new_only_beside_what_was_found() {
    String number = commitments.agreed(lead, klip, commitments.moderators(90));
    assertThat(claims(number, 0)).as("nothing was found").isTrue();
    clock.advance(Duration.ofDays(9));
    commitments.find(second, number, FindingResult.FAIL, 100);
    assertThat(claims(number, -1)).as("of a day before it was found short").isFalse();
    assertThat(claims(number, 0)).isTrue();
    commitments.find(second, number, FindingResult.PASS, 220);
    assertThat(claims(number, 60)).as("the pass holds").isFalse();
    assertThat(claims(number, 61)).as("the pass has lapsed").isTrue();
  }

  private boolean claims(String number, int days) {
    return claimed(commitments.today().plusDays(days))
        .claims(commitments.read(lead, number).standing());
  }

  @Test
  void the_latest_day_counts_whatever_was_typed_last() {
    String number = commitments.agreed(lead, klip, commitments.moderators(90));
    clock.advance(Duration.ofDays(9));
    LocalDate today = commitments.today();
    commitments.find(second, number, found(FindingResult.FAIL, today, "Sekarang."));
    commitments.find(second, number, found(FindingResult.PASS, today.minusDays(5), "Dahulu."));
    assertThat(word(number)).isEqualTo(Word.FAILED);
    commitments.report(responder, number, reported(100, today), List.of());
    commitments.report(responder, number, reported(60, today.minusDays(3)), List.of());
    assertThat(read(number).standing().reported().orElseThrow().value()).hasValue(amount(100));
    commitments.report(responder, number, claimed(today.minusDays(2)), List.of());
    assertThat(word(number)).as("it was looked at since").isEqualTo(Word.FAILED);
    commitments.report(responder, number, claimed(today), List.of());
    assertThat(word(number)).isEqualTo(Word.CLAIMED);
    assertThat(state(read(number)).is(Mark.FOUND_SHORT)).isTrue();
    assertEveryFilterAgrees();
  }

  @Test
  void a_claim_while_a_pass_holds_asks_nobody_to_look_again() {
    String number = commitments.agreed(lead, klip, commitments.moderators(90));
    commitments.find(second, number, FindingResult.PASS, 220);
    commitments.report(responder, number, 230, true);
    assertThat(word(number)).isEqualTo(Word.VERIFIED);
    assertThat(
            db.rows(
                "select kind from event where kind like 'commitment.%' order by id desc limit 1"))
        .containsExactly("commitment.reported");
    clock.advance(Duration.ofDays(61));
    commitments.report(responder, number, 230, true);
    assertThat(word(number)).as("the pass has lapsed").isEqualTo(Word.CLAIMED);
  }

  @Test
  void what_is_not_reached_is_not_claimed_nor_without_a_word_of_proof() {
    String number = commitments.agreed(lead, klip, commitments.moderators(90));
    Refused.byRule(
        "commitment.fault.claim.short", () -> commitments.report(responder, number, 219, true));
    Refused.byRule(
        "commitment.fault.claim.proof",
        () ->
            commitments.report(
                responder,
                number,
                new ReportGiven(
                    Optional.of(amount(220)),
                    commitments.today(),
                    "",
                    true,
                    Optional.empty(),
                    Optional.empty()),
                List.of()));
    Refused.byRule(
        "commitment.fault.files",
        () ->
            commitments.report(
                responder,
                number,
                commitments.said(20, false),
                Collections.nCopies(11, commitments.roster())));
  }

  @Test
  void a_due_day_that_passed_is_signed_only_where_it_stood_already() {
    String late = commitments.propose(lead, klip, commitments.moderators(2));
    commitments.sign(lead, late, 1);
    String number = commitments.agreed(lead, klip, commitments.moderators(2));
    clock.advance(Duration.ofDays(3));
    Refused.byRule("commitment.refused.due_passed", () -> commitments.sign(second, late, 1));
    Terms stands = history(number).latest().terms();
    Terms mended =
        new Terms(
            stands.text(),
            stands.baseline(),
            stands.target(),
            stands.dueOn(),
            30,
            true,
            stands.fields(),
            List.of(),
            stands.rows());
    commitments.revise(lead, number, mended, "Masa tenggang.");
    commitments.sign(lead, number, 2);
    commitments.sign(second, number, 2);
    assertThat(read(number).standing().lateAfter()).isEqualTo(stands.dueOn().plusDays(30));
  }

  @Test
  void what_was_not_read_is_neither_refused_nor_cancelled() {
    String number = commitments.agreed(lead, klip, commitments.moderators(90));
    commitments.revise(second, number, commitments.moderators(90, 230), "Lebih banyak.");
    RefuseVersion refuse = commitments.desk().refuse();
    Refused.byRule(
        "commitment.refused.other_version",
        () -> given.db().run(lead, tx -> refuse.run(tx, given.act(), number, 1, "Tidak.")));
    commitments.sign(lead, number, 2);
    commitments.sign(given.supervisor(), number, 2);
    CancelCommitment cancel = commitments.desk().cancel();
    Refused.byRule(
        "commitment.refused.now_in_force",
        () -> given.db().run(lead, tx -> cancel.run(tx, given.act(), number, 1, "Tutup.")));
  }

  @Test
  void a_revision_in_force_asks_for_a_finding_anew() {
    String number = commitments.agreed(lead, klip, commitments.moderators(90));
    commitments.find(second, number, FindingResult.PASS, 220);
    commitments.revise(second, number, commitments.moderators(90, 300), "Lebih banyak.");
    assertThat(word(number)).isEqualTo(Word.VERIFIED);
    commitments.sign(lead, number, 2);
    commitments.sign(given.supervisor(), number, 2);
    assertThat(word(number)).isEqualTo(Word.AGREED);
  }

  @Test
  void conditions_of_a_platform_come_with_what_was_found_and_by_whom() {
    String number = commitments.agreed(lead, klip, commitments.moderators(90));
    String proposed = commitments.propose(lead, klip, commitments.moderators(90));
    assertThat(conditions()).extracting(Condition::number).containsExactly(number, proposed);
    assertThat(conditions()).extracting(Condition::agreed).containsExactly(true, false);
    commitments.refuse(second, proposed, "Sudah ada.");
    assertThat(conditions()).extracting(Condition::number).containsExactly(number);
    assertThat(conditions().getFirst().isMet(commitments.today())).isFalse();
    commitments.prove(lead, number, 220);
    commitments.find(second, number, FindingResult.PASS, 220);
    commitments.find(given.officer(), number, FindingResult.UNCHECKED, 0);
    Condition condition = conditions().getFirst();
    assertThat(condition.isMet(commitments.today())).isTrue();
    assertThat(condition.value())
        .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("220"));
    assertThat(condition.verifiedBy().orElseThrow().code()).isEqualTo(second.code());
    assertThat(condition.evidenceOn()).hasValue(commitments.today());
    assertThat(condition.isExpired(commitments.today().plusDays(61))).isTrue();
    assertThat(condition.isMet(commitments.today().plusDays(61))).isFalse();
  }

  /** What a list shows for a word or a mark is what is said of each. */
  private void assertEveryFilterAgrees() {
    given
        .db()
        .run(
            second,
            tx -> {
              List<Commitment> all =
                  commitments
                      .desk()
                      .commitments()
                      .list(tx, CommitmentFilter.ALL, Optional.empty(), 99);
              for (Word word : Word.values()) {
                assertThat(
                        commitments.desk().commitments().list(tx, by(word), Optional.empty(), 99))
                    .as("%s", word)
                    .isEqualTo(all.stream().filter(each -> state(each).word() == word).toList());
              }
              for (Mark mark : Mark.values()) {
                assertThat(
                        commitments.desk().commitments().list(tx, by(mark), Optional.empty(), 99))
                    .as("%s", mark)
                    .isEqualTo(all.stream().filter(each -> state(each).is(mark)).toList());
              }
            });
  }

  @Test
  void the_register_narrows_by_the_words_it_shows() {
    PersonViewer ministry = given.officer();
    Terms near = commitments.moderators(10);
    commitments.agreed(lead, klip, near);
    commitments.propose(lead, klip, near);
    commitments.refuse(lead, commitments.propose(lead, klip, near), "Batal.");
    commitments.report(lead, commitments.agreed(lead, klip, near), 20, false);
    commitments.report(lead, commitments.agreed(lead, klip, near), 220, true);
    commitments.find(ministry, commitments.agreed(lead, klip, near), FindingResult.PASS, 220);
    commitments.find(ministry, commitments.agreed(lead, klip, near), FindingResult.PARTLY, 90);
    commitments.find(ministry, commitments.agreed(lead, klip, near), FindingResult.FAIL, 20);
    commitments.prove(lead, commitments.agreed(lead, klip, near), 220);
    commitments.agreed(lead, klip, commitments.moderators(300));
    assertEveryFilterAgrees();
    clock.advance(Duration.ofDays(11));
    commitments.report(lead, commitments.agreed(lead, klip, commitments.moderators(0)), 220, true);
    assertEveryFilterAgrees();
    clock.advance(Duration.ofDays(61));
    assertEveryFilterAgrees();
    List<Integer> counts =
        given.as(
            lead,
            tx ->
                commitments
                    .desk()
                    .commitments()
                    .counts(tx, List.of(CommitmentFilter.ALL, by(Word.EXPIRED), by(Mark.LATE))));
    assertThat(counts).containsExactly(11, 1, 4);
  }

  private CommitmentState state(Commitment of) {
    return of.state(commitments.today());
  }

  private static CommitmentFilter by(Word word) {
    return CommitmentFilter.ALL.saying(word);
  }

  private static CommitmentFilter by(Mark mark) {
    return CommitmentFilter.ALL.bearing(mark);
  }

  private List<String> toSign(PersonViewer who) {
    CommitmentFilter filter = CommitmentFilter.waiting();
    return given
        .as(who, tx -> commitments.desk().commitments().list(tx, filter, Optional.empty(), 9))
        .stream()
        .map(Commitment::number)
        .toList();
  }

  private List<Condition> conditions() {
    return given.as(
        second, tx -> commitments.desk().commitments().conditions(tx, klip.platform().id()));
  }

  private static FindingGiven found(FindingResult result, LocalDate asOf, String findings) {
    return new FindingGiven(
        result, Optional.of(amount(220)), asOf, Optional.empty(), findings, Optional.empty());
  }

  private FindingGiven lasting(FindingResult result, int days) {
    return new FindingGiven(
        result,
        Optional.of(amount(220)),
        commitments.today(),
        Optional.of(commitments.today().plusDays(days)),
        "Dihitung.",
        Optional.empty());
  }

  private static ReportGiven reported(int value, LocalDate asOf) {
    return new ReportGiven(
        Optional.of(amount(value)), asOf, "", false, Optional.empty(), Optional.empty());
  }

  private static ReportGiven claimed(LocalDate asOf) {
    return new ReportGiven(
        Optional.of(amount(220)), asOf, "Sudah.", true, Optional.empty(), Optional.empty());
  }

  private static BigDecimal amount(int value) {
    return new BigDecimal(value + ".0000");
  }

  private Word word(String number) {
    return state(read(number)).word();
  }

  private Commitment read(String number) {
    return commitments.read(given.officer(), number);
  }

  private Commitment.History history(String number) {
    return commitments.history(given.officer(), number);
  }
}

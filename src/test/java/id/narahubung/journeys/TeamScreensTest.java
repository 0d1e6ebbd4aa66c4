package id.narahubung.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.accounts.LendRole;
import id.narahubung.accounts.LoanStore;
import id.narahubung.accounts.PersonStore;
import id.narahubung.commitments.FindingResult;
import id.narahubung.decisions.CellKey;
import id.narahubung.decisions.ExecutionState;
import id.narahubung.figures.CountHalfYears;
import id.narahubung.figures.Figures;
import id.narahubung.figures.HalfYear;
import id.narahubung.figures.Week;
import id.narahubung.ledger.Ledger;
import id.narahubung.mail.MailStore;
import id.narahubung.notices.BundleNotices;
import id.narahubung.notices.Letters;
import id.narahubung.notices.NoticeStore;
import id.narahubung.requests.ItemRef;
import id.narahubung.requests.Verdict;
import id.narahubung.rules.RuleStore;
import id.narahubung.status.SendingTime;
import id.narahubung.status.StatusDesk;
import id.narahubung.testing.Browser;
import id.narahubung.testing.Given;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenDecisions;
import id.narahubung.testing.RunningPortal;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.verification.GivenVerifications;
import id.narahubung.verification.VerificationOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages of teams: what a lead releases, and what is looked at again; as {@link ScreensTest}.
 */
final class TeamScreensTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Screens screens = new Screens();

  @ParameterizedTest
  @MethodSource("id.narahubung.journeys.Screens#languages")
  void pages_of_drafts_and_their_release(Language language) {
    House house = House.build(portal.database(), language);
    Cases cases = new Cases(portal.database(), house);
    String number = cases.sent(6);
    Visitor me = house.visitor(portal.browser(), language);

    me.as(House.RESPONDER);
    screens.look(me.open("/company"), "company-responder");
    screens.look(me.open(act("/answers/new", cases, number, 1, 2) + "&type=D1"), "answer-straight");
    me.as(House.LEAD);
    screens.look(me.open("/company"), "company-lead");
    me.choose("company.release.required").press("company.save");
    screens.look(me, "company-settled");
    screens.look(me.open("/answer-drafts"), "drafts-empty");

    me.as(House.RESPONDER).open(act("/answers/new", cases, number, 1, 2) + "&type=D1");
    screens.look(me, "answer-waits");
    screens.look(me.press("answer.waits.save", 2), "answer-waits-faults");
    cases.removed(number, 1, 2, 3);
    cases.refused(number, 4);
    screens.look(me.open("/?show=open"), "queue-drafted");
    screens.look(me.open("/requests/" + number), "request-drafted");
    screens.look(me.open("/requests/" + number + "/items/1"), "item-drafted");
    screens.look(me.open("/answer-drafts"), "drafts-responder");
    screens.look(
        me.open(act("/answer-drafts/removals/new", cases, number, 1, 2)), "drafts-removal");

    me.as(House.LEAD);
    screens.look(me, "queue-lead");
    screens.look(me.open("/answer-drafts"), "drafts-lead");
    screens.look(me.press("draft_answer.return"), "drafts-return-faults");
    me.pick(number + "/0004");
    me.fill("draft_answer.reason", "Sebutkan media yang memuatnya.").press("draft_answer.return");
    me.pick(number + "/0001");
    me.pick(number + "/0003");
    cases.withdrawn(number, 3);
    screens.look(me.press("draft_answer.release"), "drafts-result");
    screens.look(me.open("/requests/" + number + "/items/3"), "item-draft-settled");
    screens.look(me.open("/requests/" + number + "/items/1"), "item-released");
    me.as(House.RESPONDER);
    screens.look(me.open("/answer-drafts?show=returned"), "drafts-returned");
    screens.look(me.open("/requests/" + number + "/items/4"), "item-returned");
    screens.look(me.press("draft_answer.change"), "answer-from-draft");
    assertThat(screens.faults()).isEmpty();
  }

  /** Rule sets outlive an emptied database; a draft must not. */
  @ParameterizedTest
  @MethodSource("id.narahubung.journeys.Screens#languages")
  void pages_of_the_rules(Language language) {
    House house = House.build(portal.database(), language);
    Visitor me = house.visitor(portal.browser(), language);
    me.as(House.RESPONDER).open("/rules");
    me.browser().pressFirst("main a.number");
    String inForce = me.browser().path();
    screens.look(me, "rules-version");
    screens.look(me.open(inForce + "/categories"), "rules-categories");
    screens.look(me.open(inForce + "/urgencies"), "rules-urgencies");
    screens.look(me.open(inForce + "/scales"), "rules-empty");

    me.as(House.ADMINISTRATOR);
    screens.look(me.open("/rules").press("rules.draft.do"), "rules-faults");
    me.fill("rules.version", "2027-01").press("rules.draft.do");
    String draft = me.browser().path();
    screens.look(me.open(draft + "/categories/04"), "rules-row");
    me.browser().find("select[name=urgency_code] option[value=urgent]").click();
    me.press("rules.save");
    screens.look(me.open(draft + "/letters"), "rules-letters");
    screens.look(me.open(draft + "/holidays/new").press("rules.save"), "rules-row-faults");
    me.open(draft + "/holidays/new/rows");
    me.fill("rules.paste.lines", "1 Januari 2029, Tahun Baru\nbesok, Libur");
    screens.look(me.press("rules.paste.look"), "rules-rows-faults");
    screens.look(me.open(draft + "/urgencies/urgent"), "rules-row-named");
    me.as(House.SUPERVISOR);
    screens.look(me.open(draft), "rules-draft");
    me.as(House.ADMINISTRATOR).open(draft);
    me.press("rules.discard.look").press("rules.discard.do");
    screens.look(me, "rules");
    assertThat(screens.faults()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("id.narahubung.journeys.Screens#languages")
  void pages_of_the_administration(Language language) {
    House house = House.build(portal.database(), language);
    Visitor me = house.visitor(portal.browser(), language);
    me.as(House.ADMINISTRATOR);
    screens.look(me.open("/administration"), "administration");
    screens.look(me.open("/administration/organisations"), "organisations");
    me.open("/administration/organisations/new").fill("organisation.name", House.COMPANY);
    screens.look(me.press("administration.save"), "organisation-faults");
    long company = house.account(House.LEAD).organisationId();
    screens.look(me.open("/administration/organisations/" + company), "organisation");
    screens.look(me.open("/administration/platforms"), "platforms");
    screens.look(
        me.open("/administration/platforms/" + house.platform().id() + "/edit"), "platform-edit");
    screens.look(me.open("/administration/accounts"), "accounts");
    screens.look(me.open("/administration/accounts?state=closed"), "accounts-empty");
    screens.look(
        me.open("/administration/accounts/new").press("person.make"), "account-new-faults");
    String accounts = "/administration/accounts/";
    screens.look(me.open(accounts + house.account(House.ADMINISTRATOR).id()), "account-own");
    screens.look(me.open(accounts + house.account(House.OFFICER).id()), "account-kept");
    screens.look(me.press("person.link.make"), "account-link");

    me.as(House.LEAD);
    screens.look(me.open("/company/colleagues"), "colleagues");
    screens.look(me.open("/company/colleagues/new"), "colleague-new");
    me.as(House.VIEWER);
    screens.look(
        me.open("/company/colleagues/" + house.account(House.LEAD).id()), "colleague-viewer");

    me.as(House.SUPERVISOR);
    screens.look(me.open("/loans/new").press("loan.lend"), "loan-faults");
    lent(house);
    screens.look(me.open("/account"), "account-lends");
    me.as(House.OFFICER);
    screens.look(me.open("/account"), "account-borrows");
    assertThat(screens.faults()).isEmpty();
  }

  private static void lent(House house) {
    PersonViewer supervisor = house.viewer(House.SUPERVISOR);
    LendRole lend = new LendRole(new PersonStore(), new LoanStore(), new Ledger());
    Instant now = portal.clock().instant();
    LendRole.Wanted wanted =
        new LendRole.Wanted(
            house.account(House.OFFICER).id(),
            Role.SUPERVISOR,
            now,
            now.plus(Duration.ofDays(5)),
            "Cuti tahunan");
    portal.database().run(supervisor, tx -> lend.run(tx, UUID.randomUUID(), wanted));
  }

  @ParameterizedTest
  @MethodSource("id.narahubung.journeys.Screens#languages")
  void pages_of_looking_again(Language language) {
    House house = House.build(portal.database(), language);
    Cases cases = new Cases(portal.database(), house);
    String number = cases.sent(3);
    cases.removed(number, 1, 2, 3);
    cases.checked(number, Verdict.DOWN, 1, 2, 3);
    portal.clock().advance(Duration.ofDays(7));
    cases.sampled();
    Visitor me = house.visitor(portal.browser(), language);
    me.as(House.OFFICER);
    screens.look(me.open("/recheck-samples"), "samples");
    String sample = portal.db().rows("select id from recheck_sample").getFirst();
    screens.look(me.open("/recheck-samples/" + sample), "sample");
    screens.look(me.open("/?show=recheck"), "queue-recheck");
    screens.look(me.press("queue.next"), "recheck");
    screens.look(me.press("check.save", 1), "recheck-faults");
    me.browser().find("input[name=verdict][value=still_up]").click();
    me.fill("check.network", "IndiHome");
    me.browser().find("input[name=signed_in][value=no]").click();
    me.press("check.save", 1);
    screens.look(me.open("/requests/" + number + "/items/1"), "item-reappeared");
    screens.look(me.open("/?show=reappeared"), "queue-reappeared");
    screens.look(me.open(act("/reappearances/new", cases, number, 1)), "redraft");
    me.press("redraft.save", 1);
    screens.look(me.open("/?show=drafts"), "queue-drafts-redrafted");
    assertThat(screens.faults()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("id.narahubung.journeys.Screens#languages")
  void pages_of_letters(Language language) {
    House house = House.build(portal.database(), language);
    Cases cases = new Cases(portal.database(), house);
    String number = cases.sent(3);
    Visitor me = house.visitor(portal.browser(), language);
    me.as(House.SUPERVISOR);
    screens.look(me.open("/letters"), "letters-empty");
    portal.clock().advance(Duration.ofHours(25));
    me.as(House.SUPERVISOR);
    screens.look(me.open("/"), "queue-letters");
    screens.look(me.open("/letters"), "letters-wanted");
    screens.look(me.open("/requests/" + number), "request-letter-wanted");
    String sending = "/requests/" + number + "/letters/new?stage=";
    screens.look(me.open(sending + "ST1"), "letter-new");
    screens.look(me.press("letter.send"), "letter-sent");
    portal.clock().advance(Duration.ofHours(25));
    me.as(House.SUPERVISOR);
    screens.look(me.open(sending + "ST2").press("letter.send"), "letter-new-faults");
    me.browser().find("input[name=fine]").sendKeys("5.000.000");
    screens.look(me.press("letter.send"), "letter-fined");
    String letter = me.browser().path();

    me.as(House.LEAD);
    screens.look(me.open(letter), "letter-lead");
    screens.look(me.press("letter.acknowledge"), "letter-acknowledged");
    screens.look(me.open(letter + "/commitment"), "letter-commitment");
    screens.look(me.press("letter.commit.save"), "letter-commitment-faults");
    screens.look(me.open(letter + "/payment-claims"), "letter-payment-claim");
    screens.look(me.open(letter + "/objection"), "letter-objection");
    me.fill("letter.form.reason", "Item sudah dihapus tepat waktu.").press("letter.object.save");
    screens.look(me.open("/requests/" + number), "request-letters");
    screens.look(me.open("/requests/" + number + "/items/1"), "item-letters");
    screens.look(me.open("/meetings"), "meetings-empty");
    screens.look(me.open("/meetings/new"), "meeting-new");
    screens.look(me.press("meeting.new.save"), "meeting-new-faults");
    String meeting = "/meetings/" + cases.met();
    screens.look(me.open("/meetings"), "meetings");
    screens.look(me.open(meeting), "meeting");
    screens.look(me.open(meeting + "/minutes/new"), "meeting-mend");
    me.as(House.SUPERVISOR);
    house.second(language);
    me.as(House.SECOND_SUPERVISOR);
    screens.look(me.open(letter + "/objection-decision"), "letter-decision");
    screens.look(me.open(letter + "/payments"), "letter-payment");
    screens.look(me.open(letter + "/withdrawal"), "letter-withdrawal");
    screens.look(me.open("/letters"), "letters");
    assertThat(screens.faults()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("id.narahubung.journeys.Screens#languages")
  void pages_of_weeks_and_reports(Language language) {
    House house = House.build(portal.database(), language);
    new Cases(portal.database(), house).sent(3);
    Visitor me = house.visitor(portal.browser(), language);
    me.as(House.SUPERVISOR);
    screens.look(me.open("/figures"), "figures-empty");
    screens.look(me.open("/status"), "status-empty");
    screens.look(me.open("/status/now"), "status-now");
    Week week = Week.containing(portal.clock().instant());
    portal.clock().set(week.to().plus(Duration.ofHours(7)));
    StatusDesk desk =
        new StatusDesk(
            portal.database(),
            new RuleStore(),
            new Ledger(),
            new StatusDesk.Sending(
                new Messages(),
                portal.address(),
                "portal.example",
                false,
                false,
                SendingTime.USUAL),
            UUID::randomUUID);
    desk.freeze().one(week);
    desk.tell().one(week);
    String status = "/status/" + week.code();
    String company = status + "/companies/" + house.company().id();
    me.as(House.SUPERVISOR);
    screens.look(me.open("/figures"), "figures");
    screens.look(me.open("/figures/scorecard/" + house.company().id()), "scorecard");
    screens.look(me.open("/figures/rows?measure=open&week=" + week.code()), "figure-rows");
    screens.look(me.open("/figures/definitions"), "definitions");
    screens.look(me.open("/status"), "status-list");
    screens.look(me.open(status), "status-week");
    screens.look(me.open(status + "/mail"), "status-mail");
    me.as(House.LEAD).open(company + "/remarks/new?measure=open");
    screens.look(me.press("status.remark.send"), "status-remark-faults");
    me.fill("status.remark.text", "Item 2 sudah dijawab lewat telepon.")
        .press("status.remark.send");
    screens.look(me, "status-company-remarked");
    me.as(House.ADMINISTRATOR).open("/administration/status/new");
    screens.look(me.press("administration.save"), "status-recipient-faults");
    screens.look(me.open("/administration/status"), "status-recipients");
    screens.look(me.open("/transparency"), "transparency-empty");
    HalfYear half = HalfYear.containing(portal.clock().instant());
    portal.clock().set(half.to().plus(Duration.ofDays(1)));
    new CountHalfYears(
            portal.database(), new Figures(), new RuleStore(), new Ledger(), UUID::randomUUID)
        .run();
    me.as(House.ADMINISTRATOR).open("/administration/transparency");
    screens.look(me, "transparency-kept");
    screens.look(me.open("/administration/transparency/" + half.code()), "transparency-preview");
    assertThat(screens.faults()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("id.narahubung.journeys.Screens#languages")
  void pages_of_decisions(Language language) {
    House house = House.build(portal.database(), language);
    Given given = new Given(portal.database(), portal.clock());
    PersonViewer supervisor = house.viewer(House.SUPERVISOR);
    GivenDecisions decisions =
        new GivenDecisions(
            given, house.viewer(House.OFFICER), house.decisionMaker(language), supervisor);
    GivenCommitments commitments = new GivenCommitments(given);
    Given.Company klip = house.company();
    Visitor me = house.visitor(portal.browser(), language);
    me.as(House.OFFICER);
    screens.look(me.open("/decisions"), "decisions-empty");
    String platform = "/platforms/" + klip.platform().id();
    screens.look(me.open(platform), "platform-open");
    screens.look(me.open("/decisions/new").press("decision.prepare.save"), "decision-new-faults");
    String block = decisions.signed(klip, "full_block");
    decisions.execute(supervisor, block, "Telkom", ExecutionState.DONE);
    PersonViewer lead = house.viewer(House.LEAD);
    String promise = commitments.propose(lead, klip.platform().id(), commitments.moderators(90));
    commitments.sign(lead, promise, 1);
    commitments.sign(supervisor, promise, 1);
    commitments.find(supervisor, promise, FindingResult.FAIL, 120);
    portal.clock().advance(Duration.ofDays(3));
    me.as(House.LEAD).open(platform + "/normalisation").press("normalisation.ask.save");
    screens.look(me, "normalisation-faults");
    String asked = decisions.ask(lead, klip, GivenDecisions.PAPERS.subList(0, 4));
    screens.look(me.open("/normalisations/" + asked), "normalisation");
    screens.look(me.open(platform), "platform-blocked");
    me.open("/decisions/" + block + "/objection").press("decision.objection.object.save");
    screens.look(me, "objection-faults");
    given
        .db()
        .run(
            lead,
            tx -> decisions.desk().contest().run(tx, given.act(), block, "Domain itu bukan kami."));
    screens.look(me.open("/decisions/" + block), "decision-signed");
    long id =
        decisions.prepare(
            house.viewer(House.OFFICER), klip, decisions.content("conditional_restore"));
    decisions.propose(supervisor, id, CellKey.check("hours_minded"));
    decisions.waive(id, CellKey.check("items_checked"));
    me.as(House.DECISION_MAKER).open("/decisions/" + id);
    screens.look(me, "decision-to-sign");
    screens.look(me.press("decision.sign.save"), "decision-to-sign-faults");
    screens.look(me.open("/decisions/" + id + "/waivers"), "decision-waiver");
    screens.look(me.open("/decisions"), "decisions");
    screens.look(me.open("/platforms"), "platforms");
    assertThat(screens.faults()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("id.narahubung.journeys.Screens#languages")
  void pages_of_verifications(Language language) {
    House house = House.build(portal.database(), language);
    Cases cases = new Cases(portal.database(), house);
    String number = cases.sent(3);
    cases.removed(number, 1, 2, 3);
    GivenVerifications steps = new GivenVerifications(new Given(portal.database(), portal.clock()));
    PersonViewer officer = house.viewer(House.OFFICER);
    long platform = house.platform().id();
    Visitor me = house.visitor(portal.browser(), language);
    me.as(House.OFFICER).open("/verifications/new").press("verification.plan.save");
    screens.look(me, "verification-plan-faults");
    String visit = steps.planned(officer, platform, number, "visit");
    screens.look(me.open("/verifications/" + visit + "/record"), "verification-record");
    steps.record(officer, visit);
    screens.look(me.open("/verifications/" + visit), "verification-recorded");
    String sample = "/verifications/" + steps.planned(officer, platform, number, "sample");
    screens.look(me.open(sample + "/sample"), "sample-choose");
    me.browser().pressFirst("form[action$='/list'] .button");
    screens.look(me, "sample-confirm");
    me.browser().pressFirst("form[action$='/list'] .button");
    me.browser().pressFirst("form[action$='/draw'] .button:not(.quiet)");
    screens.look(me, "sample-drawn");
    screens.look(me.open(sample + "/sample/sheet"), "sample-look");
    digitsChooseWhereverNothingIsTyped(me.browser());
    screens.look(me.open("/verifications/calendar"), "verification-calendar");
    me.as(House.SUPERVISOR).open("/verifications/" + visit + "/conclusion");
    screens.look(me.press("verification.conclude.save"), "verification-conclude-faults");
    steps.conclude(house.viewer(House.SUPERVISOR), visit, VerificationOutcome.FAIL);
    screens.look(me.open("/verifications?show=over"), "verifications");
    me.as(House.LEAD);
    screens.look(me.open("/verifications/" + visit), "verification-company");
    assertThat(screens.faults()).isEmpty();
  }

  private static void digitsChooseWhereverNothingIsTyped(Browser browser) {
    assertThat(browser.focused().getDomAttribute("name")).isEqualTo("verdict");
    browser.find("#network").click();
    browser.keys("Kantor1");
    assertThat(browser.find("#network").getDomProperty("value")).isEqualTo("Kantor1");
    browser.enter();
    assertThat(browser.focused().getDomAttribute("name")).as("what is wrong").isEqualTo("verdict");
    browser.find("h1").click();
    browser.keys("2");
    assertThat(browser.find("[name=verdict]:checked").getDomAttribute("value")).isEqualTo("failed");
    assertThat(browser.find("#network").getDomProperty("value")).isEqualTo("Kantor1");
  }

  @ParameterizedTest
  @MethodSource("id.narahubung.journeys.Screens#languages")
  void pages_of_commitments(Language language) {
    House house = House.build(portal.database(), language);
    Given given = new Given(portal.database(), portal.clock());
    GivenCommitments commitments = new GivenCommitments(given);
    PersonViewer lead = house.viewer(House.LEAD);
    PersonViewer supervisor = house.viewer(House.SUPERVISOR);
    Visitor me = house.visitor(portal.browser(), language);
    me.as(House.LEAD);
    screens.look(me.open("/commitments"), "commitments-empty");
    screens.look(me.open("/commitments/new"), "commitment-choose");
    String writing = "/commitments/new?kind=staffing&platform=" + house.platform().id();
    screens.look(me.open(writing), "commitment-new");
    screens.look(me.press("commitment.write.save"), "commitment-new-faults");
    String number = commitments.propose(lead, house.platform().id(), commitments.moderators(90));
    String one = "/commitments/" + number;
    screens.look(me.open(one), "commitment-proposed");
    me.choose("sign.read", me.option("side.company"));
    screens.look(me.press("commitment.sign", 1), "commitment-half-signed");
    commitments.sign(supervisor, number, 1);
    screens.look(me.open(one + "/reports/new"), "commitment-report");
    screens.look(me.press("commitment.report.save"), "commitment-report-faults");
    commitments.report(lead, number, 60, false);
    portal.clock().advance(Duration.ofDays(40));
    commitments.prove(lead, number, 148);
    commitments.find(supervisor, number, FindingResult.PARTLY, 120);
    portal.clock().advance(Duration.ofDays(20));
    commitments.prove(lead, number, 180);
    commitments.revise(lead, number, commitments.moderators(60, 200), "Perekrutan lebih lambat.");
    me.as(House.SUPERVISOR);
    screens.look(me.open(one), "commitment-revised");
    screens.look(me.open(one + "/refusal").press("commitment.refuse.save"), "commitment-refusal");
    screens.look(me.open(one + "/cancellation"), "commitment-cancel");
    screens.look(me.open(one + "/versions/new"), "commitment-version");
    screens.look(me.open("/commitments"), "commitments");
    screens.look(
        me.open("/platforms/" + house.platform().id() + "/commitments"), "commitments-set");
    assertThat(screens.faults()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("id.narahubung.journeys.Screens#languages")
  void pages_of_who_is_on_duty(Language language) {
    House house = House.build(portal.database(), language);
    Cases cases = new Cases(portal.database(), house);
    String number = cases.sent(3);
    Visitor me = house.visitor(portal.browser(), language);
    me.as(House.LEAD);
    screens.look(me.open("/roster"), "roster-empty");
    screens.look(me.open("/roster/setting"), "roster-setting");
    screens.look(me.open("/roster/shifts/new"), "roster-shift");
    screens.look(me.press("shift.add"), "roster-shift-faults");
    cases.onDuty(House.LEAD, House.RESPONDER);
    screens.look(me.open("/roster"), "roster-lead");
    me.browser().pressFirst("main a[href$='/removal']");
    screens.look(me, "roster-removal");
    me.as(House.SUPERVISOR).open("/roster");
    me.browser().pressFirst("form[action='/roster/calls'] button");
    screens.look(me, "roster-rung");
    portal.clock().advance(Duration.ofMinutes(20));
    me.as(House.RESPONDER);
    screens.look(me.open("/roster"), "roster-called");
    screens.look(me.press("call.confirm"), "roster-confirmed");
    screens.look(me.open("/"), "queue-duty");
    screens.look(me.open("/requests/" + number), "request-duty");
    assertThat(screens.faults()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("id.narahubung.journeys.Screens#languages")
  void pages_of_mail(Language language) {
    House house = House.build(portal.database(), language);
    new Cases(portal.database(), house).sent(6);
    portal.clock().advance(Duration.ofMinutes(5));
    Given given = new Given(portal.database(), portal.clock());
    new BundleNotices(
            portal.database(),
            new NoticeStore(),
            new MailStore(),
            new Letters(new Messages(), portal.address()),
            given::act,
            "kementerian.example",
            false)
        .run();
    Visitor me = house.visitor(portal.browser(), language);
    me.as(House.ADMINISTRATOR);
    screens.look(me.open("/administration/mail"), "mail-list");
    screens.look(me.open("/administration/mail?state=parked"), "mail-list-empty");
    screens.look(me.open("/administration/mail/1"), "mail");
    screens.look(me.open("/administration/jobs"), "jobs");
    screens.look(me.open("/account/notices"), "account-notices");
    assertThat(screens.faults()).isEmpty();
  }

  private static String act(String path, Cases cases, String number, int... ordinals) {
    return cases.items(number, ordinals).stream()
        .map(ItemRef::toString)
        .collect(Collectors.joining("&item=", path + "?item=", ""));
  }
}

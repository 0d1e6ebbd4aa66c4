package id.narahubung.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.requests.ItemRef;
import id.narahubung.requests.RulingOutcome;
import id.narahubung.requests.Verdict;
import id.narahubung.testing.Given;
import id.narahubung.testing.Printing;
import id.narahubung.testing.RunningPortal;
import id.narahubung.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page, with data, with errors shown, and empty: nothing for axe to find, nothing wider than
 * a phone, no missing word; those of a company and of everybody in both languages, and all of them
 * where a picture of each is asked for, for people to judge ({@code bin/test --screens}).
 */
final class ScreensTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  /** As the head of an Indonesian page offers it. */
  private static final String OTHER_LANGUAGE = "English";

  private final Screens screens = new Screens();
  private final List<String> faults = screens.faults();

  @ParameterizedTest
  @EnumSource(Language.class)
  void pages_of_everybody(Language language) {
    Visitor me = new Visitor(portal.browser(), language, House.rules(portal.database()), Map.of());
    me.open("/sign-in");
    if (language != Language.ID) {
      me.browser().press(OTHER_LANGUAGE);
    }
    look(me, "sign-in-nobody-yet");
    House house = House.build(portal.database(), language);
    look(me.open("/sign-in"), "sign-in");
    look(me.press("sign_in.button"), "sign-in-faults");
    look(me.open(house.link(House.OFFICER)), "link");

    me.as(House.ADMINISTRATOR);
    look(me, "queue-administrator");
    look(me.open("/drafts/new"), "error-403");
    me.as(House.OFFICER);
    look(me, "queue-officer-empty");
    look(me.open("/requests"), "requests-empty");
    look(me.open("/requests/PA-2026-999999"), "error-404");
    look(me.open("/account"), "account");
    look(me.press("account.change_password"), "account-faults");
    look(me.open("/help"), "help");
    look(me.open("/help/file-request"), "help-task");
    me.as(House.RESPONDER);
    look(me, "queue-responder-empty");

    String number = new Cases(portal.database(), house).sent(1);
    me.open("/requests/" + number).fill("message.text", "Terlambat sebentar.");
    portal.clock().advance(Duration.ofMinutes(61));
    look(me.press("message.send"), "sign-in-form-kept");
    look(me.signInHere(House.RESPONDER), "kept-form");
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("id.narahubung.journeys.Screens#languages")
  void pages_of_whoever_holds_an_order(Language language) {
    House house = House.build(portal.database(), language);
    String number = new Cases(portal.database(), house).sent(1);
    String code =
        Printing.orders(new Given(portal.database(), portal.clock()))
            .run(house.viewer(House.RESPONDER), number)
            .code();
    Visitor me = house.visitor(portal.browser(), language);
    me.open("/verify");
    if (language != Language.ID) {
      me.browser().press(OTHER_LANGUAGE);
    }
    look(me, "verify");
    look(me.open("/verify?code=0000-0000-0000-0000"), "verify-unknown");
    look(me.open("/verify/" + code), "verify-real");
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("id.narahubung.journeys.Screens#languages")
  void pages_of_a_draft(Language language) {
    House house = House.build(portal.database(), language);
    Cases cases = new Cases(portal.database(), house);
    Visitor me = house.visitor(portal.browser(), language);
    me.as(House.OFFICER);
    look(me.open("/drafts/new"), "draft-new");
    look(me.press("draft.save"), "draft-new-faults");
    long mixed = cases.draft(Cases.addresses(14) + "\nklip.example/v/9\nftp://klip.example/a\n");
    look(me.open("/drafts/" + mixed), "draft-review");
    look(me.open("/drafts/" + mixed + "?look=bad"), "draft-review-narrowed");
    long waiting = cases.submitted(Cases.addresses(12));
    look(me.open("/?show=drafts"), "queue-officer-drafts");
    look(me.open("/drafts/" + waiting), "draft-awaiting-approval-officer");
    look(me.open("/drafts/" + waiting + "/edit"), "error-409");
    long many =
        cases.draft(
            Cases.addresses(2)
                + "\nhttps://m.layar.example/v/1\nslot.situs.example\nhttps://klip.example/\n"
                + "https://data.go.id/a\nhttps://klip.example/v/70211\n");
    look(me.open("/drafts/" + many), "draft-of-many-things");
    me.press("draft.offer.unknown.look", 1);
    look(me.press("draft.offer.unknown.do"), "draft-handed-over");
    me.open("/drafts/" + mixed + "/edit");
    cases.submit(mixed);
    look(me.press("draft.save"), "draft-changed-meanwhile");

    me.as(House.SUPERVISOR);
    look(me, "queue-supervisor");
    look(me.open("/drafts/" + waiting), "draft-awaiting-approval");
    look(me.press("draft.return"), "draft-return-faults");
    cases.giveBack(waiting, "Sebutkan siapa yang disasar.");
    look(me.open("/drafts/" + waiting), "draft-returned");
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("id.narahubung.journeys.Screens#languages")
  void pages_of_other_kinds_and_of_what_is_restricted(Language language) {
    House house = House.build(portal.database(), language);
    Cases cases = new Cases(portal.database(), house);
    long mixed =
        cases.draft(
            "https://klip.example/v/1\nhttps://klip.example/v/2\nakun: @slot; id: 70123\n"
                + "kata kunci: slot gacor; produk: pencarian\nkomentar: 998\n"
                + "hash: sha256:"
                + "ab".repeat(32));
    Visitor me = house.visitor(portal.browser(), language);
    me.as(House.OFFICER);
    look(me.open("/drafts/" + mixed), "draft-of-kinds");
    me.browser().find("input[name=row]").click();
    me.browser().find("select[name=category] option[value='01']").click();
    look(me.press("draft.split.do"), "draft-restricted-unseen");
    String made = me.browser().path();
    portal
        .db()
        .asOwner(
            "insert into person_role (person_id, side, role) select person_id, side,"
                + " 'restricted_officer' from person_role where role = 'officer'");
    look(me.open(made), "draft-restricted");
    look(me.open(made + "/findings").press("finding.save"), "finding-faults");
    me.fill("finding.what", "Gambar anak").fill("finding.place", "gambar kedua");
    me.fill("finding.found_by", "petugas 07").fill("finding.case_number", "LP/7/2026");
    me.press("finding.save");
    look(me.press("restricted.show_all"), "restricted-shown");
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("id.narahubung.journeys.Screens#languages")
  void pages_of_the_ministry(Language language) {
    House house = House.build(portal.database(), language);
    Cases cases = new Cases(portal.database(), house);
    String number = moved(cases);
    Visitor me = house.visitor(portal.browser(), language);

    me.as(House.OFFICER);
    look(me, "queue-officer");
    look(me.open("/?show=check"), "queue-officer-check");
    look(me.open("/?show=companies"), "queue-officer-companies");
    look(me.open("/requests"), "requests");
    look(me.open("/requests?state=closed"), "requests-filtered-empty");
    look(me.open("/search"), "search");
    look(me.open("/search?q=judi"), "search-words");
    look(me.open("/search?q=klip.example/v/7021"), "search-address");
    look(me.open("/search?q=mobil+listrik"), "search-nothing");
    look(me.open("/search?q=x"), "search-too-short");
    look(me.open("/requests/" + number), "request-ministry");
    portal.clock().advance(Duration.ofMinutes(16));
    cases.written(House.RESPONDER, number, true, "Item 4 sedang ditinjau redaksi.");
    look(me.open("/requests/" + number), "request-ministry-fresh");
    look(me.press("message.send"), "message-faults");
    for (int ordinal = 1; ordinal <= 8; ordinal++) {
      look(me.open("/requests/" + number + "/items/" + ordinal), "item-" + ordinal);
    }
    look(me.open(act("/checks/new", cases, number, 2, 3)), "check");
    look(me.press("check.save", 2), "check-faults");
    look(me.open(act("/clarifications/new", cases, number, 5)), "clarification");
    look(me.press("clarification.save", 1), "clarification-faults");
    String stale = act("/checks/new", cases, number, 2, 3);
    me.open(stale);
    cases.removed(number, 2);
    new Casework(me, portal.clock()).check(2, "down");
    look(me, "check-result");

    me.as(House.SUPERVISOR);
    look(me.open("/?show=decide"), "queue-supervisor-decide");
    look(me.open(act("/rulings/new", cases, number, 4)), "ruling");
    look(me.press("ruling.save", 1), "ruling-faults");
    look(me.open(act("/extensions/new", cases, number, 1, 8)), "extension");
    look(me.press("extension.save", 2), "extension-faults");
    look(me.open("/outages"), "outages-empty");
    cases.beat();
    portal.clock().advance(Duration.ofMinutes(14));
    cases.beat();
    look(me.open("/outages"), "outages");
    look(me.open("/outages/1"), "outage");
    look(me.press("outage.save"), "outage-faults");
    look(me.open(act("/withdrawals/new", cases, number, 8)), "withdrawal-items");
    look(me.press("withdrawal.save", 1), "withdrawal-items-faults");
    look(me.open("/requests/" + number + "/withdrawal"), "withdrawal");
    look(me.press("request.withdraw.do"), "withdrawal-faults");
    me.as(House.AUDITOR);
    look(me, "queue-auditor");
    look(me.open("/requests/" + number), "request-auditor");
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void pages_of_the_company(Language language) {
    House house = House.build(portal.database(), language);
    Cases cases = new Cases(portal.database(), house);
    String number = moved(cases);
    cases.sent(6);
    Visitor me = house.visitor(portal.browser(), language);

    me.as(House.RESPONDER);
    look(me, "queue-responder");
    look(me.open("/?show=theirs"), "queue-responder-theirs");
    look(me.open("/requests"), "orders");
    look(me.open("/requests/" + number), "request-company");
    portal.clock().advance(Duration.ofMinutes(16));
    cases.written(House.OFFICER, number, true, "Item 3 masih dapat dibuka.");
    look(me.open("/requests/" + number), "request-company-fresh");
    look(me.open("/requests/" + number + "/items/8"), "item-company");
    look(me.open("/search?q=masih+dibuka"), "search-company");
    String answer = act("/answers/new", cases, number, 7, 8);
    look(me.open(answer), "answer-type");
    look(me.press("answer.continue"), "answer-type-faults");
    for (String type : List.of("D1", "D2", "N4", "T1")) {
      look(me.open(answer + "&type=" + type), "answer-" + type);
    }
    look(me.press("answer.save", 2), "answer-T1-faults");
    portal.clock().advance(Duration.ofHours(21));
    look(me.as(House.RESPONDER), "queue-responder-soon");
    portal.clock().advance(Duration.ofHours(4));
    look(me.as(House.RESPONDER).open("/?show=late"), "queue-responder-late");
    me.as(House.VIEWER);
    look(me, "queue-viewer");
    look(me.open("/requests/" + number), "request-viewer");
    me.as(House.STRANGER);
    look(me.open("/requests/" + number), "error-404-other-company");
    me.as(House.RESPONDER).open("/requests/" + number).fill("message.text", "Masih diperiksa.");
    portal.db().connectable(false);
    try {
      look(me.press("message.send"), "error-503");
    } finally {
      portal.db().connectable(true);
    }
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("id.narahubung.journeys.Screens#languages")
  void pages_of_an_answer_sheet(Language language) throws IOException {
    House house = House.build(portal.database(), language);
    Cases cases = new Cases(portal.database(), house);
    String number = cases.sent(4);
    cases.asked(number, 4);
    List<ItemRef> items = cases.items(number, 1, 2, 3);
    Path file = Files.createTempDirectory("lembar").resolve("jawaban.csv");
    Files.writeString(
        file,
        """
        Item (item),Versi (version),Kode (type),Siapa (by_whom),Catatan (note)
        %1$s/0001,%2$s,N1,uploader,
        %1$s/0002,%3$s,N2,,"=1+1, kata pemilik akun"
        %1$s/0003,%4$s,X9,,
        %1$s/0004,1,N2,,
        """
            .formatted(
                number, items.get(0).version(), items.get(1).version(), items.get(2).version()));
    Visitor me = house.visitor(portal.browser(), language);
    me.as(House.RESPONDER);
    look(me.open("/?show=open"), "queue-responder-files");
    look(me.press("answers.link"), "answer-sheets");
    look(me.press("answers.upload"), "answer-sheets-faults");
    me.browser().find("input[type=file]").sendKeys(file.toString());
    look(me.press("answers.upload"), "answer-sheet-preview");
    look(me.press("answers.do", 2), "answer-sheet-done");
    assertThat(me.browser().all("tbody tr")).hasSize(4);
    look(me.open("/requests"), "orders-files");
    look(me.open("/search?q=klip"), "search-files");
    Files.delete(file);
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("id.narahubung.journeys.Screens#languages")
  void pages_of_a_team_at_work(Language language) {
    House house = House.build(portal.database(), language);
    Cases cases = new Cases(portal.database(), house);
    String number = moved(cases);
    Visitor me = house.visitor(portal.browser(), language);
    me.as(House.RESPONDER);
    look(me.open(act("/holds/new", cases, number, 8)), "hold");
    me.press("hold.save", 1);
    look(me.open("/?show=open").sees("queue.keys"), "queue-responder-holding");
    look(me.open(act("/objections/new", cases, number, 6)), "objection");
    look(me.press("objection.save", 1), "objection-faults");
    me.fill("objection.reason", "Sudah dihapus kemarin.").press("objection.save", 1);
    look(me.open("/requests/" + number + "/items/6"), "item-objected");
    look(me.open("/views/new?path=/requests"), "view");
    look(me.fill("view.name", "Perjudian").press("view.save"), "orders-views");
    me.as(House.SUPERVISOR);
    look(me.open("/?show=objections"), "queue-objections");
    look(me.open(act("/objections/decisions/new", cases, number, 6)), "objection-decision");
    me.as(House.OFFICER);
    look(me.open("/?show=check").press("queue.next").sees("act.digits"), "check-sitting");
    me.browser().keys("2");
    assertThat(me.browser().find("input[name=verdict]:checked").getDomAttribute("value"))
        .as("a digit chooses at once")
        .isEqualTo("still_up");
    assertThat(faults).isEmpty();
  }

  /** Eight items, one in every state there is. */
  private static String moved(Cases cases) {
    String number = cases.sent(8);
    portal.clock().advance(Duration.ofMinutes(40));
    cases.removed(number, 1, 2, 3);
    cases.refused(number, 4, 6);
    cases.asked(number, 5);
    portal.clock().advance(Duration.ofMinutes(20));
    cases.checked(number, Verdict.DOWN, 1);
    cases.checked(number, Verdict.UNCHECKED, 3);
    cases.ruled(number, RulingOutcome.UPHELD, 6);
    cases.withdrawn(number, 7);
    portal.clock().advance(Duration.ofMinutes(10));
    cases.removed(number, 6);
    cases.checked(number, Verdict.STILL_UP, 6);
    cases.written(House.SUPERVISOR, number, false, "Siapkan surat bila item 6 masih tayang.");
    return number;
  }

  private static String act(String path, Cases cases, String number, int... ordinals) {
    return cases.items(number, ordinals).stream()
        .map(ItemRef::toString)
        .collect(Collectors.joining("&item=", path + "?item=", ""));
  }

  private void look(Visitor me, String name) {
    screens.look(me, name);
  }
}

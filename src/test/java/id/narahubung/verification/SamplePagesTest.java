package id.narahubung.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.ReportGiven;
import id.narahubung.decisions.CellKey;
import id.narahubung.decisions.DecisionContent.Said;
import id.narahubung.evidence.ReceivedFile;
import id.narahubung.requests.AnswerGiven;
import id.narahubung.requests.ItemRef;
import id.narahubung.sheets.Sheet;
import id.narahubung.sheets.SheetReader;
import id.narahubung.testing.Doors;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenDecisions;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.Refused;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Samples;
import id.narahubung.testing.Visitors;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Samples from the list to what they settle. */
final class SamplePagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private static final String STEP = "/verifications/VR-2026-0001";
  private static final String SAMPLE = STEP + "/sample";
  private static final Map<String, String> PLACE =
      Map.of("network", "Jaringan kantor", "country", "ID", "surface", "web", "signed_in", "no");

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private final GivenVerifications steps = new GivenVerifications(given);
  private Company klip;
  private Http officer;
  private Http second;
  private PersonViewer who;

  @BeforeEach
  void signIn() {
    klip = given.company("Klip");
    who = given.officer();
    officer = portal.visitor();
    officer.carry("session", new Doors(given.db()).session(who.personId()));
    second = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
  }

  /** A request whose items the company says are gone, but for its last. */
  private Sent answered(int items, boolean urgent) {
    Sent sent =
        urgent
            ? given.request(klip).withItems(items).urgent().sent()
            : given.request(klip).withItems(items).sent();
    given.as(
        given.responder(klip),
        tx ->
            given
                .desk()
                .answer()
                .run(
                    tx,
                    given.act(),
                    sent.refs().subList(0, items - 1),
                    new AnswerGiven(
                        "D1",
                        Optional.empty(),
                        Map.of(
                            "rule_line", "3.2", "acted_at", given.clock().instant().toString()))));
    return sent;
  }

  private static List<String> numbers(Page page) {
    return page.document().select("tbody th .number").eachText();
  }

  @Test
  void a_sample_is_drawn_looked_at_and_settles_what_it_covers() throws Exception {
    Sent sent = answered(131, false);
    Sent urgent = answered(3, true);
    steps.planned(who, klip.platform().id(), sent.number(), "sample");
    assertThat(officer.get(SAMPLE + "/sheet").location()).isEqualTo(SAMPLE);
    Page choose = officer.get(SAMPLE);
    assertThat(choose.document().select("#requests").text()).isEqualTo(sent.number());
    Page wrong = officer.submit(choose, SAMPLE + "/list", Map.of("requests", "PA-1"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.document().select("#requests").text()).isEqualTo("PA-1");
    assertThat(
            officer.submit(choose, SAMPLE + "/list", Map.of("requests", "PA-2026-999999")).status())
        .isEqualTo(409);
    Page asked =
        officer.submit(
            choose, SAMPLE + "/list", Map.of("requests", sent.number() + "\n" + urgent.number()));
    assertThat(asked.text())
        .contains("132 item akan menjadi daftarnya", "Baris pertama: " + sent.number() + "/0001");
    assertThat(sure(asked).location()).isEqualTo(SAMPLE);
    Page size = officer.get(SAMPLE + "?bound=95&confidence=95");
    assertThat(size.text())
        .contains("132 item, 2 di antaranya mendesak", "73 item, paling banyak 0 boleh gagal");
    Page changed = officer.submit(size, SAMPLE + "/draw", Map.of("bound", "80"));
    assertThat(changed.status()).isEqualTo(422);
    assertThat(changed.document().select("#bound-error").text()).contains("diubah sesudah ukuran");
    assertThat(changed.form(SAMPLE + "/draw")).containsEntry("reckoned", List.of("80-95"));
    assertThat(
            officer
                .submit(size, SAMPLE + "/draw", Map.of("bound", "80", "reckon", "yes"))
                .location())
        .isEqualTo(SAMPLE + "?bound=80&confidence=95");
    Page tooFew = officer.submit(size, SAMPLE + "/draw", Map.of("other", "72"));
    assertThat(tooFew.status()).isEqualTo(422);
    assertThat(tooFew.text()).contains("72 tidak membuktikan paling sedikit 95%", "sedikit 73");
    assertThat(tooFew.document().select("#other").val()).isEqualTo("72");
    assertThat(officer.submit(size, SAMPLE + "/draw", Map.of("other", "131")).text())
        .contains("lebih besar dari daftarnya");
    Page spare = officer.submit(size, SAMPLE + "/draw", Map.of("other", "76"));
    assertThat(spare.status()).isEqualTo(422);
    assertThat(spare.document().select("#other-error").text())
        .contains("73 sudah cukup untuk paling banyak 0 kegagalan", "atau 110");
    assertThat(spare.form(SAMPLE + "/draw")).containsEntry("advised", List.of("76"));
    assertThat(officer.submit(size, SAMPLE + "/draw", Map.of("n", "73")).location())
        .isEqualTo(SAMPLE);
    assertThat(
            officer
                .submit(size, SAMPLE + "/draw", Map.of("n", "110", "act", given.act().toString()))
                .status())
        .isEqualTo(409);

    Page drawn = officer.get(SAMPLE);
    List<String> numbers = numbers(drawn);
    assertThat(numbers).hasSize(75);
    assertThat(numbers.subList(0, 2)).allMatch(each -> each.startsWith(urgent.number()));
    String sql = drawn.document().select("#sql").text();
    assertThat(portal.db().rows(sql)).containsExactlyInAnyOrderElementsOf(numbers.subList(2, 75));

    Page form = officer.get(SAMPLE + "/sheet");
    assertThat(form.document().select("form[data-digits=focus] input[type=radio]")).isNotEmpty();
    Page unsaid = officer.submit(form, SAMPLE + "/sheet", Map.of("network", "Seluler"));
    assertThat(unsaid.status()).isEqualTo(422);
    assertThat(unsaid.document().select("#network").val()).isEqualTo("Seluler");
    Map<String, String> good = new HashMap<>(PLACE);
    good.put("verdict", "good");
    assertThat(officer.submit(form, SAMPLE + "/sheet", good).location())
        .isEqualTo(SAMPLE + "/sheet");
    Refused.byConstraint(
        "verification_look_drawn",
        () ->
            change(
                another(
                    "1",
                    "(select min(ordinal) from verification_entry where place is null and not"
                        + " urgent)")));
    Page next = officer.get(SAMPLE + "/sheet");
    assertThat(next.document().select("h1").text()).contains(numbers.get(1));
    assertThat(next.document().select("#network").val()).isEqualTo("Jaringan kantor");
    assertThat(second.get(STEP + "/conclusion").status()).isEqualTo(200);
    assertThat(conclude("pass", false).text()).contains("Sampelnya belum selesai");

    Sheet sheet = SheetReader.read(officer.getBytes(SAMPLE + "/download?format=xlsx"));
    assertThat(sheet.rows()).hasSize(76);
    assertThat(sheet.rows().get(1).get(3)).isEqualTo("sudah tidak tayang");
    assertThat(upload("Sheet\n").text()).contains("tidak punya kolom");
    String heading = "Number (number),Finding (verdict),Note (note)\n";
    Page bad = upload(heading + "PA-2026-000009/0001,gone,\n" + numbers.get(5) + ",maybe,\n");
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.text())
        .contains("2 baris salah", "Baris 2: PA-2026-000009/0001", "Baris 3: hasil ”maybe”");
    String filled =
        numbers.stream().skip(1).map(each -> each + ",gone,\n").collect(Collectors.joining());
    assertThat(upload(heading + filled).location()).isEqualTo(SAMPLE);
    assertThat(officer.get(SAMPLE).text())
        .contains(
            "73 dari 130 diundi: 73 sesuai",
            "tidak satu pun dari 73 gagal: paling banyak 5,0% dari daftar tidak sesuai",
            "seluruh 2 diperiksa");

    steps.record(who, "VR-2026-0001");
    Page done = conclude("pass", true);
    assertThat(done.location()).isEqualTo(STEP);
    assertThat(portal.db().rows("select standing, count(*) from item group by 1 order by 1"))
        .containsExactly("confirmed|75", "open|2", "sampled|57");
    assertThat(given.desk().check(given.db(), given::act).run().isGood()).isTrue();
    String planning = "/verifications/new?request=" + sent.number();
    assertThat(officer.get("/requests/" + sent.number()).document().select("a").eachAttr("href"))
        .contains(planning);
    assertThat(officer.get(planning).text()).contains(sent.number());
    assertThat(sampleKeepsShut()).isFalse();
    assertThat(cell("sample_passed"))
        .as("which step, whose and when")
        .contains("VR-2026-0001", "penyelia", "2 Mar 2026", "sampel terakhir lulus")
        .contains("tidak satu pun dari 73 gagal: paling banyak 5,0%", "seluruh 2 diperiksa");
    assertThat(cell("items_checked")).contains("132 dari 134 item selesai");
    given.as(
        given.supervisor(),
        tx ->
            given
                .desk()
                .withdrawItems()
                .run(
                    tx,
                    given.act(),
                    List.of(sent.refs().getLast(), urgent.refs().getLast()),
                    true,
                    "Keliru."));
    assertThat(cell("items_checked"))
        .contains("57 di antaranya oleh sampel yang lulus, tanpa dilihat satu per satu");
    Http lead = visitors.signedIn(klip.organisation(), Role.LEAD);
    assertThat(lead.get(STEP).text())
        .contains("terverifikasi", "57 item yang tidak terundi", "paling banyak 5,0%");
    String first =
        portal
            .db()
            .rows("select number from verification_entry where not urgent order by place limit 1")
            .getFirst();
    for (Http side : List.of(lead, officer)) {
      assertThat(side.get(STEP).text()).contains(seed(), sealOfTheList(), first);
    }
    assertThat(drawing(given.person(given.company("Lain").organisation(), Role.LEAD)))
        .as("another company")
        .isEmpty();
    assertThat(lead.get("/requests/" + sent.number()).text())
        .contains("57 diterima lewat sampel", "Menyimpulkan verifikasi VR-2026-0001");
    assertThat(officer.get(SAMPLE + "/sheet").status()).isEqualTo(409);
    assertThat(lead.get(SAMPLE).status()).isEqualTo(404);

    Page again = officer.get("/verifications/new?again=VR-2026-0001");
    String repeated = officer.submit(again, "/verifications", Map.of()).location() + "/sample";
    assertThat(
            portal
                .db()
                .rows(
                    "select count(distinct number), count(*), count(distinct step_id) from"
                        + " verification_entry"))
        .containsExactly("132|264|2");
    Page draw = officer.get(repeated);
    assertThat(officer.submit(draw, repeated + "/draw", Map.of()).location()).isEqualTo(repeated);
    assertThat(portal.db().rows("select count(distinct seed) from verification_sample"))
        .containsExactly("2");
  }

  /**
   * Whether the cell of the sample keeps an opening shut for which somebody says that it passed.
   */
  private boolean sampleKeepsShut() {
    long id = opening();
    List<CellKey> open = given.as(who, tx -> new GivenDecisions(given).desk().open(tx, id));
    return open.contains(CellKey.check("sample_passed"));
  }

  private long opening() {
    GivenDecisions decisions = new GivenDecisions(given);
    return decisions.prepare(
        who,
        klip,
        decisions.content(
            "full_restore", Map.of("sample_passed", new Said(Optional.of(true), "Lulus."))));
  }

  /** What a decision to open says of an entry of the checklist. */
  private String cell(String entry) {
    return officer.get("/decisions/" + opening()).document().select("#cell-" + entry).text();
  }

  private Page conclude(String outcome, boolean settles) {
    Page form = second.get(STEP + "/conclusion");
    Map<String, List<String>> typed = form.form(STEP + "/conclusion");
    typed.put("outcome", List.of(outcome));
    typed.put("findings", List.of("Sampel diperiksa."));
    if (settles) {
      Element box = form.document().selectFirst("input[name=settles]");
      assertThat(box).isNotNull();
      typed.put("settles", List.of("yes"));
    }
    return second.post(STEP + "/conclusion", typed);
  }

  private Page upload(String csv) {
    Map<String, List<String>> fields = officer.get(SAMPLE).form(SAMPLE + "/uploads");
    PLACE.forEach((name, value) -> fields.put(name, List.of(value)));
    return officer.upload(SAMPLE + "/uploads", fields, "sampel.csv", csv.getBytes(UTF_8));
  }

  @Test
  void a_small_list_of_addresses_is_looked_at_as_a_whole_and_a_failing_one_passes_nothing() {
    Sent sent = answered(2, false);
    steps.planned(who, klip.platform().id(), sent.number(), "sample");
    Page choose = officer.get(SAMPLE);
    String typed = "https://klip.example/a\n\nnanti saja\nhttps://klip.example/b";
    Page wrong =
        officer.submit(choose, SAMPLE + "/list", Map.of("source", "addresses", "addresses", typed));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.document().select("#addresses-error").text())
        .contains("1 baris bukan alamat: 3");
    assertThat(wrong.document().select("#addresses").val()).isEqualTo(typed);
    String list = "https://klip.example/a\nhttps://klip.example/b\nHTTPS://KLIP.example:443/a";
    Map<String, String> pasted = Map.of("source", "addresses", "addresses", list);
    Map<String, String> mixed =
        Map.of("source", "addresses", "addresses", list + "\nhttps://lain.example/a");
    assertThat(officer.submit(choose, SAMPLE + "/list", mixed).text())
        .contains("3 item akan menjadi", "1 alamat berada di luar host layanan ini");
    Page asked = officer.submit(choose, SAMPLE + "/list", pasted);
    assertThat(asked.text())
        .doesNotContain("di luar host")
        .contains(
            "1 baris mengulang yang sudah ada",
            "2 item akan menjadi daftarnya",
            "tidak dapat dibuka lagi",
            "Baris pertama: hxxps://klip[.]example/a",
            "Baris terakhir: hxxps://klip[.]example/b");
    assertThat(portal.db().rows("select address from verification_entry")).isEmpty();
    String sure = asked.document().select("input[name=sure]").val();
    Map<String, String> other =
        Map.of("source", "addresses", "addresses", "https://klip.example/a", "sure", sure);
    assertThat(officer.submit(asked, SAMPLE + "/list", other).text())
        .as("another list than was asked about")
        .contains("1 item akan menjadi daftarnya");
    assertThat(officer.submit(asked, SAMPLE + "/list", twice(pasted, sure)).location())
        .isEqualTo(SAMPLE);
    assertThat(portal.db().rows("select address from verification_entry order by ordinal"))
        .containsExactly("https://klip.example/a", "https://klip.example/b");
    Page size = officer.get(SAMPLE);
    assertThat(size.text()).contains("Seluruh daftar (2 item)", "Daftar sampai 100 item");
    officer.submit(size, SAMPLE + "/draw", Map.of());
    assertThat(officer.get(SAMPLE).text()).contains("hxxps://klip[.]example/a");
    officer.submit(SAMPLE + "/sheet", SAMPLE + "/sheet", look("failed", ""));
    assertThat(officer.get(SAMPLE).text())
        .contains("tidak dapat lagi membuktikan 95%: 1 gagal", "paling banyak 0 boleh");
    officer.submit(SAMPLE + "/sheet", SAMPLE + "/sheet", look("good", ""));
    assertThat(officer.get(SAMPLE + "/sheet").location()).isEqualTo(SAMPLE);
    assertThat(officer.get(STEP).text()).contains("gagal: yang sebaliknya terbukti");
    Page passed = conclude("pass", false);
    assertThat(passed.status()).isEqualTo(409);
    assertThat(passed.text()).contains("Sampelnya tidak lulus");
    assertThat(passed.document().select("input[name=settles]")).isEmpty();
    Map<String, List<String>> failed = passed.form(STEP + "/conclusion");
    failed.put("outcome", List.of("fail"));
    failed.put("follow_up", List.of("letter"));
    assertThat(sampleKeepsShut()).as("before the sample is concluded").isTrue();
    PersonViewer reading = given.person(klip.organisation(), Role.LEAD);
    assertThat(drawing(reading)).as("before the company reads what it came to").isEmpty();
    assertThat(second.post(STEP + "/conclusion", failed).location()).isEqualTo(STEP);
    assertThat(drawing(reading)).containsExactly(seed() + " 2 {}");
    assertThat(visitors.signedIn(klip.organisation(), Role.LEAD).get(STEP).text())
        .contains(seed(), sealOfTheList())
        .as("of addresses that were pasted no number is told")
        .doesNotContain("Item yang terundi");
    assertThat(sampleKeepsShut()).as("whatever somebody says").isTrue();
    assertThat(portal.db().rows("select standing from item order by ordinal"))
        .containsExactly("claimed", "open");
  }

  private static String seed() {
    return portal.db().rows("select seed from verification_sample").getFirst();
  }

  /** As a company reckons it from the list. */
  private static String sealOfTheList() {
    return ReceivedFile.sha256(
        String.join(
                "\n",
                portal
                    .db()
                    .rows(
                        "select number, stratum, address from verification_entry order by ordinal"))
            .replace('|', '\t')
            .getBytes(UTF_8));
  }

  private List<String> drawing(PersonViewer who) {
    return given.as(
        who,
        tx ->
            tx.sql()
                .fetch(
                    "select seed || ' ' || list_size || ' ' || numbers::text from"
                        + " draw_of_check('VR-2026-0001')")
                .map(row -> row.get(0, String.class)));
  }

  /** A closed list of two addresses, drawn as a whole. */
  private void drawn() {
    steps.planned(who, klip.platform().id(), answered(2, false).number(), "sample");
    Map<String, String> pasted =
        Map.of(
            "source", "addresses", "addresses", "https://klip.example/a\nhttps://klip.example/b");
    Page asked = officer.submit(SAMPLE, SAMPLE + "/list", pasted);
    sure(asked);
    officer.submit(SAMPLE, SAMPLE + "/draw", Map.of());
  }

  /** The second press, on the page that says what would be closed. */
  private Page sure(Page asked) {
    return officer.submit(asked, SAMPLE + "/list", Map.of());
  }

  private static Map<String, String> twice(Map<String, String> pasted, String sure) {
    Map<String, String> again = new HashMap<>(pasted);
    again.put("sure", sure);
    return again;
  }

  private Map<String, String> look(String verdict, String note) {
    Map<String, String> look = new HashMap<>(PLACE);
    look.put("verdict", verdict);
    look.put("note", note);
    return look;
  }

  @Test
  void each_look_follows_the_one_before_it_and_none_is_lost() {
    drawn();
    String first = SAMPLE + "/sheet?entry=1";
    Page mine = officer.get(first);
    Page theirs = second.get(first);
    Http auditor = visitors.signedIn(given.ministry(), Role.AUDITOR);
    assertThat(auditor.get(SAMPLE).document().select("#sql").text()).contains("sha256");
    byte[] taken = auditor.getBytes(SAMPLE + "/download?format=csv");
    officer.submit(mine, SAMPLE + "/sheet", look("failed", "Masih ada."));
    Page late = second.submit(theirs, SAMPLE + "/sheet", look("good", "Sudah tidak ada."));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text())
        .contains("00001 sudah diperiksa orang lain", "tidak sesuai. Masih ada.");
    assertThat(late.document().select("#note").val()).isEqualTo("Sudah tidak ada.");
    assertThat(second.submit(late, SAMPLE + "/sheet", Map.of()).status()).isEqualTo(303);
    assertThat(new String(taken, UTF_8)).contains("(looks)");
    Page refused =
        upload("Number (number),Finding (verdict),Note (note),Looks (looks)\n00001,failed,,0\n");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("00001 sudah diperiksa lagi sejak lembar ini diunduh");
    assertThat(
            portal
                .db()
                .rows("select look, verdict, note from verification_look order by ordinal, look"))
        .containsExactly("1|failed|Masih ada.", "2|good|Sudah tidak ada.");
    Refused.byConstraint(
        "verification_entry_held",
        () -> change("update verification_entry set verdict = 'failed' where ordinal = 1"));
    Refused.byConstraint(
        "verification_entry_held",
        () -> change("update verification_entry set place = 9 where ordinal = 1"));
    for (String other : List.of("note = 'Lain.'", "network = 'Lain'", "looks = 3")) {
      Refused.byConstraint(
          "verification_entry_held",
          () -> change("update verification_entry set " + other + " where ordinal = 1"));
    }
    Refused.byConstraint(
        "verification_entry_held",
        () ->
            change(
                "update verification_entry e set verdict = l.verdict, note = l.note, observed_at ="
                    + " l.observed_at, looks = 1 from verification_look l where l.step_id ="
                    + " e.step_id and l.ordinal = e.ordinal and l.look = 1"));
    Refused.byConstraint(
        "verification_look_drawn", () -> change(another("l.look + 3", "l.ordinal")));
    Refused.byConstraint(
        "verification_entry_closed",
        () ->
            change(
                "insert into verification_entry (step_id, ordinal, company_id, side, number,"
                    + " address, stratum, urgent) select step_id, 9, company_id, side, '00009',"
                    + " 'x', stratum, false from verification_entry where ordinal = 1"));
  }

  @Test
  void an_error_on_the_form_does_not_make_up_for_what_was_not_read() {
    drawn();
    Page mine = officer.get(SAMPLE + "/sheet?entry=1");
    second.submit(SAMPLE + "/sheet?entry=1", SAMPLE + "/sheet", look("failed", "Masih ada."));
    Map<String, String> nowhere = look("good", "Sudah tidak ada.");
    nowhere.put("network", "");
    Page refused = officer.submit(mine, SAMPLE + "/sheet", nowhere);
    assertThat(refused.status()).isEqualTo(422);
    Page late = officer.submit(refused, SAMPLE + "/sheet", Map.of("network", "Seluler"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text()).contains("tidak sesuai. Masih ada.");
    assertThat(portal.db().rows("select verdict from verification_look")).containsExactly("failed");
  }

  /** A look like those of the viewer, at another time or another entry. */
  private static String another(String look, String ordinal) {
    return "insert into verification_look (step_id, ordinal, look, company_id, side, event_id,"
        + " verdict, note, network, country, surface, signed_in, observed_at) select l.step_id, "
        + ordinal
        + ", "
        + look
        + ", l.company_id, l.side, l.event_id, l.verdict, l.note, l.network, l.country, l.surface,"
        + " l.signed_in, l.observed_at from verification_look l join event v on v.id = l.event_id"
        + " and v.actor_id = viewer_person() join verification_entry e on e.step_id = l.step_id and"
        + " e.ordinal = "
        + ordinal
        + " limit 1";
  }

  private void change(String sql) {
    given.db().run(who, tx -> tx.sql().execute(sql));
  }

  @Test
  void what_was_drawn_comes_to_a_result_and_never_by_whoever_looked() {
    drawn();
    Page off = second.get(STEP + "/calling-off");
    Page kept = second.submit(off, STEP + "/calling-off", Map.of("reason", "Salah undi."));
    assertThat(kept.status()).isEqualTo(409);
    assertThat(kept.text()).contains("Sampelnya sudah diundi");
    assertThat(kept.document().select("#reason").text()).isEqualTo("Salah undi.");
    Refused.byConstraint(
        "verification_step_drawn",
        () ->
            change(
                "update verification_step set stage = 'called_off', call_off_reason = 'x', version"
                    + " = version + 1"));
    officer.submit(SAMPLE + "/sheet", SAMPLE + "/sheet", look("good", ""));
    Page conclude = second.get(STEP + "/conclusion");
    assertThat(second.submit(SAMPLE + "/sheet", SAMPLE + "/sheet", look("good", "")).status())
        .isEqualTo(303);
    assertThat(
            second
                .submit(
                    conclude,
                    STEP + "/conclusion",
                    Map.of("outcome", "unchecked", "findings", "Jaringan putus."))
                .status())
        .as("who looked does not conclude, and what was seen has changed")
        .isEqualTo(409);
    assertThat(portal.db().rows("select 1 from verification_result")).isEmpty();
  }

  @Test
  void a_sample_that_cannot_be_finished_says_how_far_it_came() {
    drawn();
    officer.submit(SAMPLE + "/sheet", SAMPLE + "/sheet", look("good", ""));
    assertThat(conclude("pass", false).text()).contains("Sampelnya belum selesai");
    assertThat(conclude("unchecked", false).location()).isEqualTo(STEP);
    Refused.byConstraint("verification_look_drawn", () -> change(another("2", "l.ordinal")));
    assertThat(second.get(STEP).text()).contains("1 sesuai", "1 belum diperiksa");
    assertThat(portal.db().rows("select unlooked, failed, unchecked from verification_result"))
        .containsExactly("1|0|0");
  }

  @Test
  void a_list_comes_from_a_file_and_what_is_none_is_told_by_its_line() {
    steps.planned(who, klip.platform().id(), answered(2, false).number(), "sample");
    Map<byte[], String> wrong =
        Map.of(
            Samples.png(40, 30),
            "bukan daftar",
            "nama\nsatu\ndua\n".getBytes(UTF_8),
            "Tidak ada alamat",
            "alamat\nhttps://klip.example/a\nnanti saja\n".getBytes(UTF_8),
            "1 baris bukan alamat: 3",
            ("alamat\n" + "https://klip.example/a\n".repeat(10_001)).getBytes(UTF_8),
            "10.000",
            "\n".repeat(10_000_001).getBytes(UTF_8),
            "terlalu besar: paling besar 10 MB",
            new byte[0],
            "Berkas ini kosong",
            Samples.text("MZ\0\1"),
            "bukan daftar");
    wrong.forEach(
        (bytes, says) -> {
          Page refused = list(bytes, "daftar.csv");
          assertThat(refused.status()).as(says).isEqualTo(422);
          assertThat(refused.document().select("#file-error").text()).contains(says);
        });
    byte[] good = "no;alamat\n1;https://klip.example/a\n2;klip.example/b\n".getBytes(UTF_8);
    Page kept = list(good, "daftar.csv");
    assertThat(kept.location()).startsWith(SAMPLE + "/list?kept=");
    assertThat(portal.db().rows("select address from verification_entry")).isEmpty();
    Page asked = officer.follow(kept);
    assertThat(asked.text())
        .contains(
            "2 item akan menjadi daftarnya",
            "Baris terakhir: hxxps://klip[.]example/b",
            "Dari berkas: daftar.csv");
    String pressed = "&sure=" + asked.document().select("input[name=sure]").val();
    assertThat(officer.get(kept.location() + pressed + "&act=" + given.act()).status())
        .isEqualTo(200);
    assertThat(portal.db().rows("select address from verification_entry"))
        .as("what is read closes nothing")
        .isEmpty();
    String many =
        IntStream.rangeClosed(0, CloseList.MOST / 3)
            .mapToObj(
                n -> "https://klip.example/%da klip.example/%<db klip.example/%<dc".formatted(n))
            .collect(Collectors.joining("\n"));
    Page large = officer.follow(list(many.getBytes(UTF_8), "daftar.txt"));
    assertThat(large.status()).isEqualTo(422);
    assertThat(large.document().select("#file-error").text()).contains("paling banyak 20.000");
    assertThat(sure(asked).location()).isEqualTo(SAMPLE);
    assertThat(sure(asked).location()).as("once only").isEqualTo(SAMPLE);
    assertThat(officer.get(SAMPLE).text()).contains("2 item", "Berkas daftar.csv, SHA-256");
    assertThat(officer.get(STEP).document().select("#evidence li").text()).contains("daftar.csv");
    assertThat(portal.db().rows("select address from verification_entry order by ordinal"))
        .containsExactly("https://klip.example/a", "https://klip.example/b");
  }

  @Test
  void a_list_that_is_another_than_was_read_is_not_closed() {
    Sent sent = answered(3, false);
    steps.planned(who, klip.platform().id(), sent.number(), "sample");
    Page asked = officer.submit(SAMPLE, SAMPLE + "/list", Map.of());
    assertThat(asked.text()).contains("2 item akan menjadi daftarnya");
    List<ItemRef> first = given.refs(who, sent.id()).subList(0, 1);
    given
        .db()
        .run(
            given.supervisor(),
            tx -> given.desk().withdrawItems().run(tx, given.act(), first, true, "Keliru."));
    Page changed = sure(asked);
    assertThat(changed.status()).isEqualTo(409);
    assertThat(changed.text()).contains("Daftarnya berubah sejak Anda membacanya");
    assertThat(changed.document().select("#requests").text()).isEqualTo(sent.number());
    Page again = officer.submit(changed, SAMPLE + "/list", Map.of("source", "requests"));
    assertThat(again.text()).contains("1 item akan menjadi daftarnya");
    assertThat(sure(again).location()).isEqualTo(SAMPLE);
    assertThat(portal.db().rows("select number from verification_entry"))
        .containsExactly(sent.number() + "/0002");
  }

  private Page list(byte[] bytes, String name) {
    Map<String, List<String>> fields = officer.get(SAMPLE).form(SAMPLE + "/list");
    fields.put("source", List.of("file"));
    return officer.upload(SAMPLE + "/list", fields, name, bytes);
  }

  @Test
  void a_list_comes_from_what_the_promise_lists_itself() {
    GivenCommitments commitments = new GivenCommitments(given);
    PersonViewer promising = given.person(klip.organisation(), Role.LEAD);
    String promise =
        commitments.proposeCleanUp(
            promising, klip, "https://klip.example/a\nhttps://klip.example/b");
    commitments.sign(promising, promise, 1);
    commitments.sign(given.supervisor(), promise, 1);
    officer.submit("/verifications/new?commitment=" + promise, "/verifications", Map.of());
    Page asked =
        officer.submit(
            SAMPLE, SAMPLE + "/list", Map.of("source", "evidence", "evidence", "promise"));
    assertThat(sure(asked).location()).isEqualTo(SAMPLE);
    assertThat(portal.db().rows("select address from verification_entry order by ordinal"))
        .containsExactly("https://klip.example/a", "https://klip.example/b");
    assertThat(portal.db().rows("select origin from verification_sample"))
        .containsExactly("promise");
  }

  @Test
  void a_list_comes_from_the_evidence_of_the_promise_it_checks() throws Exception {
    GivenCommitments commitments = new GivenCommitments(given);
    PersonViewer promising = given.person(klip.organisation(), Role.LEAD);
    String promise = commitments.agreed(promising, klip, commitments.moderators(90));
    byte[] urls = "https://klip.example/u,1\nhttps://klip.example/u,2\n".getBytes(UTF_8);
    try (ReceivedFile file = ReceivedFile.of(new ByteArrayInputStream(urls), "unggahan.txt")) {
      commitments.report(
          promising,
          promise,
          new ReportGiven(
              Optional.of(BigDecimal.valueOf(220)),
              commitments.today(),
              "Terlampir.",
              true,
              Optional.of(commitments.today()),
              Optional.empty()),
          List.of(file));
    }
    officer.submit(
        "/verifications/new?commitment=" + promise, "/verifications", Map.of("method", "sample"));
    Page choose = officer.get(SAMPLE);
    String evidence = choose.document().select("#evidence option:last-child").attr("value");
    Page none = officer.submit(choose, SAMPLE + "/list", Map.of("source", "evidence"));
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.text()).contains("Pilih salah satu bukti komitmen");
    Page asked =
        officer.submit(
            choose, SAMPLE + "/list", Map.of("source", "evidence", "evidence", evidence));
    assertThat(asked.text()).contains("Dari berkas: unggahan.txt");
    assertThat(sure(asked).location()).isEqualTo(SAMPLE);
    assertThat(officer.get(SAMPLE).text()).contains("Bukti komitmen unggahan.txt");
    assertThat(portal.db().rows("select address from verification_entry order by ordinal"))
        .as("a comma is a part of an address, where each line is one")
        .containsExactly("https://klip.example/u,1", "https://klip.example/u,2");
  }
}

package id.narahubung.search;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Tx;
import id.narahubung.letters.LetterGiven;
import id.narahubung.meetings.Meeting;
import id.narahubung.meetings.MeetingStore;
import id.narahubung.meetings.MinutesGiven;
import id.narahubung.meetings.WriteMinutes;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.AnswerGiven;
import id.narahubung.requests.RulingOutcome;
import id.narahubung.requests.SaveDraft;
import id.narahubung.search.SearchStore.Hit;
import id.narahubung.search.SearchStore.Kind;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenDecisions;
import id.narahubung.testing.GivenLetters;
import id.narahubung.testing.GivenRequest;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.TestDatabase;
import id.narahubung.verification.GivenVerifications;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is found by which words, addresses and numbers, and in what order. */
final class SearchStoreTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final SearchStore search = new SearchStore();
  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private Company klip;
  private PersonViewer responder;

  @BeforeEach
  void oneCompany() {
    klip = given.company("Klip");
    responder = given.responder(klip);
  }

  @Test
  void what_was_written_is_found_by_the_next_statement() {
    given
        .db()
        .run(
            given.officer(),
            tx -> {
              long id =
                  given
                      .desk()
                      .save()
                      .run(
                          tx,
                          given.act(),
                          SaveDraft.Target.startedFrom(Optional.empty()),
                          GivenRequest.withSubject(
                              GivenRequest.content(klip.platform().id()), "Undian berhadiah palsu"),
                          "https://klip.example/undian");
              assertThat(find(tx, "undian"))
                  .extracting(Hit::kind)
                  .containsExactly(Kind.REQUEST, Kind.ITEM);
              assertThat(find(tx, "undian")).allMatch(hit -> hit.requestId() == id);
            });
    Sent sent = given.request(klip).sent();
    given
        .db()
        .run(
            responder,
            tx -> {
              given.desk().write().run(tx, given.act(), sent.number(), true, "Sudah ditinjau.");
              assertThat(find(tx, "ditinjau")).extracting(Hit::kind).containsExactly(Kind.MESSAGE);
            });
  }

  @Test
  void indonesian_words_are_found_by_their_other_forms() {
    Sent sent = given.request(klip).about("Pemblokiran tautan pendaftaran").sent();
    for (String word : List.of("memblokir", "diblokir", "blokir", "Tautannya", "mendaftar")) {
      assertThat(ids(word)).as(word).containsExactly(sent.id());
    }
  }

  @Test
  void english_words_are_found_by_their_other_forms() {
    Sent sent = given.request(klip).about("Removed videos at two addresses").sent();
    for (String word : List.of("video", "removing", "address", "\"removed videos\"")) {
      assertThat(ids(word)).as(word).containsExactly(sent.id());
    }
    assertThat(ids("\"videos removed\"")).isEmpty();
  }

  @Test
  void all_words_must_stand_there_and_none_that_is_ruled_out() {
    Sent casino = given.request(klip).about("Kasino langsung").sent();
    Sent poker = given.request(klip).about("Kasino dan poker").sent();
    assertThat(ids("kasino")).containsExactlyInAnyOrder(casino.id(), poker.id());
    assertThat(ids("kasino poker")).containsExactly(poker.id());
    assertThat(ids("kasino -poker")).containsExactly(casino.id());
    assertThat(ids("-kasino")).as("all others are no answer").isEmpty();
    assertThat(ids("yang dan di")).as("words that stand everywhere").isEmpty();
  }

  @Test
  void an_address_is_found_however_it_is_written() {
    Sent sent = given.request(klip).withItems(2).sent();
    long first = sent.items().getFirst().id();
    for (String written :
        List.of(
            "https://klip.example/v/1",
            "http://klip.example/v/1",
            "klip.example/v/1",
            "hxxps://klip[.]example/v/1",
            "klip[.]example/v/1",
            "https://KLIP.example/v/1?utm_source=surel#akhir",
            "example/v/1",
            "v/1")) {
      assertThat(find(written)).as(written).extracting(Hit::id).containsExactly(first);
    }
    assertThat(find("klip.example")).hasSize(2);
    assertThat(find("https://klip.example/")).hasSize(2);
    assertThat(find("klip.exam")).hasSize(2);
  }

  @Test
  void the_very_address_comes_before_those_that_go_on() {
    Sent sent = given.request(klip).withItems(12).sent();
    assertThat(find("klip.example/v/1"))
        .hasSize(4)
        .first()
        .extracting(Hit::id)
        .isEqualTo(sent.items().getFirst().id());
  }

  @Test
  void numbers_are_found_whole_or_in_part() {
    Sent sent = given.request(klip).withItems(2).sent();
    given.request(klip).sent();
    for (String number : List.of(sent.number(), "pa-2026-000001", "000001", "26-000001")) {
      assertThat(ids(number)).as(number).containsExactly(sent.id());
    }
    assertThat(ids("PA-2026-00")).hasSize(2);
    for (String number : List.of("PA-2026-000001/0002", "pa-2026-000001/2")) {
      assertThat(find(number))
          .as(number)
          .containsExactly(new Hit(Kind.ITEM, sent.id(), sent.items().getLast().id()));
    }
    assertThat(find("PA-2026-000001/0003")).isEmpty();
    assertThat(find("PA-2026-000001/99999999999")).isEmpty();
    assertThat(ids("B-12/2026")).hasSize(2);
    assertThat(ids("12/2026")).hasSize(2);
  }

  @Test
  void a_word_of_the_subject_comes_before_one_of_the_analysis() {
    Sent inSubject = given.request(klip).about("Taruhan sepak bola").sent();
    Sent inMessage = given.request(klip).sent();
    given
        .db()
        .run(
            responder,
            tx ->
                given
                    .desk()
                    .write()
                    .run(tx, given.act(), inMessage.number(), true, "Soal taruhan itu."));
    assertThat(ids("taruhan")).containsExactly(inSubject.id(), inMessage.id());
  }

  @Test
  void what_one_act_says_of_many_items_is_one_hit_and_found_at_once() {
    Sent sent = given.request(klip).withItems(3).sent();
    refuse(sent, "Ini karya jurnalistik.");
    assertThat(find("jurnalistik")).extracting(Hit::kind).containsExactly(Kind.STATEMENT);
    assertThat(find("jurnalistik")).extracting(Hit::requestId).containsExactly(sent.id());
    given
        .db()
        .run(
            given.supervisor(),
            tx ->
                given
                    .desk()
                    .rule()
                    .run(
                        tx,
                        given.act(),
                        given.refs(given.supervisor(), sent.id()),
                        RulingOutcome.UPHELD,
                        "Bukan liputan."));
    assertThat(find("liputan")).hasSize(1);
    assertThat(find("acted_at")).as("names of fields are nobody's words").isEmpty();
  }

  @Test
  void what_is_noted_on_an_item_and_said_in_english_is_found_too() {
    Sent sent =
        given
            .request(klip)
            .with(content -> GivenRequest.withEnglish(content, "It offers counterfeit watches."))
            .sent();
    db.asOwner("update item set note = 'Dilaporkan di klip.example/v/1'");
    assertThat(ids("counterfeit watch")).containsExactly(sent.id());
    assertThat(find("pelaporan")).extracting(Hit::kind).containsExactly(Kind.ITEM);
    assertThat(find("klip.example/v/1")).as("by its address, once").hasSize(1);
    List<Long> item = List.of(sent.items().getFirst().id());
    Map<Long, Snippet> notes =
        given.as(given.officer(), tx -> search.notes(tx, SearchText.of("pelaporan"), item));
    assertThat(notes.values()).hasSize(1).allMatch(Snippet::hasFound);
  }

  @Test
  void nothing_said_of_a_restricted_item_is_found() {
    Sent sent = given.request(klip).withItems(1).sent();
    db.asOwner(
        "update item set restricted = true, url = '', url_given = '', identifiers = '{}',"
            + " note = '', account = '', content_time = ''");
    refuse(sent, "Ini karya jurnalistik.");
    assertThat(find("jurnalistik")).isEmpty();
    assertThat(db.rows("select 1 from statement")).isEmpty();
  }

  private void refuse(Sent sent, String reason) {
    AnswerGiven answer = new AnswerGiven("T1", Optional.of("R6"), Map.of("reason", reason));
    given.as(responder, tx -> given.desk().answer().run(tx, given.act(), sent.refs(), answer));
  }

  @Test
  void what_stands_in_angle_brackets_is_text_like_any_other() {
    Sent sent = given.request(klip).about("Tautan <a href=kasino>poker</a>").sent();
    assertThat(ids("kasino")).containsExactly(sent.id());
    assertThat(ids("poker")).containsExactly(sent.id());
  }

  @Test
  void signs_are_taken_as_they_stand() {
    given.request(klip).withItems(2).sent();
    for (String query :
        List.of(
            "v_1",
            "%klip%",
            "kli_.example",
            "klip%example",
            "\\klip",
            "'",
            "''; drop table item; --",
            "klip:*",
            "(((",
            "\"",
            "<script>alert('x')</script>",
            "\uFFFF\u0001abc",
            "😀😀😀😀",
            "%%%%",
            "-",
            "or or or")) {
      assertThat(find(query)).as(query).isEmpty();
    }
    assertThat(find("perjudian'")).hasSize(1);
    assertThat(find("perjudian & | ! ( )")).hasSize(1);
    assertThat(find("perjudian:*")).hasSize(1);
  }

  @Test
  void no_more_is_found_than_was_asked_for() {
    Sent sent = given.request(klip).sent();
    db.asOwner(
        "insert into item (request_id, company_id, side, ordinal, url_given, url, url_hash,"
            + " canonicaliser, standing, due_at, platform_id, category_code, urgency_code)"
            + " select i.request_id, i.company_id, i.side, n,"
            + " 'x', 'https://klip.example/banyak/' || n, sha256(n::text::bytea), 1, i.standing,"
            + " i.due_at, i.platform_id, i.category_code, i.urgency_code"
            + " from item i, generate_series(2, 1300) n where i.request_id = "
            + sent.id());
    assertThat(find("klip.example/banyak")).hasSize(1_001).doesNotHaveDuplicates();
    assertThat(find("banyak/1299")).hasSize(1);
    List<Long> unasked =
        given.as(
            given.officer(),
            tx ->
                tx.sql()
                    .fetch("select request_id from search_as_ministry('', 'banyak', null)")
                    .getValues(0, Long.class));
    assertThat(unasked).as("whoever calls it").hasSize(1_001);
  }

  @Test
  void what_is_promised_decided_and_checked_is_found_by_whoever_may_read_it() {
    GivenDecisions decisions = new GivenDecisions(given);
    GivenCommitments commitments = new GivenCommitments(given);
    GivenVerifications steps = new GivenVerifications(given);
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    PersonViewer stranger = given.responder(given.company("Video"));
    PersonViewer officer = given.officer();
    String promise = commitments.agreed(lead, klip, commitments.moderators(90));
    for (String words :
        List.of(promise, promise.toLowerCase(Locale.ROOT), "2026-0001", "moderator")) {
      assertThat(matters(responder, words)).as(words).containsExactly("/commitments/" + promise);
      assertThat(matters(officer, words)).as(words).containsExactly("/commitments/" + promise);
      assertThat(matters(stranger, words)).as(words).isEmpty();
    }
    assertThat(matters(officer, "moderator -Indonesia")).isEmpty();
    long draft = decisions.prepared(klip, "partial_block");
    assertThat(matters(officer, "konten negatif")).containsExactly("/decisions/" + draft);
    assertThat(matters(lead, "konten negatif")).as("nobody signed it").isEmpty();
    decisions.waiveChecks(draft);
    String block = decisions.sign(decisions.signer(), draft, "partial_block");
    assertThat(matters(lead, "konten negatif")).containsExactly("/decisions/" + block);
    assertThat(matters(stranger, "konten negatif")).isEmpty();
    String asked = decisions.ask(lead, klip, List.of());
    assertThat(matters(officer, "menunggu verifikasi")).containsExactly("/normalisations/" + asked);
    Sent sent = given.request(klip).sent();
    String step = steps.planned(officer, klip.platform().id(), sent.number(), "visit");
    assertThat(matters(officer, step)).containsExactly("/verifications/" + step);
    assertThat(matters(lead, step)).as("a visit nobody is to expect").isEmpty();
    assertThat(given.<List<MatterStore.Found>>as(officer, tx -> found(tx, "2026-0001")))
        .as("a piece of many numbers")
        .extracting(MatterStore.Found::kind)
        .containsExactlyInAnyOrder(
            MatterStore.Kind.COMMITMENT,
            MatterStore.Kind.DECISION,
            MatterStore.Kind.VERIFICATION,
            MatterStore.Kind.NORMALISATION);
  }

  @Test
  void minutes_are_found_by_their_last_words_and_letters_by_what_they_say() {
    MeetingStore meetings = new MeetingStore();
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    long meeting =
        given.as(
            given.officer(),
            tx ->
                new WriteMinutes(new PlatformStore(), meetings, given.ledger())
                    .run(
                        tx,
                        given.act(),
                        klip.platform().id(),
                        new MinutesGiven(
                            decisions().today(),
                            "Jakarta",
                            new Meeting.Text(
                                "Agenda", "penyelia", "narahubung", "Kantor dibuka."))));
    assertThat(matters(lead, "kantor")).containsExactly("/meetings/" + meeting);
    assertThat(matters(given.responder(given.company("Video")), "kantor")).isEmpty();
    GivenLetters letters = new GivenLetters(given);
    Sent sent = given.request(klip).urgent().sent();
    clock.advance(Duration.ofHours(25));
    String letter =
        letters.send(
            given.supervisor(),
            sent.number(),
            new LetterGiven(
                "ST1",
                letters.ids(sent.id(), 1),
                letters.ids(sent.id(), 1),
                "",
                Optional.empty(),
                Optional.of(5_000_000L),
                "Teguran pertama atas keterlambatan."));
    letters.object(lead, letter, "Server kami mengalami gangguan.");
    String subject = db.rows("select subject from request where id = " + sent.id()).getFirst();
    PersonViewer stranger = given.responder(given.company("Musik"));
    for (String words :
        List.of(letter, "teguran pertama atas keterlambatan", "gangguan", subject)) {
      assertThat(matters(lead, words)).as(words).containsExactly("/letters/" + letter);
      assertThat(matters(given.officer(), words)).as(words).contains("/letters/" + letter);
      assertThat(matters(stranger, words)).as(words).isEmpty();
    }
    restrict(true);
    assertThat(matters(lead, "gangguan")).as("said of what is restricted").isEmpty();
    assertThat(matters(lead, letter)).hasSize(1);
    restrict(false);
  }

  private static void restrict(boolean all) {
    db.asOwner("alter table category disable trigger user");
    db.asOwner(
        all
            ? "update category set restricted = true where code ="
                + " (select category_code from request limit 1)"
            : "update category set restricted = false where code = (select category_code from"
                + " request limit 1)");
    db.asOwner("alter table category enable trigger user");
  }

  private GivenDecisions decisions() {
    return new GivenDecisions(given);
  }

  private List<String> matters(PersonViewer who, String query) {
    List<MatterStore.Found> found = given.as(who, tx -> found(tx, query));
    return found.stream().map(MatterStore.Found::path).toList();
  }

  private static List<MatterStore.Found> found(Tx tx, String query) {
    return new MatterStore().find(tx, SearchText.of(query), 20);
  }

  private List<Hit> find(String query) {
    return given.as(given.officer(), tx -> find(tx, query));
  }

  private List<Hit> find(Tx tx, String query) {
    return search.find(tx, SearchText.of(query), 1_001);
  }

  private List<Long> ids(String query) {
    return find(query).stream().map(Hit::requestId).distinct().toList();
  }
}

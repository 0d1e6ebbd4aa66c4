package id.narahubung.search;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Tx;
import id.narahubung.requests.AnswerGiven;
import id.narahubung.requests.RulingOutcome;
import id.narahubung.requests.SaveDraft;
import id.narahubung.search.SearchStore.Hit;
import id.narahubung.search.SearchStore.Kind;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.TestDatabase;
import java.util.List;
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

package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Http;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the queue, the list and the pages behind them say of a case that went back and forth. */
final class ListPagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private final Acts acts = new Acts(given);
  private Company klip;
  private PersonViewer answering;
  private Http officer;
  private Http responder;

  @BeforeEach
  void people() {
    klip = given.company("Klip");
    answering = given.responder(klip);
    officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    responder = visitors.signedIn(klip.organisation(), Role.RESPONDER);
  }

  @Test
  void a_request_waits_for_either_side_that_has_something_to_do() {
    Sent sent = given.request(klip).withItems(2).sent();
    assertThat(list("waiting_for_company")).contains(sent.number());
    assertThat(list("waiting_for_ministry")).doesNotContain(sent.number());
    acts.answer(answering, sent.ref(1), acts.removed());
    assertThat(list("waiting_for_company")).contains(sent.number());
    assertThat(list("waiting_for_ministry")).contains(sent.number());
  }

  @Test
  void a_counter_tells_a_thousand_and_then_that_there_are_more() {
    given.request(klip).withItems(1_000).sent();
    assertThat(unanswered()).isEqualTo("1.000");
    given.request(klip).withItems(2).sent();
    assertThat(unanswered()).isEqualTo("1.000+");
    assertThat(responder.get("/?show=open").text()).contains("Jawab 1.000 item teratas");
  }

  private String unanswered() {
    return responder.get("/?show=open").document().select(".counters [aria-current] b").text();
  }

  @Test
  void what_waits_for_the_ministry_stands_in_the_order_of_its_due_times_whatever_it_waits_for() {
    Sent first = given.request(klip).withItems(40).sent();
    portal.clock().advance(java.time.Duration.ofMinutes(5));
    Sent second = given.request(klip).withItems(40).sent();
    acts.answer(answering, first.refs().subList(0, 20), acts.refused());
    acts.answer(answering, first.refs().subList(20, 40), acts.removed());
    acts.answer(answering, second.refs().subList(0, 20), acts.refused());
    acts.answer(answering, second.refs().subList(20, 40), acts.removed());
    Http.Page page = responder.get("/?show=theirs");
    String next = page.document().select("nav a[href*=after]").attr("href");
    assertThat(
            Stream.of(page, responder.get(next))
                .flatMap(each -> each.document().select("tbody th .number").eachText().stream()))
        .containsExactlyElementsOf(
            Stream.of(first, second)
                .flatMap(
                    sent ->
                        IntStream.rangeClosed(1, 40)
                            .mapToObj(n -> "%s/%04d".formatted(sent.number(), n)))
                .toList());
  }

  @Test
  void the_ministrys_queue_goes_by_its_own_times_and_the_companys_does_not() {
    Sent sent = given.request(klip).withItems(2).sent();
    acts.answer(answering, sent.ref(1), acts.refused());
    acts.answer(answering, sent.refs().subList(1, 2), acts.removed());
    portal.clock().advance(java.time.Duration.ofMinutes(30));
    Http supervisor = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    for (String show : java.util.List.of("check", "decide")) {
      assertThat(supervisor.get("/?show=" + show).document().select("tbody .left").text())
          .as(show)
          .isEqualTo("23 jam 30 mnt lagi");
    }
    assertThat(responder.get("/?show=theirs").document().select("tbody .left meter")).isEmpty();
  }

  @Test
  void an_item_found_still_up_is_told_from_one_nobody_answered() {
    Sent sent = given.request(klip).withItems(2).sent();
    acts.answer(answering, sent.ref(1), acts.removed());
    acts.check(given.officer(), given.refs(answering, sent.id()).subList(0, 1), Verdict.STILL_UP);

    assertThat(officer.get("/requests/" + sent.number()).document().select(".key li").eachText())
        .containsExactly("1 masih tayang", "1 perlu dijawab");
    assertThat(responder.get("/").document().select("tbody .tag").eachText())
        .containsExactlyInAnyOrder("perlu dijawab lagi", "belum dijawab");
  }

  @Test
  void a_draft_given_back_says_so_and_why() {
    long id = given.request(klip).submitted();
    Http supervisor = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    String draft = "/drafts/" + id;
    supervisor.submit(draft, draft + "/return", Map.of("note", "Lengkapi analisis."));

    assertThat(officer.get("/?show=drafts").text()).contains("dikembalikan untuk diperbaiki");
    assertThat(officer.get("/requests").text()).contains("dikembalikan untuk diperbaiki");
    assertThat(officer.get(draft).text())
        .contains("dikembalikan untuk diperbaiki", "Lengkapi analisis.");
  }

  @Test
  void a_row_is_new_until_one_has_looked() {
    Sent sent = given.request(klip).sent();
    assertThat(fresh()).containsExactly("baru");
    responder.get("/requests/" + sent.number());
    assertThat(fresh()).isEmpty();
    portal.clock().advance(java.time.Duration.ofMinutes(1));
    acts.withdraw(given.supervisor(), sent.refs(), "Keliru.");
    assertThat(fresh()).containsExactly("baru");
  }

  @Test
  void colleagues_have_names_and_the_other_side_codes() {
    Sent sent = given.request(klip).sent();
    acts.answer(answering, sent.refs(), acts.removed());
    String path = "/requests/" + sent.number() + "/items/1";
    String name =
        portal.db().rows("select name from person where id = " + answering.personId()).getFirst();

    assertThat(responder.get(path).text()).contains("(" + name + ")");
    assertThat(officer.get(path).text()).contains("penanggap").doesNotContain(name);
  }

  @Test
  void a_draft_is_no_longer_new_once_one_has_looked() {
    long id = given.request(klip).submitted();
    assertThat(officer.get("/requests").document().select("tbody .fresh")).hasSize(1);
    officer.get("/drafts/" + id);
    assertThat(officer.get("/requests").document().select("tbody .fresh")).isEmpty();
  }

  @Test
  void a_company_is_not_offered_the_states_of_drafts() {
    assertThat(responder.get("/requests").document().select("#state option").eachAttr("value"))
        .containsExactly("", "waiting_for_company", "waiting_for_ministry", "closed", "withdrawn");
  }

  private String list(String state) {
    return officer.get("/requests?state=" + state).text();
  }

  private java.util.List<String> fresh() {
    return responder.get("/requests").document().select("tbody .fresh").eachText();
  }
}

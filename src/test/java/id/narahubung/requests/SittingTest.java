package id.narahubung.requests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The queue as a team works through it: filters, holds, item after item. */
final class SittingTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private Sent urgent;
  private Sent ordinary;

  @BeforeEach
  void fiveItemsOfTwoRequests() {
    klip = given.company("Klip");
    given.responder(klip);
    ordinary = given.request(klip).withItems(2).sent();
    urgent = given.request(klip).urgent().withItems(3).sent();
  }

  @Test
  void the_next_item_opens_when_one_is_saved_and_the_viewpoint_stays() {
    Acts acts = new Acts(given);
    acts.answer(given.responder(klip), urgent.refs(), acts.removed());
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    Page queue = officer.get("/?show=check");
    Page first = officer.follow(officer.submit(queue, "/queue/next", Map.of()));
    assertThat(first.document().select(".number").text()).contains(urgent.number() + "/0001");
    assertThat(first.form("/checks")).containsEntry("country", List.of("ID"));

    Map<String, String> seen =
        Map.of(
            "verdict",
            "down",
            "network",
            "IndiHome",
            "country",
            "SG",
            "surface",
            "app",
            "signed_in",
            "yes");
    Page second = officer.follow(officer.submit(first, "/checks", seen));
    assertThat(second.document().select(".number").text()).contains(urgent.number() + "/0002");
    assertThat(second.form("/checks"))
        .containsEntry("network", List.of("IndiHome"))
        .containsEntry("country", List.of("SG"))
        .containsEntry("surface", List.of("app"))
        .containsEntry("signed_in", List.of("yes"))
        .doesNotContainKey("verdict");

    Page third = officer.follow(officer.submit(second, "/queue/next", Map.of()));
    assertThat(third.document().select(".number").text())
        .as("the second was passed over")
        .contains(urgent.number() + "/0003");
    Page back = officer.follow(officer.submit(third, "/checks", seen));
    assertThat(back.text()).contains("Tidak ada lagi item yang bebas di daftar ini.");
    assertThat(standings(urgent))
        .containsExactly(Standing.CONFIRMED, Standing.CLAIMED, Standing.CONFIRMED);
  }

  @Test
  void what_stays_in_the_list_is_not_handed_out_again() {
    Acts acts = new Acts(given);
    acts.answer(given.responder(klip), urgent.refs(), acts.removed());
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    Page page =
        officer.follow(officer.submit(officer.get("/?show=check"), "/queue/next", Map.of()));
    Map<String, String> unseen =
        Map.of("verdict", "unchecked", "network", "IndiHome", "signed_in", "no");
    for (int ordinal = 1; ordinal <= 3; ordinal++) {
      assertThat(page.document().select(".number").text())
          .contains(urgent.number() + "/000" + ordinal);
      page = officer.follow(officer.submit(page, "/checks", unseen));
    }
    assertThat(page.text()).contains("Tidak ada lagi item yang bebas di daftar ini.");
  }

  @Test
  void a_list_of_the_other_side_is_none() {
    Http responder = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    assertThat(responder.get("/answers/new?all=queue&show=recheck").status()).isEqualTo(404);
    Page queue = responder.get("/");
    Page none = responder.submit(queue, "/queue/next", Map.of("back", "/?show=recheck"));
    assertThat(none.location()).isEqualTo("/?show=recheck");
  }

  @Test
  void filters_narrow_the_list_its_numbers_and_what_is_answered_whole() {
    Http responder = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    Page all = responder.get("/");
    assertThat(numbers(all)).hasSize(5);
    Page narrowed = responder.get("/?show=open&category=03");
    assertThat(numbers(narrowed)).hasSize(3).allMatch(each -> each.startsWith(urgent.number()));
    assertThat(narrowed.document().select(".counters a[aria-current] b").text()).isEqualTo("3");
    assertThat(narrowed.document().select(".chips a").attr("href")).isEqualTo("/?show=open");
    Page act =
        responder.get(
            "/answers/new?all=queue&show=open&step=type&type=N2&back="
                + "%2F%3Fshow%3Dopen%26category%3D03");
    assertThat(act.document().select("input[name=item]")).hasSize(3);
  }

  @Test
  void who_works_on_what_is_chosen_shown_and_narrows_the_list() {
    Http responder = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    Page form = responder.get("/holds/new?item=" + urgent.ref(1).getFirst() + "&back=/");
    Page back = responder.follow(responder.submit(form, "/holds", Map.of()));
    assertThat(back.text()).contains("1 item kini ditangani");
    assertThat(back.document().select("tbody .under").text()).contains("ditangani Nama");
    String mine =
        back.document().select("section.card a").stream()
            .filter(link -> link.text().equals("Saya"))
            .findFirst()
            .map(link -> link.attr("href"))
            .orElseThrow();
    assertThat(numbers(responder.get(mine))).containsExactly(urgent.number() + "/0001");
    assertThat(numbers(responder.get("/?holder=none"))).hasSize(4);
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    assertThat(officer.get("/?show=companies").text()).doesNotContain("ditangani");

    Page wrong = responder.submit(form, "/holds", Map.of("ends_at", "25.99"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text()).contains("Tulis jam dan menit");
    Page late = responder.submit(form, "/holds", Map.of("ends_at", inHours(9)));
    assertThat(late.status()).isEqualTo(422);
    assertThat(late.text()).contains("Paling lama 8 jam");
    assertThat(responder.submit(form, "/holds", Map.of("ends_at", inHours(2))).status())
        .isEqualTo(303);
  }

  @Test
  void a_question_shows_the_ministrys_own_time_to_both_sides() {
    Acts acts = new Acts(given);
    acts.answer(
        given.responder(klip), urgent.ref(1), Acts.given("K1", "questions", "Menit ke berapa?"));
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    Http responder = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    assertThat(officer.get("/?show=clarify").document().select("tbody").text())
        .contains("balasan kementerian: 2 jam");
    String item = "/requests/" + urgent.number() + "/items/1";
    assertThat(responder.get(item).text()).contains("Kementerian membalas paling lambat");
    portal.clock().advance(Duration.ofHours(3));
    Http later = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    assertThat(later.get(item).text()).contains("Balasan kementerian sudah lewat waktunya");
    Http late = visitors.signedIn(given.ministry(), Role.OFFICER);
    assertThat(late.get("/?show=clarify").document().select("tbody .late")).isNotEmpty();
  }

  @Test
  void what_waits_for_a_check_or_a_decision_shows_the_ministrys_own_time_too() {
    Acts acts = new Acts(given);
    Sent sent = given.request(klip).withItems(2).sent();
    acts.answer(given.responder(klip), sent.ref(1), acts.removed());
    acts.answer(given.responder(klip), sent.ref(2), acts.refused());
    String items = "/requests/" + sent.number() + "/items/";
    Http responder = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    assertThat(responder.get(items + 1).text()).contains("Kementerian memeriksa paling lambat");
    assertThat(responder.get(items + 2).text()).contains("Kementerian memutus paling lambat");
    portal.clock().advance(Duration.ofHours(25));
    Http later = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    assertThat(later.get(items + 1).text()).contains("Pemeriksaan kementerian sudah lewat");
    assertThat(later.get(items + 2).text()).contains("Keputusan kementerian sudah lewat");
  }

  @Test
  void a_sitting_survives_the_two_steps_of_an_answer() {
    Http responder = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    Page types = responder.follow(responder.submit(responder.get("/"), "/queue/next", Map.of()));
    assertThat(types.document().select(".number").text()).contains(urgent.number() + "/0001");
    Map<String, List<String>> chosen = types.form("/answers/new");
    chosen.put("type", List.of("N2"));
    Page form = responder.get("/answers/new?" + query(chosen));
    Page next = responder.follow(responder.submit(form, "/answers", Map.of()));
    assertThat(next.document().select(".number").text()).contains(urgent.number() + "/0002");
    assertThat(standings(ordinary)).containsOnly(Standing.OPEN);
  }

  private static String inHours(int hours) {
    return LocalTime.ofInstant(
            portal.clock().instant().plus(Duration.ofHours(hours)), ZoneId.of("Asia/Jakarta"))
        .truncatedTo(ChronoUnit.MINUTES)
        .toString();
  }

  private static String query(Map<String, List<String>> form) {
    return form.entrySet().stream()
        .flatMap(
            each ->
                each.getValue().stream()
                    .map(value -> each.getKey() + "=" + URLEncoder.encode(value, UTF_8)))
        .collect(Collectors.joining("&"));
  }

  private static List<String> numbers(Page page) {
    return page.document().select("tbody a.number").eachText();
  }

  private List<Standing> standings(Sent sent) {
    return given.items(given.officer(), sent.id()).stream().map(Item::standing).toList();
  }
}

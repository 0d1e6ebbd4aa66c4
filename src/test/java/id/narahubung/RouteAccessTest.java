package id.narahubung;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.platforms.Organisation;
import id.narahubung.requests.AnswerGiven;
import id.narahubung.requests.ItemRef;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenEvidence;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Golden;
import id.narahubung.testing.Http;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Samples;
import id.narahubung.testing.Visitors;
import id.narahubung.web.Body;
import io.javalin.event.HandlerMetaInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every route with every role of every organisation: what is expected follows from the tables. */
final class RouteAccessTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  /** What a route answers to one who may: a page, a way on, or what is wrong with an empty form. */
  private static final Set<Integer> ANSWERED = Set.of(200, 303, 400, 409, 422);

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private Company video;
  private Sent sent;
  private long draft;
  private ItemRef item;
  private Map<String, String> places = Map.of();
  private long ofTheDraft;
  private long colleague;
  private long ofTheRequest;

  @BeforeEach
  void aRequestAndADraft() {
    klip = given.company("Klip");
    video = given.company("Video");
    sent = given.request(klip).withItems(2).sent();
    draft = given.request(klip).pasting("https://klip.example/v/1\nsitus.example").drafted();
    given.db().run(given.officer(), tx -> given.desk().handOver().run(tx, given.act(), draft, 1));
    GivenEvidence evidence = new GivenEvidence(given);
    ofTheDraft = evidence.onDraft(given.officer(), draft, Samples.png(9, 9), "a.png", true);
    ofTheRequest = evidence.onRequest(given.officer(), sent.number(), Samples.png(9, 9), "a.png");
    given.db().run(given.officer(), tx -> given.desk().submit().run(tx, given.act(), draft, 2));
    portal
        .db()
        .asOwner(
            "insert into draft_upload (request_id, company_id, person_id, name, cells, guessed, uploaded_at)"
                + " select id, company_id, "
                + given.officer().personId()
                + ", 'a.csv', '[[\"a\",\"b\"]]', false, '2026-03-02T01:15:00Z' from request where id = "
                + draft);
    item = sent.refs().getFirst();
    colleague = given.responder(klip).personId();
    given
        .db()
        .run(
            given.responder(klip),
            tx ->
                given
                    .desk()
                    .answer()
                    .run(
                        tx,
                        given.act(),
                        sent.ref(2),
                        new AnswerGiven("K1", Optional.empty(), Map.of("questions", "Di mana?"))));
    places = places();
  }

  /** What stands in a path; nought where nobody has one. */
  private Map<String, String> places() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String nobodys :
        List.of(
            "sheet",
            "outage",
            "sample",
            "view",
            "loan",
            "mail",
            "shift",
            "call",
            "waiver",
            "file",
            "verification",
            "meeting",
            "recipient")) {
      all.put("{" + nobodys + "}", "0");
    }
    all.put("{half}", "2025-H1");
    all.put("{company}", Long.toString(klip.id()));
    all.put("{number}", sent.number());
    all.put("{ordinal}", "1");
    all.put("{id}", Long.toString(draft));
    all.put("{list}", portal.db().rows("select id from block_list").getFirst());
    all.put("{event}", portal.db().rows(ANSWERING).getFirst());
    all.put("{upload}", portal.db().rows("select id from draft_upload").getFirst());
    all.put("{letter}", "ST-2026-000001");
    all.put("{decision}", "KA-2026-0777");
    all.put("{normalisation}", "PN-2026-0777");
    all.put("{commitment}", "KM-2026-0001");
    all.put("{version}", portal.db().rows("select max(id) from rule_set").getFirst());
    all.put("{section}", "categories");
    all.put("{row}", "01");
    all.put("{organisation}", Long.toString(klip.id()));
    all.put("{person}", Long.toString(colleague));
    all.put("{cause}", "orders");
    all.put("{platform}", Long.toString(klip.platform().id()));
    all.put("{task}", "search");
    all.put("{token}", "unknown");
    all.put("{week}", "2001-W01");
    return all;
  }

  /** Somebody who knocks: where from and in which roles; nobody where there are none. */
  private record Knocking(
      String name,
      Set<Role> roles,
      Optional<Company> company,
      Http http,
      Map<String, List<String>> form) {

    boolean may(Permission needed) {
      return needed == Permission.ANYONE || roles.stream().anyMatch(role -> role.may(needed));
    }
  }

  @Test
  void the_routes_and_their_permissions_are_those_of_the_listing() {
    String listing =
        routes().stream()
            .map(
                route ->
                    "%-4s %-38s %s%s%n"
                        .formatted(
                            method(route),
                            route.getPath(),
                            permission(route),
                            route.getRoles().contains(Body.FILE) ? " + FILE" : ""))
            .collect(Collectors.joining());
    Golden.check("src/test/resources/routes.txt", listing);
  }

  @Test
  void every_route_names_one_permission() {
    assertThat(routes())
        .isNotEmpty()
        .allSatisfy(
            route ->
                assertThat(route.getRoles())
                    .as(route.getPath())
                    .filteredOn(role -> role != Body.FILE)
                    .singleElement()
                    .isInstanceOf(Permission.class));
  }

  @Test
  void every_route_answers_each_role_of_each_organisation_as_the_tables_say() {
    List<String> wrong = new ArrayList<>();
    for (Knocking who : everybody()) {
      for (HandlerMetaInfo route : routes()) {
        Http.Page page = knock(who, route);
        String expected = expected(who, route);
        if (!fits(page, expected)) {
          wrong.add(
              "%s %s as %s: %d %s, not %s"
                  .formatted(
                      method(route),
                      page.path(),
                      who.name(),
                      page.status(),
                      page.location(),
                      expected));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void the_other_companys_number_and_one_that_never_was_look_the_same() {
    Http stranger = visitors.signedIn(video.organisation(), Role.RESPONDER);
    stranger.get("/");
    assertThat(apartFromItsId(stranger.get("/requests/" + sent.number())))
        .isEqualTo(apartFromItsId(stranger.get("/requests/PA-2026-999999")));
  }

  /** What the page says, without the id that every HTTP request has of its own. */
  private static String apartFromItsId(Http.Page page) {
    String id = page.header("X-Request-Id");
    assertThat(page.text()).contains(id);
    return page.text().replace(id, "");
  }

  @Test
  void a_refused_page_says_who_may() {
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    Http.Page page = officer.get("/requests/" + sent.number() + "/withdrawal");
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.text()).contains("Penyelia").contains("Pejabat berwenang");
  }

  private List<Knocking> everybody() {
    List<Knocking> all = new ArrayList<>();
    all.add(new Knocking("nobody", Set.of(), Optional.empty(), portal.visitor(), Map.of()));
    for (Role role : Role.values()) {
      if (role.side() == Side.MINISTRY) {
        all.add(knocking("ministry", given.ministry(), role, Optional.empty()));
      } else {
        all.add(knocking("klip", klip.organisation(), role, Optional.of(klip)));
        all.add(knocking("video", video.organisation(), role, Optional.of(video)));
      }
    }
    return all;
  }

  private static final String ANSWERING = "select max(id) from event where kind = 'items.answered'";

  private Knocking knocking(
      String name, Organisation organisation, Role role, Optional<Company> company) {
    Set<Role> roles = EnumSet.of(role);
    switch (role) {
      // These are given beside another.
      case RESTRICTED_OFFICER -> roles.add(Role.OFFICER);
      case RESTRICTED_RESPONDER -> roles.add(Role.RESPONDER);
      default -> {}
    }
    Http http = visitors.signedIn(organisation, roles.toArray(Role[]::new));
    return new Knocking(name + " " + role.code(), roles, company, http, visitors.form(http));
  }

  private Http.Page knock(Knocking who, HandlerMetaInfo route) {
    String path = route.getPath();
    for (Map.Entry<String, String> place : places.entrySet()) {
      path = path.replace(place.getKey(), place.getValue());
    }
    boolean onRequest = route.getPath().contains("{number}");
    path = path.replace("{evidence}", Long.toString(onRequest ? ofTheRequest : ofTheDraft));
    if (path.contains("{code}")) {
      path = path.replace("{code}", code());
    }
    if (method(route).equals("GET")) {
      return who.http().get(path + (isAct(route) ? "?item=" + item : ""));
    }
    Map<String, List<String>> form = new LinkedHashMap<>(who.form());
    if (!who.roles().isEmpty()) {
      form.put("act", List.of(given.act().toString()));
    }
    if (isAct(route)) {
      form.put("item", List.of(item.toString()));
    }
    return who.http().post(path, form);
  }

  /** The code of an order, which is printed when somebody asks for it. */
  private String code() {
    List<String> codes = portal.db().rows("select code from paper");
    if (codes.isEmpty()) {
      Http officer = visitors.signedIn(given.ministry(), Role.OFFICER);
      officer.get("/requests/" + sent.number() + "/order.pdf");
      return portal.db().rows("select code from paper").getFirst();
    }
    return codes.getFirst();
  }

  private String expected(Knocking who, HandlerMetaInfo route) {
    Permission needed = permission(route);
    if (who.roles().isEmpty() && needed != Permission.ANYONE) {
      return "sign-in";
    }
    if (!who.may(needed)) {
      return "403";
    }
    if (Stream.of(
            "{sheet}",
            "{sample}",
            "{letter}",
            "{commitment}",
            "{meeting}",
            "{decision}",
            "{normalisation}",
            "{verification}",
            "{outage}",
            "{loan}",
            "{mail}",
            "{shift}",
            "{call}",
            "{half}",
            "/figures/rows",
            "{recipient}",
            "{week}",
            "/unsubscribe/")
        .anyMatch(route.getPath()::contains)) {
      // What nobody has here; their own tests do.
      return "404";
    }
    boolean stranger = who.company().filter(c -> c.id() != klip.id()).isPresent();
    boolean ofTheRequest =
        route.getPath().contains("{number}") || route.getPath().contains("{event}") || isAct(route);
    boolean ofTheDraft = route.getPath().contains("{id}");
    boolean ofAColleague = route.getPath().contains("{person}");
    boolean ofTheCompany = route.getPath().contains("{company}");
    boolean ofThePlatform = route.getPath().startsWith("/platforms/{platform}");
    if ((stranger && (ofTheRequest || ofAColleague || ofTheCompany || ofThePlatform))
        || (who.company().isPresent() && ofTheDraft)) {
      return "404";
    }
    return "answered";
  }

  private static boolean fits(Http.Page page, String expected) {
    boolean toSignIn = page.status() == 303 && page.location().startsWith("/sign-in");
    return switch (expected) {
      case "sign-in" -> toSignIn;
      case "answered" ->
          ANSWERED.contains(page.status()) && (!toSignIn || page.path().equals("/sign-out"));
      default -> page.status() == Integer.parseInt(expected);
    };
  }

  /** Acts on picked items: whose they are decides, not the path. */
  private static boolean isAct(HandlerMetaInfo route) {
    return route
        .getPath()
        .matches(
            "/(answers|checks|rulings|clarifications|withdrawals|extensions|holds"
                + "|objections|objections/decisions|objections/withdrawals)(/new)?");
  }

  private static Permission permission(HandlerMetaInfo route) {
    return route.getRoles().stream()
        .filter(Permission.class::isInstance)
        .map(Permission.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static String method(HandlerMetaInfo route) {
    return route.getHttpMethod().name();
  }

  /** In the order of their paths; signing out comes last, for it ends the session. */
  private static List<HandlerMetaInfo> routes() {
    return portal.portal().routes().stream()
        .filter(route -> Set.of("GET", "POST").contains(method(route)))
        .sorted(
            Comparator.comparing((HandlerMetaInfo route) -> route.getPath().equals("/sign-out"))
                .thenComparing(HandlerMetaInfo::getPath)
                .thenComparing(RouteAccessTest::method))
        .toList();
  }
}

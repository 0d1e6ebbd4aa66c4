package id.narahubung.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Every list of both sides: each counter, each order, each filter; first page and a deep one. */
final class ListPages {

  private final Ground ground;

  ListPages(Ground ground) {
    this.ground = ground;
  }

  /** A page to measure. */
  record Case(String name, String path) {}

  List<Case> ofMinistry() {
    return with(queueOfMinistry());
  }

  List<Case> ofCompany(long company) {
    return with(queueOfCompany(company));
  }

  private List<Case> with(List<Case> queue) {
    List<Case> all = new ArrayList<>(queue);
    all.addAll(requests());
    all.addAll(searches());
    return all;
  }

  private List<Case> queueOfMinistry() {
    List<Case> cases = new ArrayList<>();
    cases.add(new Case("queue", "/"));
    for (String show :
        List.of("clarify=asked", "check=claimed", "decide=contested", "companies=open")) {
      String[] both = show.split("=", -1);
      addQueue(cases, both[0], "standing = '" + both[1] + "'");
    }
    cases.add(new Case("queue: drafts", "/?show=drafts"));
    addQueue(cases, "recheck", "recheck", "item_id", "due_at <= now()");
    cases.add(new Case("queue: reappeared", "/?show=reappeared"));
    cases.add(new Case("queue: objections", "/?show=objections"));
    return cases;
  }

  private List<Case> queueOfCompany(long company) {
    List<Case> cases = new ArrayList<>();
    String open = "company_id = " + company + " and standing = 'open'";
    addQueue(cases, "open", open);
    addQueue(cases, "late", open + " and due_at < now()");
    addQueue(cases, "soon", open + " and due_at >= now() and due_at < now() + interval '4 hours'");
    addQueue(
        cases,
        "theirs",
        "company_id = " + company + " and standing in ('asked', 'claimed', 'contested')");
    return cases;
  }

  private void addQueue(List<Case> cases, String show, String which) {
    addQueue(cases, show, "item", "id", which);
  }

  private void addQueue(List<Case> cases, String show, String table, String id, String which) {
    List<String> deep =
        ground.rows(
            """
            select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '_' || %1$s
            from %2$s where %3$s
            order by due_at, %1$s offset (select count(*) * 9 / 10 from %2$s where %3$s) limit 1
            """
                .formatted(id, table, which));
    String platform = ground.one("select min(id) from platform");
    for (String filter :
        List.of("", "&platform=" + platform, "&category=05", "&urgency=urgent", "&holder=none")) {
      if (filter.isEmpty() || List.of("check", "recheck", "open").contains(show)) {
        String name = "queue: " + show + filter.replace('&', ' ');
        String path = "/?show=" + show + filter;
        cases.add(new Case(name, path));
        deep.forEach(place -> cases.add(new Case(name + ", deep", path + "&after=" + place)));
      }
    }
  }

  /** Terms that find one thing, hundreds, and more than anybody reads. */
  private List<Case> searches() {
    String some = some();
    return List.of(
        new Case("search: a number", search(ground.one("select max(number) from request"))),
        new Case("search: an address", search(ground.one("select url from item where id = 4321"))),
        new Case("search: a piece of hundreds of addresses", search(some)),
        new Case("search: … page 5", search(some) + "&page=5"),
        new Case("search: a word of one request", search("4321")),
        new Case("search: a word of every request", search("perkara")));
  }

  /** A piece of some six hundred addresses of the largest company, however many there are. */
  String some() {
    return "klip.example/v/" + ground.one("select max(id) / 2000 from item");
  }

  static String search(String term) {
    return "/search?q=" + URLEncoder.encode(term, StandardCharsets.UTF_8);
  }

  private List<Case> requests() {
    String deepId = "_" + ground.one("select max(id) / 10 from request");
    String deepDue =
        ground.one(
            "select to_char(next_due_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                + " || '_' || id from request where next_due_at is not null"
                + " order by next_due_at, id offset"
                + " (select count(*) * 9 / 10 from request where next_due_at is not null) limit 1");
    String number =
        ground.one("select left(max(number), -2) from request where number like 'PA-%'");
    String platform = ground.one("select min(id) from platform");
    List<Case> cases = new ArrayList<>();
    addList(cases, "newest first", "", deepId);
    addList(cases, "by due time", "sort=due", deepDue);
    cases.add(
        new Case(
            "list: by due time, where none is due",
            "/requests?sort=due&after=" + "_" + ground.one("select max(id) / 2 from request")));
    addList(cases, "platform", "platform=" + platform, deepId);
    addList(cases, "category", "category=05", deepId);
    addList(cases, "urgency", "urgency=urgent", deepId);
    for (String state :
        List.of("waiting_for_company", "waiting_for_ministry", "closed", "withdrawn")) {
      addList(cases, "state " + state, "state=" + state, deepId);
    }
    addList(cases, "overdue", "overdue=yes", deepId);
    addList(cases, "overdue by due time", "overdue=yes&sort=due", deepDue);
    cases.add(new Case("list: number", "/requests?number=" + number));
    return cases;
  }

  private static void addList(List<Case> cases, String name, String query, String deep) {
    cases.add(new Case("list: " + name, "/requests" + (query.isEmpty() ? "" : "?" + query)));
    cases.add(
        new Case(
            "list: " + name + ", deep",
            "/requests?" + query + (query.isEmpty() ? "" : "&") + "after=" + deep));
  }
}

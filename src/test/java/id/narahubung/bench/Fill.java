package id.narahubung.bench;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.addresses.Canonicaliser;
import id.narahubung.testing.Given.Company;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Fills an empty database with two years of casework, the same for the same numbers: by COPY as the
 * owner, with foreign keys and indexes taken off before and put back, and so checked, after.
 */
final class Fill {

  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final List<String> TABLES =
      List.of(
          "request",
          "request_legal_basis",
          "request_draft",
          "request_author",
          "item",
          "event",
          "event_item",
          "item_round",
          "answer",
          "item_check",
          "ruling",
          "item_withdrawal",
          "number_counter");

  private final Ground ground;
  private final Parties parties;
  private final Instant now;
  private final Duration span;
  private final long ruleSet;
  private final List<String[]> categories;
  private final Map<String, CopyTable> tables = new LinkedHashMap<>();
  private final Map<Integer, Integer> numbers = new TreeMap<>();
  private long request;
  private long item;
  private long event;
  private long answer;
  private long check;

  /**
   * @param allFresh whether everything was sent within the last day, so that most of it is open
   */
  Fill(Ground ground, Parties parties, Instant now, boolean allFresh) {
    this.span = allFresh ? Duration.ofHours(23) : Duration.ofDays(730);
    this.ground = ground;
    this.parties = parties;
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
    this.ruleSet =
        Long.parseLong(
            ground.one(
                "select id from rule_set where code = 'indonesia' order by in_force_from desc"));
    this.categories =
        ground
            .rows(
                "select c.code, u.code, u.minutes from category c join urgency u"
                    + " on u.rule_set_id = c.rule_set_id and u.code = c.urgency_code"
                    + " where c.rule_set_id = "
                    + ruleSet
                    // What identifies a restricted item stands elsewhere.
                    + " and not c.restricted order by c.ordinal")
            .stream()
            .map(row -> row.split("\\|", -1))
            .toList();
    this.event = Long.parseLong(ground.one("select coalesce(max(id), 0) from event"));
  }

  /** So many items, so many a request. */
  void run(long items, int each) {
    try (Connection owner = ground.owner();
        Statement sql = owner.createStatement()) {
      sql.execute("set maintenance_work_mem = '1GB'");
      List<String> putBack = takeOff(sql);
      open();
      long requests = Math.max(1, items / each);
      for (long n = 1; n <= requests; n++) {
        addRequest(n, requests, each);
      }
      for (Map.Entry<Integer, Integer> year : numbers.entrySet()) {
        table("number_counter").add(year.getKey(), year.getValue());
      }
      for (CopyTable table : tables.values()) {
        table.close();
      }
      for (String statement : putBack) {
        sql.execute(statement);
      }
      for (String table : List.of("request", "item", "event", "answer", "item_check")) {
        sql.execute(
            "select setval(pg_get_serial_sequence('%s', 'id'), (select max(id) from %s))"
                .formatted(table, table));
      }
      for (String table : TABLES) {
        sql.execute("vacuum (analyze) " + table);
      }
      sql.execute("analyze");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Statements that put the foreign keys and the indexes back. */
  private List<String> takeOff(Statement sql) throws SQLException {
    String ours = "('" + String.join("', '", TABLES) + "')";
    List<String> putBack = new ArrayList<>();
    for (String row :
        ground.rows(
            "select 'alter table ' || t.relname || ' drop constraint ' || c.conname,"
                + " 'alter table ' || t.relname || ' add constraint ' || c.conname || ' '"
                + " || pg_get_constraintdef(c.oid) from pg_constraint c join pg_class t"
                + " on t.oid = c.conrelid where c.contype = 'f' and t.relname in "
                + ours)) {
      String[] both = row.split("\\|", 2);
      sql.execute(both[0]);
      putBack.add(both[1]);
    }
    for (String row :
        ground.rows(
            "select 'drop index ' || indexname, indexdef from pg_indexes where schemaname = 'public'"
                + " and not exists (select from pg_constraint where conname = indexname)"
                + " and tablename in "
                + ours)) {
      String[] both = row.split("\\|", 2);
      sql.execute(both[0]);
      putBack.addFirst(both[1]);
    }
    // A request begins as a draft and an event stays: true of what people do, not of this.
    sql.execute("alter table request disable trigger user");
    putBack.add("alter table request enable trigger user");
    return putBack;
  }

  private void open() throws SQLException {
    open(
        "request",
        "id, company_id, side, platform_id, rule_set_id, stage, number, version, subject,"
            + " category_code, urgency_code, requester_kind, requester_body, requester_contact,"
            + " origin, letter_number, letter_date, analysis, measure_code, scope, redress,"
            + " created_at, changed_at, sent_at, sent_by, withdrawn_at, item_count, open_count,"
            + " asked_count, claimed_count, contested_count, settled_count, next_due_at,"
            + " next_due_count, acknowledged_at");
    open("request_legal_basis", "request_id, company_id, side, rule_set_id, basis_code");
    open("request_draft", "request_id, company_id, pasted");
    open("request_author", "request_id, person_id, company_id");
    open(
        "item",
        "id, request_id, company_id, side, ordinal, url_given, url, url_hash, canonicaliser,"
            + " version, standing, due_at");
    open(
        "event",
        "id, act_id, at, actor_id, actor_side, actor_role, actor_code, company_id, side,"
            + " request_id, kind, body");
    open("event_item", "event_id, item_id, company_id, side, due_before, due_after");
    open("item_round", "item_id, number, company_id, side, event_id, cause, started_at, minutes");
    open(
        "answer",
        "id, item_id, company_id, side, event_id, rule_set_id, type_code, class, ground_code,"
            + " details, answered_at");
    open(
        "item_check",
        "id, item_id, company_id, side, event_id, answer_id, verdict, observed_at, checked_at,"
            + " network, country, surface, signed_in");
    open("ruling", "answer_id, item_id, company_id, side, event_id, outcome, reason, ruled_at");
    open("item_withdrawal", "item_id, company_id, side, event_id, our_error, reason, withdrawn_at");
    open("number_counter", "year, last");
  }

  private void open(String table, String columns) throws SQLException {
    tables.put(table, new CopyTable(ground.owner(), table, columns));
  }

  private CopyTable table(String name) {
    CopyTable table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException(name);
    }
    return table;
  }

  /** Where an item of a request stands, by what share. */
  private enum Life {
    /** Sent within a day: most is open. */
    FRESH,
    /** Sent within a week: in work. */
    IN_WORK,
    /** Older, with items left over. */
    STRAGGLING,
    /** Older, everything settled. */
    DONE,
    WITHDRAWN,
    DRAFT,
    AWAITING;

    String standing(SplittableRandom random) {
      int p = random.nextInt(100);
      return switch (this) {
        case FRESH -> p < 80 ? "open" : p < 85 ? "asked" : "claimed";
        case IN_WORK ->
            p < 30
                ? "open"
                : p < 34 ? "asked" : p < 74 ? "claimed" : p < 80 ? "contested" : "confirmed";
        case STRAGGLING ->
            p < 12
                ? "open"
                : p < 20 ? "claimed" : p < 24 ? "contested" : p < 94 ? "confirmed" : "accepted";
        case DONE -> p < 93 ? "confirmed" : p < 98 ? "accepted" : "withdrawn";
        case WITHDRAWN -> "withdrawn";
        case DRAFT, AWAITING -> "draft";
      };
    }

    boolean isSent() {
      return this != DRAFT && this != AWAITING;
    }
  }

  private static Life life(SplittableRandom random, long place, long of, Duration age) {
    long fromTheEnd = of - place;
    if (fromTheEnd < Math.max(4, of / 200)) {
      return Life.DRAFT;
    }
    if (fromTheEnd < Math.max(6, of / 125)) {
      return Life.AWAITING;
    }
    if (age.compareTo(Duration.ofHours(24)) < 0) {
      return Life.FRESH;
    }
    if (age.compareTo(Duration.ofDays(7)) < 0) {
      return Life.IN_WORK;
    }
    int p = random.nextInt(100);
    return p < 12 ? Life.STRAGGLING : p < 14 ? Life.WITHDRAWN : Life.DONE;
  }

  private void addRequest(long place, long of, int each) throws SQLException {
    SplittableRandom random = new SplittableRandom(place);
    request = place;
    // The last thousandth is not sent yet; before it the days are filled evenly.
    Instant sent = now.minus(span.multipliedBy(of - place + 1).dividedBy(of));
    Life life = life(random, place, of, Duration.between(sent, now));
    Company company = parties.companies().get(company(random));
    PersonViewer responder = parties.responders().get(parties.companies().indexOf(company));
    PersonViewer officer = parties.officers().get(random.nextInt(parties.officers().size()));
    PersonViewer supervisor =
        parties.supervisors().get(random.nextInt(parties.supervisors().size()));
    String[] category =
        random.nextInt(100) < 40
            ? categories.get(2)
            : categories.get(random.nextInt(categories.size()));
    int minutes = Integer.parseInt(category[2]);
    Instant due = sent.plus(Duration.ofMinutes(minutes));
    Case it = new Case(company.id(), life, sent, due, minutes, officer, supervisor, responder);

    Map<String, Integer> standings = new TreeMap<>();
    List<Placed> placed = new ArrayList<>();
    StringBuilder pasted = new StringBuilder();
    for (int ordinal = 1; ordinal <= each; ordinal++) {
      String standing = life.standing(random);
      standings.merge(standing, 1, Integer::sum);
      item++;
      String url =
          "https://%s.example/v/%d"
              .formatted(company.platform().name().toLowerCase(Locale.ROOT), item);
      pasted.append(url).append('\n');
      placed.add(new Placed(item, standing));
      table("item")
          .add(
              item,
              request,
              company.id(),
              life.isSent() ? "both" : "ministry",
              ordinal,
              url,
              url,
              sha256(url),
              Canonicaliser.VERSION,
              life.isSent() ? 2 : 1,
              standing,
              life.isSent() ? due : null);
    }
    boolean acknowledged = life.isSent() && life != Life.WITHDRAWN && random.nextInt(100) < 80;
    @Nullable Instant firstWord = addEvents(it, placed, acknowledged);
    addRequestRow(it, category, company, standings, firstWord);
    for (String basis : List.of("pm5_9_4_a", "pm5_9_4_b")) {
      table("request_legal_basis")
          .add(request, company.id(), life.isSent() ? "both" : "ministry", ruleSet, basis);
    }
    table("request_draft").add(request, company.id(), pasted.toString());
    table("request_author").add(request, officer.personId(), company.id());
  }

  private static int company(SplittableRandom random) {
    int p = random.nextInt(100);
    int sum = 0;
    for (int n = 0; n < Parties.SHARES.size(); n++) {
      sum += Parties.SHARES.get(n);
      if (p < sum) {
        return n;
      }
    }
    return 0;
  }

  private record Placed(long id, String standing) {}

  private record Case(
      long company,
      Life life,
      Instant sent,
      Instant due,
      int minutes,
      PersonViewer officer,
      PersonViewer supervisor,
      PersonViewer responder) {}

  /** Gives the first acknowledgement or answer. */
  private @Nullable Instant addEvents(Case it, List<Placed> items, boolean acknowledged)
      throws SQLException {
    event(it, "request.drafted", it.officer(), it.sent().minusSeconds(7200), false, 0);
    if (it.life() == Life.DRAFT) {
      return null;
    }
    event(it, "request.submitted", it.officer(), it.sent().minusSeconds(3600), false, 0);
    if (it.life() == Life.AWAITING) {
      return null;
    }
    tell(
        it, event(it, "request.sent", it.supervisor(), it.sent(), true, items.size()), items, true);
    for (Placed each : items) {
      table("item_round")
          .add(each.id(), 1, it.company(), "both", event, "sent", it.sent(), it.minutes());
    }
    Instant seen = at(it, 15);
    event(it, "request.seen", it.responder(), seen, true, 0);
    Instant first = null;
    if (acknowledged) {
      first = at(it, 20);
      event(it, "request.acknowledged", it.responder(), first, true, 0);
    }
    Instant answered = addAnswers(it, items, "K1", "asks", at(it, 30), List.of("asked"));
    Instant acted =
        addAnswers(it, items, "D1", "acted", at(it, 90), List.of("claimed", "confirmed"));
    Instant refused =
        addAnswers(it, items, "T1", "refused", at(it, 120), List.of("contested", "accepted"));
    for (Instant each : new Instant[] {answered, acted, refused}) {
      if (each != null && (first == null || each.isBefore(first))) {
        first = each;
      }
    }
    addWithdrawals(it, items);
    return first;
  }

  private @Nullable Instant addAnswers(
      Case it, List<Placed> items, String type, String kind, Instant at, List<String> standing)
      throws SQLException {
    List<Placed> these = items.stream().filter(each -> standing.contains(each.standing())).toList();
    if (these.isEmpty()) {
      return null;
    }
    long told = event(it, "items.answered", it.responder(), at, true, these.size());
    tell(it, told, these, false);
    List<Placed> settled = new ArrayList<>();
    List<Long> answers = new ArrayList<>();
    for (Placed each : these) {
      answer++;
      table("answer")
          .add(
              answer,
              each.id(),
              it.company(),
              "both",
              told,
              ruleSet,
              type,
              kind,
              kind.equals("refused") ? "R6" : null,
              details(kind, at),
              at);
      if (each.standing().equals("confirmed") || each.standing().equals("accepted")) {
        settled.add(each);
        answers.add(answer);
      }
    }
    if (!settled.isEmpty()) {
      settle(it, settled, answers, kind.equals("refused"), at.plus(Duration.ofHours(20)));
    }
    return at;
  }

  private static String details(String kind, Instant at) {
    return switch (kind) {
      case "acted" ->
          "{\"acted_at\":\"" + at.truncatedTo(ChronoUnit.MINUTES) + "\",\"rule_line\":\"3.2\"}";
      case "refused" -> "{\"reason\":\"Karya jurnalistik.\"}";
      default -> "{\"question\":\"Bagian mana yang dimaksud?\"}";
    };
  }

  /** What the ministry found of what was done, or accepted of what was not. */
  private void settle(
      Case it, List<Placed> items, List<Long> answers, boolean refused, Instant when)
      throws SQLException {
    Instant at = when.isAfter(now) ? now : when;
    long told =
        event(
            it,
            refused ? "items.ruled" : "items.checked",
            refused ? it.supervisor() : it.officer(),
            at,
            true,
            items.size());
    tell(it, told, items, false);
    for (int n = 0; n < items.size(); n++) {
      Placed each = items.get(n);
      if (refused) {
        table("ruling")
            .add(answers.get(n), each.id(), it.company(), "both", told, "accepted", "", at);
      } else {
        check++;
        table("item_check")
            .add(
                check,
                each.id(),
                it.company(),
                "both",
                told,
                answers.get(n),
                "down",
                at,
                at,
                "IndiHome",
                "ID",
                "web",
                false);
      }
    }
  }

  private void addWithdrawals(Case it, List<Placed> items) throws SQLException {
    List<Placed> these =
        items.stream().filter(each -> each.standing().equals("withdrawn")).toList();
    if (these.isEmpty()) {
      return;
    }
    boolean whole = it.life() == Life.WITHDRAWN;
    Instant at = at(it, 180);
    long told =
        event(
            it,
            whole ? "request.withdrawn" : "items.withdrawn",
            it.supervisor(),
            at,
            true,
            these.size());
    tell(it, told, these, false);
    for (Placed each : these) {
      table("item_withdrawal")
          .add(each.id(), it.company(), "both", told, false, "Sudah tidak diperlukan.", at);
    }
  }

  private Instant at(Case it, int minutes) {
    Instant at = it.sent().plus(Duration.ofMinutes(minutes));
    return at.isAfter(now) ? now : at;
  }

  private long event(Case it, String kind, PersonViewer actor, Instant at, boolean joint, int items)
      throws SQLException {
    event++;
    String side = actor.side().name().toLowerCase(Locale.ROOT);
    table("event")
        .add(
            event,
            new UUID(request, event),
            at,
            actor.personId(),
            side,
            actor.roles().iterator().next().code(),
            actor.code(),
            joint ? it.company() : null,
            joint ? "both" : "ministry",
            request,
            kind,
            items == 0 ? "{}" : "{\"items\":" + items + "}");
    return event;
  }

  private void tell(Case it, long told, List<Placed> items, boolean sent) throws SQLException {
    for (Placed each : items) {
      table("event_item")
          .add(told, each.id(), it.company(), "both", sent ? null : it.due(), it.due());
    }
  }

  private void addRequestRow(
      Case it,
      String[] category,
      Company company,
      Map<String, Integer> standings,
      @Nullable Instant firstWord)
      throws SQLException {
    boolean sent = it.life().isSent();
    String stage =
        switch (it.life()) {
          case DRAFT -> "draft";
          case AWAITING -> "awaiting_approval";
          case WITHDRAWN -> "withdrawn";
          case FRESH, IN_WORK, STRAGGLING, DONE -> "sent";
        };
    int open = standings.getOrDefault("open", 0);
    int settled =
        standings.getOrDefault("confirmed", 0)
            + standings.getOrDefault("accepted", 0)
            + standings.getOrDefault("withdrawn", 0);
    table("request")
        .add(
            request,
            company.id(),
            sent ? "both" : "ministry",
            company.platform().id(),
            ruleSet,
            stage,
            sent ? number(it.sent()) : null,
            sent ? 3 : 1,
            "Perkara " + request,
            category[0],
            category[1],
            "agency",
            "Direktorat Pengendalian",
            "direktorat@kementerian.example",
            "cyber_patrol",
            "B-" + request,
            it.sent().atZone(WIB).toLocalDate(),
            "Melanggar peraturan perundang-undangan.",
            "remove",
            "indonesia",
            "Tulis kepada direktorat dalam 14 hari.",
            it.sent().minusSeconds(7200),
            sent ? it.sent() : it.sent().minusSeconds(3600),
            sent ? it.sent() : null,
            sent ? it.supervisor().personId() : null,
            it.life() == Life.WITHDRAWN ? at(it, 180) : null,
            standings.values().stream().mapToInt(Integer::intValue).sum(),
            open,
            standings.getOrDefault("asked", 0),
            standings.getOrDefault("claimed", 0),
            standings.getOrDefault("contested", 0),
            settled,
            open > 0 ? it.due() : null,
            open,
            firstWord);
  }

  private String number(Instant sent) {
    int year = sent.atZone(WIB).getYear();
    return String.format(Locale.ROOT, "PA-%d-%06d", year, numbers.merge(year, 1, Integer::sum));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package id.narahubung.bench;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.addresses.Canonicaliser;
import id.narahubung.figures.HalfYear;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fills an empty database with two years of casework, the same for the same numbers. */
final class Fill {

  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private final Parties parties;
  private final Instant now;
  private final Duration span;
  private final long ruleSet;
  private final List<String[]> categories;
  private final Ground ground;
  private final FilledTables tables;
  private final Map<Integer, Integer> numbers = new TreeMap<>();
  private final Map<Long, Deque<Back>> cameBack = new HashMap<>();
  private final Map<Long, Back> waiting = new LinkedHashMap<>();
  private final Stood stood = new Stood();
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
    this.tables = new FilledTables(ground);
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
    try {
      ground.filling(() -> fill(items, each));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void fill(long items, int each) throws SQLException {
    backdate();
    tables.open();
    long requests = Math.max(1, items / each);
    for (long n = 1; n <= requests; n++) {
      addRequest(n, requests, each);
    }
    for (Back back : waiting.values()) {
      table("reappearance").add(back.item(), back.company(), "both", "ministry", back.seen());
    }
    for (Map.Entry<Integer, Integer> year : numbers.entrySet()) {
      table("number_counter").add(year.getKey(), year.getValue());
    }
    tables.close();
    countHalfYears();
  }

  /** As a portal would have that stood all the while: else it does so while it is measured. */
  private void countHalfYears() throws SQLException {
    try (Connection owner = ground.owner();
        Statement sql = owner.createStatement()) {
      for (HalfYear half = HalfYear.containing(now).previous();
          half.to().isAfter(now.minus(span));
          half = half.previous()) {
        sql.execute(
            "insert into transparency_count (half, to_at, counted_at) values ('%1$s', '%2$s', '%2$s')"
                .formatted(half.code(), half.to()));
      }
    }
  }

  /** Their companies and platforms were there before the first request. */
  private void backdate() throws SQLException {
    try (Connection owner = ground.owner();
        Statement sql = owner.createStatement()) {
      for (String table : List.of("organisation", "platform")) {
        sql.execute("update " + table + " set created_at = '" + now.minus(span) + "'");
      }
    }
  }

  private CopyTable table(String name) {
    return tables.table(name);
  }

  private void addRequest(long place, long of, int each) throws SQLException {
    SplittableRandom random = new SplittableRandom(place);
    request = place;
    // The last thousandth is not sent yet; before it the days are filled evenly.
    Instant sent = now.minus(span.multipliedBy(of - place + 1).dividedBy(of));
    Life life = Life.of(random, place, of, Duration.between(sent, now));
    Company company = parties.pick(random);
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
              life.isSent() ? due : null,
              life.isSent() ? company.platform().id() : null,
              life.isSent() ? category[0] : null,
              life.isSent() ? category[1] : null,
              life.isSent() ? asksAgainFor(company.id(), standing) : null);
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

  /** An item whose content came back, and when that was seen. */
  private record Back(long item, long company, Instant seen) {}

  /** An item whose content came back is asked for by the next of its company. */
  private @Nullable Long asksAgainFor(long company, String standing) {
    Back back = cameBack.getOrDefault(company, new ArrayDeque<>()).poll();
    if (back == null) {
      return null;
    }
    if (!standing.equals("withdrawn")) {
      waiting.remove(back.item());
    }
    return back.item();
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
    stood.forget();
    event(it, "request.sent", it.supervisor(), it.sent(), true, items.size());
    tell(it, it.sent(), items, "open");
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
    tell(
        it,
        at,
        these,
        switch (kind) {
          case "asks" -> "asked";
          case "acted" -> "claimed";
          default -> "contested";
        });
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
    tell(it, at, items, refused ? "accepted" : "confirmed");
    for (int n = 0; n < items.size(); n++) {
      Placed each = items.get(n);
      if (refused) {
        table("ruling")
            .add(answers.get(n), each.id(), it.company(), "both", told, "accepted", "", at);
      } else {
        addCheck(it, each, answers.get(n), told, "down", at, false);
        lookAgain(it, each, answers.get(n), at);
      }
    }
  }

  /**
   * Of a hundred items that were down ten are looked at one by one: old ones were down still, those
   * of this month wait for their next look. One more came back, and is asked for two weeks later.
   */
  private void lookAgain(Case it, Placed item, long answer, Instant confirmed) throws SQLException {
    long place = item.id() % 100;
    Instant next = confirmed.plus(Duration.ofHours(24));
    if (place < 10 && confirmed.isAfter(now.minus(Duration.ofDays(30)))) {
      Instant due =
          place < 3
              ? now.minus(Duration.ofHours(item.id() % 48))
              : confirmed.plus(Duration.ofDays(30));
      table("recheck").add(item.id(), it.company(), "both", "ministry", due);
    } else if (place <= 10 && next.isBefore(now)) {
      addLook(it, item, answer, next, place < 10 ? "down" : "still_up");
      if (place == 10) {
        Back back = new Back(item.id(), it.company(), next);
        waiting.put(item.id(), back);
        if (confirmed.isBefore(now.minus(Duration.ofDays(14)))) {
          cameBack.computeIfAbsent(it.company(), company -> new ArrayDeque<>()).add(back);
        }
      }
    }
  }

  private void addLook(Case it, Placed item, long answer, Instant at, String verdict)
      throws SQLException {
    long told = event(it, "items.rechecked", it.officer(), at, true, 1);
    tell(it, at, List.of(item), "confirmed");
    addCheck(it, item, answer, told, verdict, at, true);
  }

  private void addCheck(
      Case it, Placed item, long answer, long told, String verdict, Instant at, boolean again)
      throws SQLException {
    check++;
    table("item_check")
        .add(
            check,
            item.id(),
            it.company(),
            "both",
            told,
            answer,
            verdict,
            at,
            at,
            "IndiHome",
            "ID",
            "web",
            false,
            again);
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
    tell(it, at, these, "withdrawn");
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

  /** Hangs items on the event just written, after which they stand there. */
  private void tell(Case it, Instant at, List<Placed> items, String after) throws SQLException {
    for (Placed each : items) {
      stood.tell(
          table("event_item"), new Stood.Told(event, each.id(), it.company(), at, it.due()), after);
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

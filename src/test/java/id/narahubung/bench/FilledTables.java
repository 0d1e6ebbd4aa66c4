package id.narahubung.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The tables that a measurement fills, by COPY as the owner: foreign keys and indexes are taken off
 * before and put back, and so checked, after.
 */
final class FilledTables {

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
          "recheck",
          "reappearance",
          "ruling",
          "item_withdrawal",
          "number_counter");

  private final Ground ground;
  private final Map<String, CopyTable> tables = new LinkedHashMap<>();
  private final List<String> indexes = new ArrayList<>();
  private final List<String> putBack = new ArrayList<>();

  FilledTables(Ground ground) {
    this.ground = ground;
  }

  void open() throws SQLException {
    try (Connection owner = ground.owner();
        Statement sql = owner.createStatement()) {
      takeOff(sql);
    }
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
            + " version, standing, due_at, platform_id, category_code, urgency_code,"
            + " reappeared_from");
    open(
        "event",
        "id, act_id, at, actor_id, actor_side, actor_role, actor_code, company_id, side,"
            + " request_id, kind, body");
    open(
        "event_item",
        "event_id, item_id, company_id, side, at, due_before, due_after, standing_before,"
            + " standing_after, stood_since");
    open("item_round", "item_id, number, company_id, side, event_id, cause, started_at, minutes");
    open(
        "answer",
        "id, item_id, company_id, side, event_id, rule_set_id, type_code, class, ground_code,"
            + " details, answered_at");
    open(
        "item_check",
        "id, item_id, company_id, side, event_id, answer_id, verdict, observed_at, checked_at,"
            + " network, country, surface, signed_in, again");
    open("recheck", "item_id, company_id, item_side, side, due_at");
    open("reappearance", "item_id, company_id, item_side, side, looked_at");
    open("ruling", "answer_id, item_id, company_id, side, event_id, outcome, reason, ruled_at");
    open("item_withdrawal", "item_id, company_id, side, event_id, our_error, reason, withdrawn_at");
    open("number_counter", "year, last");
  }

  private void open(String table, String columns) throws SQLException {
    tables.put(table, new CopyTable(ground.owner(), table, columns));
  }

  CopyTable table(String name) {
    CopyTable table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException(name);
    }
    return table;
  }

  /** Ends the copying and puts everything back. */
  void close() throws SQLException {
    for (CopyTable table : tables.values()) {
      table.close();
    }
    try (Connection owner = ground.owner();
        Statement sql = owner.createStatement()) {
      inTwo(indexes);
      sql.execute("set work_mem = '512MB'");
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
    }
  }

  /** Two at a time: sorting waits for the disk, and a word index for one processor. */
  private void inTwo(List<String> statements) throws SQLException {
    Queue<String> left = new ConcurrentLinkedQueue<>(statements);
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Future<?>> running = new ArrayList<>();
      for (int n = 0; n < 2; n++) {
        running.add(both.submit(() -> run(left)));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new SQLException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException(e);
    }
  }

  private @Nullable Void run(Queue<String> statements) throws SQLException {
    try (Connection owner = ground.owner();
        Statement sql = owner.createStatement()) {
      sql.execute("set maintenance_work_mem = '2GB'");
      for (String each = statements.poll(); each != null; each = statements.poll()) {
        sql.execute(each);
      }
      return null;
    }
  }

  private void takeOff(Statement sql) throws SQLException {
    String ours = "('" + String.join("', '", TABLES) + "')";
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
      indexes.add(both[1]);
    }
    // A request begins as a draft and a look again follows a confirmation: true of what people do,
    // one after the other, not of tables filled beside each other. And nothing is restricted here:
    // whether it should be, PostgreSQL would ask of all items at once, of tables it has no figures
    // of.
    for (String table : List.of("request", "item", "item_check", "event_item")) {
      sql.execute("alter table " + table + " disable trigger user");
      putBack.add("alter table " + table + " enable trigger user");
    }
  }
}

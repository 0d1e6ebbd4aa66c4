package id.narahubung;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MainTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void a_wrong_value_stops_the_start_with_a_line_each() {
    assertThat(run(Map.of("PORT", "x", "DEMONSTRATION", "perhaps"))).isEqualTo(2);
    assertThat(told(err)).hasLineCount(2).doesNotContain("Exception");
  }

  @Test
  void an_unreachable_database_is_told_in_one_line() {
    assertThat(run(Map.of("DATABASE_URL", "postgres://desk:secret@127.0.0.1:1/desk"))).isEqualTo(1);
    assertThat(told(err)).hasLineCount(1).contains("127.0.0.1:1").doesNotContain("secret");
  }

  @Test
  void a_schema_that_is_not_current_is_told_in_one_line() {
    db.asOwner("create table kept as select * from flyway_schema_history");
    db.asOwner("delete from flyway_schema_history where version is not null");
    try {
      assertThat(run(environment())).isEqualTo(1);
      assertThat(told(err)).hasLineCount(1).contains("bin/migrate");
    } finally {
      db.asOwner("insert into flyway_schema_history select * from kept on conflict do nothing");
      db.asOwner("drop table kept");
    }
  }

  @Test
  void a_role_of_the_wall_that_was_not_granted_is_told_in_one_line() {
    TestDatabase.asSuperuser("revoke side_auditor from " + db.serving().user());
    try {
      assertThat(run(environment())).isEqualTo(1);
      assertThat(told(err)).hasLineCount(1).contains("db/roles.sql", "side_auditor");
    } finally {
      TestDatabase.asSuperuser("grant side_auditor to " + db.serving().user());
    }
  }

  @Test
  void the_console_needs_a_running_portal_or_a_database(@TempDir Path folder) {
    assertThat(run(Map.of("DATA", folder.toString()), "admin", "list")).isEqualTo(1);
    assertThat(told(err)).hasLineCount(1).contains("DATABASE_URL");
  }

  @Test
  void the_console_makes_an_administrator_once_there_is_a_ministry() {
    assertThat(admin("administrator", "a@kementerian.example")).isEqualTo(1);
    assertThat(told(err)).contains("bin/admin organisation ministry");

    assertThat(admin("organisation", "ministry", "Kementerian")).isZero();
    assertThat(admin("administrator", "a@kementerian.example")).isZero();
    assertThat(told(out)).contains("https://desk.example/links/");
    assertThat(db.rows("select role from person_role")).containsExactly("administrator");
    assertThat(db.rows("select kind, actor_side from event order by id"))
        .containsExactly("organisation.made|system", "person.made|system", "link.made|system");
  }

  @Test
  void the_console_recovers_an_administrator() {
    admin("organisation", "ministry", "Kementerian");
    admin(
        "person",
        "p@k.example",
        "Pengurus",
        "--organisation",
        "Kementerian",
        "--role",
        "administrator");

    assertThat(admin("administrator", "P@k.example")).isZero();
    assertThat(db.rows("select role from person_role")).containsExactly("administrator");
    assertThat(db.rows("select kind from event order by id desc limit 1"))
        .containsExactly("link.made");
    assertThat(db.rows("select 1 from one_time_link where ends_at > used_at or used_at is null"))
        .hasSize(2);
  }

  @Test
  void the_console_makes_no_administrator_of_somebody_with_casework() {
    admin("organisation", "ministry", "Kementerian");
    admin("person", "p@k.example", "Petugas", "--organisation", "Kementerian", "--role", "officer");

    assertThat(admin("administrator", "P@k.example")).isOne();
    assertThat(db.rows("select role from person_role")).containsExactly("officer");
  }

  @Test
  void the_console_makes_a_company_with_its_platform_and_people() {
    admin("organisation", "company", "PT Klip");

    assertThat(
            admin(
                "platform",
                "PT Klip",
                "Klip",
                "--zone",
                "Asia/Shanghai",
                "--opens",
                "09:00",
                "--closes",
                "18:00",
                "--host",
                "Klip.example",
                "--host",
                "www.klip.example"))
        .isZero();
    assertThat(
            admin("person", "r@klip.example", "R", "--organisation", "PT Klip", "--role", "lead"))
        .isZero();
    assertThat(db.rows("select host from platform_host order by host"))
        .containsExactly("klip.example", "www.klip.example");
    assertThat(admin("list")).isZero();
    assertThat(told(out)).contains("PT Klip (company)").contains("01 r@klip.example R lead");
  }

  @Test
  void the_console_takes_a_role_and_closes_an_account_but_not_the_last_that_administers() {
    admin("organisation", "ministry", "Kementerian");
    admin("administrator", "a@k.example");
    admin("person", "p@k.example", "P", "--organisation", "Kementerian", "--role", "officer");
    assertThat(admin("role", "p@k.example", "supervisor")).isZero();

    assertThat(admin("take", "P@k.example", "officer")).isZero();
    assertThat(told(out)).contains("P@k.example is no longer officer.");
    assertThat(db.rows("select role from person_role order by role"))
        .containsExactly("administrator", "supervisor");
    assertThat(admin("close", "p@k.example")).isZero();
    assertThat(db.rows("select active from person where email = 'p@k.example'"))
        .containsExactly("f");
    assertThat(db.rows("select 1 from one_time_link where used_at is null")).hasSize(1);
    assertThat(db.rows("select kind, actor_side from event order by id desc limit 2"))
        .containsExactly("person.closed|system", "person.role_taken|system");

    assertThat(admin("close", "a@k.example")).isOne();
    assertThat(admin("take", "a@k.example", "administrator")).isOne();
    assertThat(admin("close", "nobody@k.example")).isOne();
    assertThat(admin("take", "p@k.example")).isEqualTo(2);
  }

  @Test
  void the_console_says_what_is_wrong() {
    admin("organisation", "company", "PT Klip");

    assertThat(
            admin("person", "r@klip.example", "R", "--organisation", "PT Klip", "--role", "king"))
        .isEqualTo(1);
    assertThat(told(err)).contains("There is no role king.");
    assertThat(
            admin(
                "person", "r@klip.example", "R", "--organisation", "PT Klip", "--role", "officer"))
        .isEqualTo(1);
    assertThat(told(err)).contains("other side");
    assertThat(admin("platform", "PT Klip", "Klip", "--colour", "red")).isEqualTo(2);
    assertThat(told(err)).contains("Usage:");
    assertThat(admin("dance")).isEqualTo(2);
  }

  @Test
  void the_status_of_a_week_is_printed_with_who_would_get_it_and_nothing_is_kept() {
    admin("organisation", "ministry", "Kementerian");
    admin("person", "p@k.example", "Petugas", "--organisation", "Kementerian", "--role", "officer");
    out.reset();
    assertThat(status("--week", "2018-W27", "--dry-run")).isZero();
    assertThat(told(err)).isEmpty();
    assertThat(told(out))
        .contains(
            "2018-W27, 2 Jul 2018 – 8 Jul 2018\n",
            "Week 2018-W27 is not frozen",
            "\n1 mail. Nothing was kept or sent.")
        .containsPattern(
            "  p@k.example +officer +id +[0-9]+ B  to be made +Status mingguan 2018-W27");
    assertThat(
            db.rows(
                "select (select count(*) from status_week), (select count(*) from mail where kind ="
                    + " 'status')"))
        .containsExactly("0|0");

    out.reset();
    assertThat(status("--week", "2018-W27")).as("weeks are frozen in their order").isEqualTo(1);
    assertThat(told(err)).hasLineCount(1).contains("2018-W27 cannot be frozen");
    assertThat(told(out)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2018-W54", "2018-27", "2018-W27x", "W27", ""})
  void what_is_no_week_is_told_so_and_how_to_write_one(String typed) {
    assertThat(status("--week", typed, "--dry-run")).isEqualTo(2);
    assertThat(told(err))
        .startsWith("There is no week " + typed + ": ")
        .contains("Usage: bin/status");
    assertThat(told(out)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--dry-run", "--week", "2018-W27", "--week 2018-W27 --dry", "--day 2018-W27"})
  void what_the_status_is_not_asked_with_is_answered_with_how_it_is(String typed) {
    assertThat(status(typed.split(" "))).isEqualTo(2);
    assertThat(told(err)).startsWith("Usage: bin/status");
  }

  @Test
  void a_week_that_is_to_come_has_no_status() {
    for (String[] each :
        new String[][] {{"--week", "2999-W01", "--dry-run"}, {"--week", "2999-W01"}}) {
      err.reset();
      assertThat(status(each)).isEqualTo(1);
      assertThat(told(err)).hasLineCount(1).contains("2999-W01 is not over");
    }
    assertThat(told(out)).isEmpty();
  }

  private int status(String... args) {
    return run(
        environment(), Stream.concat(Stream.of("status"), Stream.of(args)).toArray(String[]::new));
  }

  @Test
  void the_console_speaks_the_language_of_the_shell() {
    Map<String, String> indonesian = environment();
    indonesian.put("LANG", "id_ID.UTF-8");

    assertThat(run(indonesian, "admin", "link", "nobody@klip.example")).isEqualTo(1);
    assertThat(told(err)).contains("Tidak ada akun dengan alamat surel nobody@klip.example.");
  }

  private int admin(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "admin";
    System.arraycopy(args, 0, all, 1, args.length);
    return run(environment(), all);
  }

  private int run(Map<String, String> environment, String... args) {
    return Main.run(List.of(args), environment, printer(out), printer(err));
  }

  private static Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PUBLIC_URL", "https://desk.example");
    environment.put("DATABASE_URL", db.serving().url());
    environment.put("DATABASE_USER", db.serving().user());
    environment.put("DATABASE_PASSWORD", db.serving().password());
    environment.put("DATABASE_POOL", "2");
    return environment;
  }

  private static PrintStream printer(ByteArrayOutputStream into) {
    return new PrintStream(into, true, StandardCharsets.UTF_8);
  }

  private static String told(ByteArrayOutputStream printed) {
    return printed.toString(StandardCharsets.UTF_8);
  }
}

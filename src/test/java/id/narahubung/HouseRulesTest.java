package id.narahubung;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house. Each says why, so that who breaks one learns what to do instead. */
final class HouseRulesTest {

  private static final JavaClasses MAIN =
      new ClassFileImporter().importPath(Path.of("target/classes"));

  @Test
  void only_pages_routes_and_forms_know_the_web_server() {
    noClasses()
        .that()
        .resideOutsideOfPackages("id.narahubung.web..", "id.narahubung.db..")
        .and()
        .haveNameNotMatching(".*(Routes|Pages|Form|Acts|RequestDesk)(\\$.*)?")
        .and()
        .haveNameNotMatching(".*\\.(Portal|Permission)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.javalin..")
        .because("a command or store that knows of HTTP can be used by nobody else")
        .check(MAIN);
  }

  @Test
  void only_stores_know_the_database_library() {
    noClasses()
        .that()
        .resideOutsideOfPackages("id.narahubung.data..", "id.narahubung.db..")
        .and()
        .haveNameNotMatching(".*Store(\\$.*)?")
        .and()
        .haveNameNotMatching(".*ledger\\.Ledger(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jooq..", "id.narahubung.db..")
        .because("queries are found in the stores, and rules are read without them")
        .check(MAIN);
  }

  @Test
  void features_do_not_go_round_in_circles() {
    slices()
        .matching("id.narahubung.(*)..")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(resideInAPackage("id.narahubung.db.."), alwaysTrue())
        // The web house asks accounts who knocks, and the pages of accounts stand in the house.
        .ignoreDependency(
            resideInAPackage("id.narahubung.web.."), resideInAPackage("id.narahubung.accounts.."))
        .because("a feature can be read, and taken out, without the ones that stand on it")
        .check(MAIN);
  }

  @Test
  void every_class_is_final_or_an_interface() {
    classes()
        .that()
        .areTopLevelClasses()
        .and()
        .resideOutsideOfPackage("id.narahubung.db..")
        .and()
        .areNotInterfaces()
        .and()
        .haveSimpleNameNotEndingWith("package-info")
        .and()
        .doNotHaveFullyQualifiedName("id.narahubung.access.Refusal")
        .and()
        .areNotEnums()
        .should()
        .haveModifier(JavaModifier.FINAL)
        .because("nothing here is made to be extended")
        .check(MAIN);
  }

  /**
   * Something that may not stand in these files, and what to do instead.
   *
   * @param but the ends of names of files that may
   */
  record Ban(String text, String folder, String ending, String why, List<String> but) {

    static Ban of(String text, String folder, String ending, String why, String... but) {
      return new Ban(text, folder, ending, why, List.of(but));
    }
  }

  static List<Ban> bans() {
    String now = "Take the time from tx.now() or an InstantSource: rows agree, tests move it.";
    String wait = "Wait for a condition, or move the clock: sleeping tests are slow and lie.";
    String pages = "Wording is escaped text and behaviour is a file: the policy allows no other.";
    String all = "Name the fields: '*' also brings the vector of the search, unknown here.";
    String print = "Only the command line speaks to the console; everything else logs.";
    return List.of(
        Ban.of("Instant.now(", "src/main/java", ".java", now),
        Ban.of("LocalDate.now(", "src/main/java", ".java", now),
        Ban.of("LocalDateTime.now(", "src/main/java", ".java", now),
        Ban.of("ZonedDateTime.now(", "src/main/java", ".java", now),
        Ban.of("System.currentTimeMillis(", "src/main/java", ".java", now),
        Ban.of("REQUEST.asterisk(", "src/main/java", ".java", all),
        Ban.of("MESSAGE.asterisk(", "src/main/java", ".java", all),
        Ban.of("now()", "db/migrations", ".sql", "Rows carry the transaction's instant."),
        Ban.of("System.out", "src/main/java", ".java", print, "Main.java", "Console.java"),
        Ban.of("System.err", "src/main/java", ".java", print, "Main.java", "Console.java"),
        Ban.of("printStackTrace", "src/main/java", ".java", print),
        Ban.of("th:utext", "templates", ".html", pages),
        Ban.of("[(", "templates", ".html", pages),
        Ban.of(" style=", "templates", ".html", pages),
        // A mail brings its style with it, and its programs read no other.
        Ban.of("<style", "templates", ".html", pages, "mail/letter.html", "mail/status.html"),
        Ban.of(" onclick=", "templates", ".html", pages),
        Ban.of(" onsubmit=", "templates", ".html", pages),
        Ban.of("javascript:", "templates", ".html", pages),
        Ban.of("<!-- ", "templates", ".html", "Comments are <!--/* … */-->: they stay here."),
        Ban.of("Thread" + ".sleep", "src/test/java", ".java", wait),
        Ban.of(
            "@Dis" + "abled", "src/test/java", ".java", "A test that does not run says nothing."),
        Ban.of(
            "import static org.junit" + ".jupiter.api.Assert",
            "src/test/java",
            ".java",
            "AssertJ."));
  }

  @ParameterizedTest
  @MethodSource("bans")
  void what_is_banned_stands_nowhere(Ban ban) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files(ban.folder(), ban.ending())) {
      if (ban.but().stream().anyMatch(file.toString()::endsWith)) {
        continue;
      }
      List<String> lines = Files.readAllLines(file);
      for (int n = 0; n < lines.size(); n++) {
        if (lines.get(n).contains(ban.text()) && !lines.get(n).strip().startsWith("--")) {
          found.add(file + ":" + (n + 1) + " " + lines.get(n).strip());
        }
      }
    }
    assertThat(found).as(ban.why()).isEmpty();
  }

  /** Of a form in a template: how it begins, and all of it. */
  private static final Pattern FORM =
      Pattern.compile("<form\\b((?:[^>\"]|\"[^\"]*\")*)>.*?</form>", Pattern.DOTALL);

  private static final Pattern TYPED =
      Pattern.compile(
          "parts/control ::|parts/field :: (?!password|table)|<textarea|<select|\"checkbox\"");

  @Test
  void whatever_is_typed_survives_a_change_of_the_language_without_a_script_too()
      throws IOException {
    List<String> lost = new ArrayList<>();
    for (Path file : files("templates", ".html")) {
      Matcher forms = FORM.matcher(Files.readString(file));
      while (forms.find()) {
        boolean sent = forms.group(1).contains("post\"") || forms.group(1).contains("th:method");
        if (sent
            && TYPED.matcher(forms.group()).find()
            && !forms.group().contains("parts/form :: keeping")) {
          lost.add(file + ": " + forms.group(1).strip());
        }
      }
    }
    assertThat(lost).as("the form's own switch of the language stands last in it").isEmpty();
  }

  @Test
  void no_package_is_a_drawer() {
    noClasses()
        .that()
        .resideOutsideOfPackage("id.narahubung.db..")
        .should()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .because("such a name says nothing of what is inside")
        .check(MAIN);
  }

  @Test
  void the_readme_lists_every_variable_there_is() throws IOException {
    List<String> documented =
        Files.readAllLines(Path.of("README.md")).stream()
            .filter(line -> line.matches("\\| `[A-Z_]+` \\|.*"))
            .map(
                line ->
                    line.replaceAll("^\\| `([A-Z_]+)` \\| `?([^`|]*?)`? \\|.*", "$1=$2").strip())
            .toList();
    assertThat(documented)
        .containsExactlyElementsOf(
            Config.variables().stream().map(v -> v.name() + "=" + v.fallback()).toList());
  }

  private static List<Path> files(String folder, String ending) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

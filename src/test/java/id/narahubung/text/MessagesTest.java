package id.narahubung.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.ibm.icu.text.MessageFormat;
import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.addresses.Fault;
import id.narahubung.ledger.EventKind;
import id.narahubung.requests.ItemAction;
import id.narahubung.requests.Need;
import id.narahubung.requests.Origin;
import id.narahubung.requests.RequestAction;
import id.narahubung.requests.RequestLifecycle;
import id.narahubung.requests.RequestState;
import id.narahubung.requests.RequesterKind;
import id.narahubung.requests.RoundCause;
import id.narahubung.requests.RulingOutcome;
import id.narahubung.requests.Scope;
import id.narahubung.requests.Stage;
import id.narahubung.requests.Standing;
import id.narahubung.requests.Surface;
import id.narahubung.requests.Verdict;
import id.narahubung.rules.AnswerField;
import id.narahubung.rules.Column;
import id.narahubung.rules.Extent;
import id.narahubung.rules.Section;
import id.narahubung.sheets.SheetFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MessagesTest {

  private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-z_0-9.]+)");
  private static final Pattern IN_JAVA = Pattern.compile("\"([a-z][a-z_0-9]*(?:\\.[a-z_0-9]+)+)\"");
  private static final Pattern PREFIX = Pattern.compile("\"([a-z][a-z_0-9.]*\\.)\"");
  private static final Pattern SAID =
      Pattern.compile(
          "(?:\\.say\\(|words\\.find\\(|new RuleBroken\\(|Flash\\.say\\(\\s*ctx,|form\\.refuse\\(\\s*\"\\w+\",)"
              + "\\s*\"([a-z_0-9.]+)\"\\s*[,)]");

  private final Messages messages = new Messages();

  @Test
  void both_languages_have_the_same_keys() {
    assertThat(messages.keys(Language.EN)).isEqualTo(messages.keys(Language.ID));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void no_key_stands_twice(Language language) throws IOException {
    Set<String> once = new TreeSet<>();
    for (String line : Files.readAllLines(file(language))) {
      if (line.matches("[a-z_0-9.]+\\s*=.*")) {
        assertThat(once.add(line.substring(0, line.indexOf('=')).strip())).as(line).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_pattern_can_be_read_and_none_is_empty(Language language) {
    for (String key : messages.keys(language)) {
      String pattern = messages.say(language, key);
      assertThat(pattern).as(key).isNotBlank();
      assertThatCode(() -> new MessageFormat(pattern, language.locale()))
          .as("%s: %s", key, pattern)
          .doesNotThrowAnyException();
    }
  }

  /** A number that one language tells and the other leaves out is a slip. */
  @Test
  void both_languages_take_the_same_arguments() {
    for (String key : messages.keys(Language.ID)) {
      assertThat(arguments(Language.EN, key)).as(key).isEqualTo(arguments(Language.ID, key));
    }
  }

  @Test
  void every_sentence_a_template_asks_for_is_there() {
    assertThat(missing(uses(IN_TEMPLATE, "templates", ".html"))).isEmpty();
  }

  @Test
  void every_sentence_the_program_names_is_there() {
    assertThat(missing(uses(SAID, "src/main/java", ".java"))).isEmpty();
  }

  @Test
  void every_key_made_of_a_name_is_there() {
    Set<String> keys = new TreeSet<>();
    Arrays.stream(EventKind.values())
        .map(EventKind::code)
        .filter(
            kind -> kind.startsWith("request.") || kind.matches("(items|message|evidence)\\..*"))
        .forEach(kind -> keys.add("event." + kind));
    add(keys, "standing.", Standing.values());
    add(keys, "count.", Standing.values());
    add(keys, "verdict.", Verdict.values());
    add(keys, "ruling.", RulingOutcome.values());
    add(keys, "request.state.", RequestState.values());
    add(keys, "state.", RequestState.values());
    add(keys, "requester_kind.", RequesterKind.values());
    add(keys, "origin.", Origin.values());
    add(keys, "scope.", Scope.values());
    add(keys, "surface.", Surface.values());
    add(keys, "role.", Role.values());
    add(keys, "side.", Side.values());
    add(keys, "address.fault.", Fault.values());
    add(keys, "answer.fault.", AnswerField.Input.values());
    add(keys, "answer.fulfils.", Extent.values());
    add(keys, "fulfils.", Extent.values());
    add(keys, "clock.start.", RoundCause.values());
    add(keys, "need.", Need.values());
    for (Section section : Section.values()) {
      keys.add("rules.section." + section.code());
      keys.add("rules.section." + section.code() + ".hint");
      for (Column column : section.columns()) {
        keys.add("rules.cell." + column.name());
        column.choices().stream()
            .filter(choice -> !column.name().equals("need"))
            .forEach(choice -> keys.add("rules.choice." + column.name() + "." + choice));
      }
    }
    add(keys, "sheet.fault.", SheetFault.values());
    for (RequestAction action : RequestAction.values()) {
      if (Arrays.stream(Stage.values()).anyMatch(s -> !RequestLifecycle.allows(s, action))) {
        keys.add("request.refused." + lower(action));
      }
    }
    assertThat(missing(keys)).isEmpty();
  }

  /** The golden table names every refusal an item can meet. */
  @Test
  void every_refusal_of_an_item_has_its_sentence() throws IOException {
    Set<String> keys =
        Files.readAllLines(Path.of("src/test/resources/lifecycle.txt")).stream()
            .flatMap(line -> Arrays.stream(line.split(" +")))
            .filter(word -> word.startsWith("item.refused."))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(keys).hasSizeGreaterThan(ItemAction.values().length);
    assertThat(missing(keys)).isEmpty();
  }

  @Test
  void every_permission_somebody_can_lack_names_who_holds_it() {
    for (Permission permission : Permission.values()) {
      assertThat(Role.holding(permission)).as("%s", permission).isNotEmpty();
    }
  }

  /** As far as can be told: named whole, or begun by a literal that ends with a point. */
  @Test
  void no_sentence_is_left_over() {
    Set<String> whole = uses(IN_TEMPLATE, "templates", ".html");
    whole.addAll(uses(IN_JAVA, "src/main/java", ".java"));
    Set<String> begun = uses(PREFIX, "src/main/java", ".java");
    assertThat(messages.keys(Language.ID))
        .filteredOn(key -> !whole.contains(key) && begun.stream().noneMatch(key::startsWith))
        .filteredOn(key -> !key.matches("language\\.(id|en)|.*\\.(title|text|hint|next|save)"))
        .isEmpty();
  }

  private Set<String> missing(Set<String> keys) {
    Set<String> missing = new TreeSet<>(keys);
    missing.removeAll(messages.keys(Language.ID));
    return missing;
  }

  private Set<String> arguments(Language language, String key) {
    return Pattern.compile("\\{(\\d+)")
        .matcher(messages.say(language, key))
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void add(Set<String> keys, String prefix, Enum<?>[] values) {
    Arrays.stream(values).forEach(value -> keys.add(prefix + lower(value)));
  }

  private static Set<String> uses(Pattern pattern, String folder, String ending) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      Set<String> uses = new TreeSet<>();
      for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
        pattern
            .matcher(Files.readString(file))
            .results()
            .map((MatchResult result) -> result.group(1))
            .forEach(uses::add);
      }
      return uses;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(Language language) {
    return Path.of("src/main/resources/messages_" + language.code() + ".properties");
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Without arguments an apostrophe is an apostrophe, and two are two. */
  @ParameterizedTest
  @EnumSource
  void no_sentence_without_arguments_doubles_its_apostrophes(Language language) {
    assertThat(messages.keys(language))
        .extracting(key -> messages.say(language, key))
        .filteredOn(sentence -> !sentence.contains("{"))
        .noneMatch(sentence -> sentence.contains("''"));
  }
}

package id.narahubung.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class PathReaderTest {

  /** As pages are: known to their package only, with more to ask than their components. */
  record Page(
      String title,
      List<Row> rows,
      Optional<Row> first,
      @Nullable String note,
      Mood mood,
      int count) {

    boolean hidden() {
      return true;
    }

    public boolean hasRows() {
      return !rows.isEmpty();
    }

    public String broken() {
      return rows.get(count).name();
    }
  }

  record Row(String name) {}

  enum Mood {
    CALM {
      @Override
      public String code() {
        return "calm";
      }
    };

    abstract String code();
  }

  private final TemplateEngine engine = engine();

  private static TemplateEngine engine() {
    TemplateEngine engine = new TemplateEngine();
    engine.setTemplateResolver(new StringTemplateResolver());
    StandardDialect dialect = new StandardDialect();
    dialect.setVariableExpressionEvaluator(new PathReader());
    engine.setDialect(dialect);
    return engine;
  }

  private static final Page PAGE =
      new Page("Antrean", List.of(new Row("a")), Optional.of(new Row("b")), null, Mood.CALM, 3);

  private String draw(String expression) {
    return engine.process(
        "<p th:text=\"" + expression + "\">x</p>", new Context(Locale.ROOT, Map.of("page", PAGE)));
  }

  @Test
  void readsRecordsListsAndWhatMayBeMissing() {
    assertThat(draw("${page.title}")).isEqualTo("<p>Antrean</p>");
    assertThat(draw("${page.rows.size()} + ${page.count}")).isEqualTo("<p>4</p>");
    assertThat(draw("${page.rows.getFirst().name}")).isEqualTo("<p>a</p>");
    assertThat(draw("${page.first.get().name}")).isEqualTo("<p>b</p>");
    assertThat(draw("${page.first.isPresent()} and ${page.hasRows}")).isEqualTo("<p>true</p>");
    assertThat(draw("${page.mood.code}")).isEqualTo("<p>calm</p>");
  }

  @Test
  void takesWhatIsMissingForNothing() {
    assertThat(draw("${page.note}")).isEqualTo("<p></p>");
    assertThat(draw("${page.note.isEmpty()} ? 'none' : 'some'")).isEqualTo("<p>none</p>");
    assertThat(draw("${other}")).isEqualTo("<p></p>");
    assertThatThrownBy(() -> draw("${other.title}"))
        .hasRootCauseMessage("nothing to read 'title' of: [other, title]");
  }

  @Test
  void refusesWhatIsNoPathAndWhatDoesNotExist() {
    assertThatThrownBy(() -> draw("${page.titel}"))
        .hasRootCauseMessage(Page.class.getName() + " has no 'titel'");
    assertThatThrownBy(() -> draw("${page.hidden}"))
        .hasRootCauseMessage(Page.class.getName() + " has no 'hidden'");
    assertThatThrownBy(() -> draw("${page.getClass()}"))
        .hasRootCauseMessage(Page.class.getName() + " has no 'getClass'");
    assertThatThrownBy(() -> draw("${page.count + 1}"))
        .hasRootCauseMessage("no path: page.count + 1");
    assertThatThrownBy(() -> draw("${T(java.lang.Runtime)}"))
        .rootCause()
        .hasMessageStartingWith("no path");
  }

  @Test
  void tellsWhatFailedInAPage() {
    assertThatThrownBy(() -> draw("${page.broken}"))
        .hasRootCauseInstanceOf(IndexOutOfBoundsException.class);
  }

  /** One that is not is found when its page is drawn, and some are drawn seldom. */
  @Test
  void everyTemplateNamesPathsOnly() throws IOException {
    Pattern path = Pattern.compile("\\$\\{(?![a-zA-Z]\\w*(\\.[a-zA-Z]\\w*(\\(\\))?)*})[^}]*}");
    try (Stream<Path> files = Files.walk(Path.of("templates"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".html")))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern(path));
    }
  }
}

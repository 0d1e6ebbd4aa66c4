package id.narahubung.templates;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words without values stand in a template once it is read; the rest is left as it was. */
final class WordedTemplatesTest {

  private final WordedTemplates english = new WordedTemplates(new Messages(), Language.EN);

  @Test
  void words_take_the_place_of_their_keys() {
    assertThat(english.worded("<h2 class=\"a\" th:text=\"#{hold.load.title}\" id=\"b\">x</h2>"))
        .isEqualTo("<h2 class=\"a\" id=\"b\">" + say("hold.load.title") + "</h2>");
    assertThat(english.worded("<td role=\"cell\" th:data-label=\"#{column.item}\"><b>1</b></td>"))
        .isEqualTo("<td role=\"cell\" data-label=\"" + say("column.item") + "\"><b>1</b></td>");
    assertThat(english.worded("<p th:text=\"#{column.item}\" th:if=\"${page.count} > 0\">x</p>"))
        .isEqualTo("<p th:if=\"${page.count} > 0\">" + say("column.item") + "</p>");
    assertThat(english.worded("<p><th:block th:text=\"#{column.item}\">x</th:block>, 2</p>"))
        .isEqualTo("<p>" + say("column.item") + ", 2</p>");
  }

  @Test
  void what_needs_values_or_is_written_otherwise_is_found_when_the_page_is_drawn() {
    for (String template :
        new String[] {
          "<p th:text=\"#{hold.load(${row.number})}\">x</p>",
          "<p th:text=\"${page.isNew} ? #{column.item} : ''\">x</p>",
          "<p th:text=\"#{no.such.key}\">x</p>",
          "<p th:text=\"#{column.item}\">x <b>y</b></p>",
          "<p title=\"x\" th:title=\"#{column.item}\">x</p>",
        }) {
      assertThat(english.worded(template)).isEqualTo(template);
    }
  }

  @Test
  void hardly_a_template_looks_up_a_word_without_values() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("templates"))) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".html"))
                  .filter(file -> !file.startsWith("templates/papers")))
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(english.worded(Files.readString(file)))
                      .doesNotContainPattern("th:[a-z-]+=\"#\\{[\\w.]+}\""));
    }
  }

  private static String say(String key) {
    return new Messages().say(Language.EN, key);
  }
}

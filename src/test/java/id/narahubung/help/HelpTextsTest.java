package id.narahubung.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.narahubung.help.HelpText.Label;
import id.narahubung.help.HelpText.Line;
import id.narahubung.help.HelpText.Linked;
import id.narahubung.help.HelpText.Picture;
import id.narahubung.help.HelpText.Plain;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What help says is there: its labels, its pages, its pictures, in both languages alike. */
final class HelpTextsTest {

  private static final Path PICTURES = Path.of("static/help");
  private static final int LARGEST = 100_000;

  private final HelpTexts texts = new HelpTexts();
  private final Messages messages = new Messages();

  @Test
  void a_text_is_read_by_its_marks() {
    HelpText read =
        HelpText.of(
            """
            Check
            Look and record.

            # when
            Something waits,
            and nobody looked.

            # steps
            - Press {act.check} in [the queue](/?show=check),
              then {check.save 3}.
            @ check The page of a check.
            - Look.

            # then
            - It is settled.

            # wrong
            - It is stale.
            > Look again.

            # pages
            - [To check](/?show=check)
            """);
    assertThat(read.title()).isEqualTo("Check");
    assertThat(read.summary()).isEqualTo("Look and record.");
    assertThat(read.when()).containsExactly(Line.of("Something waits, and nobody looked."));
    assertThat(read.steps().getFirst().line().bits())
        .containsExactly(
            new Plain("Press "),
            new Label("act.check", List.of()),
            new Plain(" in "),
            new Linked("the queue", "/?show=check"),
            new Plain(", then "),
            new Label("check.save", List.of("3")),
            new Plain("."));
    assertThat(read.pictures()).containsExactly(new Picture("check", "The page of a check."));
    assertThat(read.steps().get(1).picture()).isEmpty();
    assertThat(read.wrong()).hasSize(1);
    assertThat(read.wrong().getFirst().remedy()).isEqualTo(Line.of("Look again."));
    assertThat(read.pages()).hasSize(1);
  }

  @Test
  void a_mark_that_is_none_is_a_mistake() {
    assertThatIllegalArgumentException().isThrownBy(() -> Line.of("Press {act.check"));
    assertThatIllegalArgumentException().isThrownBy(() -> Line.of("[there](elsewhere)"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HelpText.of("Title\nSummary\n# steps\nno hyphen\n"));
  }

  /** Help that told one language more than the other would be wrong in one of them. */
  @ParameterizedTest
  @EnumSource(HelpTask.class)
  void both_languages_tell_the_same(HelpTask task) {
    assertThat(shape(texts.of(Language.EN, task))).isEqualTo(shape(texts.of(Language.ID, task)));
  }

  private static List<Object> shape(HelpText text) {
    return List.of(
        text.when().size(),
        text.steps().stream().map(step -> step.picture().map(Picture::screen)).toList(),
        text.then().size(),
        text.wrong().size(),
        labels(text).stream().map(Label::toString).sorted().toList(),
        links(text));
  }

  /** Each label is one of the language's own, with all it counts filled in. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void every_label_stands_so_in_the_portal(Language language) {
    HelpLines lines = new HelpLines(new Words(messages, language, Words.WIB));
    for (HelpTask task : HelpTask.values()) {
      HelpText text = texts.of(language, task);
      assertThat(labels(text)).as(task.code()).isNotEmpty();
      for (Label label : labels(text)) {
        assertThat(messages.keys(language)).as(task.code()).contains(label.key());
        assertThat(said(lines, label)).as("%s: %s", task.code(), label).doesNotContain("{", "??");
      }
      assertThat(text.steps()).as(task.code()).isNotEmpty();
      assertThat(text.then()).as(task.code()).isNotEmpty();
      assertThat(text.wrong()).as(task.code()).isNotEmpty();
    }
  }

  private static String said(HelpLines lines, Label label) {
    return lines.all(List.of(new Line(List.of(label)))).getFirst().all().getFirst().text();
  }

  @Test
  void every_link_leads_to_a_page() throws IOException {
    Set<String> pages = routes("GET");
    for (HelpTask task : HelpTask.values()) {
      for (String link : links(texts.of(Language.ID, task))) {
        String path = link.replaceFirst("\\?.*", "");
        assertThat(
                pages.contains(path)
                    || Arrays.stream(HelpTask.values()).anyMatch(each -> each.href().equals(path)))
            .as("%s links to %s", task.code(), link)
            .isTrue();
      }
    }
  }

  /** Pictures are kept by bin/test --screens, of the screens that the journeys look at. */
  @Test
  void every_picture_is_there_small_and_told_in_words() throws IOException {
    String journeys =
        Files.readString(Path.of("src/test/java/id/narahubung/journeys/ScreensTest.java"))
            + Files.readString(
                Path.of("src/test/java/id/narahubung/journeys/TeamScreensTest.java"));
    Set<String> named = new TreeSet<>();
    for (Language language : Language.values()) {
      for (HelpTask task : HelpTask.values()) {
        for (Picture picture : texts.of(language, task).pictures()) {
          String file = picture.screen() + "-" + language.code() + ".webp";
          named.add(file);
          assertThat(PICTURES.resolve(file)).isRegularFile();
          assertThat(Files.size(PICTURES.resolve(file))).as(file).isBetween(1_000L, (long) LARGEST);
          assertThat(picture.alt()).as(file).hasSizeGreaterThan(30);
          assertThat(journeys.contains('"' + picture.screen() + '"') || made(picture, journeys))
              .as("a screen that the journeys look at: %s", picture.screen())
              .isTrue();
        }
      }
    }
    try (Stream<Path> kept = Files.list(PICTURES)) {
      assertThat(kept.map(path -> path.getFileName().toString()).collect(Collectors.toSet()))
          .as("pictures that no text names may go")
          .isEqualTo(named);
    }
  }

  /** Whether its name is put together there, of a beginning and a code. */
  private static boolean made(Picture picture, String journeys) {
    return journeys.contains('"' + picture.screen().replaceFirst("[^-]+$", "") + "\" + ");
  }

  private static List<Label> labels(HelpText text) {
    return pieces(text, Label.class);
  }

  private static List<String> links(HelpText text) {
    return pieces(text, Linked.class).stream().map(Linked::href).toList();
  }

  private static <T> List<T> pieces(HelpText text, Class<T> kind) {
    return text.lines().stream()
        .map(Line::bits)
        .flatMap(Collection::stream)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /** From the golden list of routes. */
  static Set<String> routes(String method) throws IOException {
    List<String> found = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/routes.txt"))) {
      if (line.startsWith(method + " ")) {
        found.add(line.substring(method.length()).strip().replaceFirst("\\s.*", ""));
      }
    }
    return Set.copyOf(found);
  }
}

package id.narahubung.journeys;

import id.narahubung.testing.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pictures of help: of each screen that a text of help names, the part that matters, about as
 * wide as help shows it. They are files of the portal, kept anew by {@code bin/test --screens}.
 */
final class HelpPictures {

  private static final Path TEXTS = Path.of("src/main/resources/help/id");
  private static final Path PICTURES = Path.of("static/help");
  private static final Pattern NAMED = Pattern.compile("(?m)^@ (\\S+) ");

  /** What a picture shows: from the top of which part of the page, in which width. */
  private record Part(String css, int width) {}

  private static final Part WHOLE = new Part("main", 860);

  private static final Map<String, Part> PARTS =
      Map.of(
          "draft-new", new Part(".card:has([name=pasted])", 860),
          "draft-review", new Part("#preview", 860),
          "item-company", new Part(".pair:last-of-type", 860),
          "decision-to-sign", new Part(".scroll:has(.truth)", 1100));

  private static final int TALLEST = 640;

  private HelpPictures() {}

  /** Keeps this screen where help shows it; leaves the browser as wide as a desk. */
  static void keep(Browser browser, String screen, String language) {
    if (named().contains(screen)) {
      Part part = PARTS.getOrDefault(screen, WHOLE);
      browser
          .at(part.width())
          .pictureOf(part.css(), TALLEST, PICTURES.resolve(screen + "-" + language + ".webp"))
          .at(1280);
    }
  }

  private static Set<String> named() {
    try (Stream<Path> texts = Files.list(TEXTS)) {
      return texts.flatMap(HelpPictures::named).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> named(Path text) {
    try {
      return NAMED
          .matcher(Files.readString(text))
          .results()
          .map((MatchResult found) -> found.group(1))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

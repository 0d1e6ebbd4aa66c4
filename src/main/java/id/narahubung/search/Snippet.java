package id.narahubung.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with what was found in it marked: parts, so that the page escapes each of them and makes
 * the marks itself.
 */
public record Snippet(List<Part> parts) {

  private static final Pattern MARKED = Pattern.compile("\u0002([^\u0003]*)\u0003?");

  public Snippet {
    parts = List.copyOf(parts);
  }

  /** A piece of the text; found or not. */
  public record Part(String text, boolean found) {}

  public boolean isEmpty() {
    return parts.isEmpty();
  }

  public boolean hasFound() {
    return parts.stream().anyMatch(Part::found);
  }

  /** Reads what PostgreSQL marked by the characters 2 and 3. */
  static Snippet ofMarked(String text) {
    return split(text, MARKED, 1);
  }

  /** Marks a piece wherever it stands, in capitals or not. */
  static Snippet ofPiece(String text, String piece) {
    return split(text, Pattern.compile(Pattern.quote(piece), CASE), 0);
  }

  /** Marks a piece of an address in the form that nobody can follow. */
  static Snippet ofAddress(String shown, String piece) {
    String quoted =
        piece
            .codePoints()
            .mapToObj(c -> c == '.' ? "(?:\\[\\.]|\\.)" : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining());
    return split(shown, Pattern.compile(quoted, CASE), 0);
  }

  private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static Snippet split(String text, Pattern pattern, int group) {
    List<Part> parts = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    int end = 0;
    while (matcher.find()) {
      add(parts, text.substring(end, matcher.start()), false);
      add(parts, matcher.group(group), true);
      end = matcher.end();
    }
    add(parts, text.substring(end), false);
    return new Snippet(parts);
  }

  private static void add(List<Part> parts, String text, boolean found) {
    if (!text.isEmpty()) {
      parts.add(new Part(text, found));
    }
  }
}

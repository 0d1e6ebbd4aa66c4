package id.narahubung.addresses;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that says itself what kind of item it is: {@code akun: @nama; id: 123}, or the same in two
 * cells of a table. Its head is one of the words of {@link ItemKind}; behind the first value stand
 * further ones, each with its name.
 *
 * @param first what stands behind the head, without the named values
 * @param rest the named values, in the order of the line
 */
record KindLine(ItemKind kind, String first, List<Part> rest) {

  /** A named value behind the first. */
  record Part(Identifier name, String value) {}

  /** 'sha256: …' says the method in its head. */
  private static final Pattern HEAD =
      Pattern.compile(
          "^[\\s>*•–\"'-]{0,20}(?:\\d{1,6}[.)]\\s*)?([\\p{L}][\\p{L}\\d -]{1,"
              + ItemKind.LONGEST_NAME
              + "}?)\"?\\s*(:(?!//)|\\t)\"?(.*)$");

  /** Reads a line of a paste; empty where it says nothing of a kind. */
  static Optional<KindLine> of(PastedLine line) {
    if (line.text().indexOf(':') < 0 && line.text().indexOf('\t') < 0) {
      return Optional.empty();
    }
    // A word is asked for exactly as it was written, marks and all.
    return of(line.text())
        .flatMap(read -> read.kind() == ItemKind.KEYWORD ? of(line.given()) : Optional.of(read));
  }

  private static Optional<KindLine> of(String text) {
    Matcher head = HEAD.matcher(text);
    if (!head.matches()) {
      return Optional.empty();
    }
    String value = firstCell(head.group(3));
    boolean heading = head.group(2).equals("\t") && isWords(value);
    return ItemKind.named(head.group(1))
        .filter(kind -> kind != ItemKind.URL && !heading)
        .map(kind -> split(kind, value));
  }

  /** The headings of a table are words beside words. */
  private static boolean isWords(String cell) {
    return cell.codePoints().allMatch(c -> Character.isLetter(c) || Character.isWhitespace(c));
  }

  /** In a table copied from a spreadsheet other columns may follow. */
  private static String firstCell(String rest) {
    String value = rest.strip();
    int tab = value.indexOf('\t');
    String cell = tab < 0 ? value : value.substring(0, tab).strip();
    // A cell in quotes: the opening one may have gone with the head.
    boolean quoted = cell.endsWith("\"") && cell.chars().filter(c -> c == '"').count() % 2 == 1;
    return quoted ? cell.substring(0, cell.length() - 1).strip() : cell;
  }

  private static KindLine split(ItemKind kind, String text) {
    if (text.length() > Canonicaliser.MAX_LENGTH) {
      return new KindLine(kind, text, List.of());
    }
    List<Part> parts = new ArrayList<>();
    int end = text.length();
    int at = text.lastIndexOf(';');
    while (at >= 0) {
      Optional<Part> part = part(kind, text.substring(at + 1, end));
      if (part.isPresent()) {
        parts.addFirst(part.get());
        end = at;
      }
      at = text.lastIndexOf(';', at - 1);
    }
    return new KindLine(kind, text.substring(0, end).strip(), List.copyOf(parts));
  }

  /** 'id: 123' or 'id=123', where the kind knows such a name. */
  private static Optional<Part> part(ItemKind kind, String text) {
    String stripped = text.strip();
    for (Identifier each : kind.parts()) {
      for (String name : each.names()) {
        if (stripped.regionMatches(true, 0, name, 0, name.length())) {
          String behind = stripped.substring(name.length()).stripLeading();
          if (!behind.isEmpty() && (behind.charAt(0) == ':' || behind.charAt(0) == '=')) {
            return Optional.of(new Part(each, behind.substring(1).strip()));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The value of a name; the last one, where it stands twice. */
  Optional<String> value(Identifier name) {
    return rest.stream()
        .filter(part -> part.name() == name && !part.value().isEmpty())
        .map(Part::value)
        .reduce((one, other) -> other);
  }

  /** Without the quotes that some put round a word. */
  static String unquoted(String text) {
    String word = text.strip();
    boolean quoted =
        word.length() >= 2
            && "\"“”„'‘’«»".indexOf(word.charAt(0)) >= 0
            && "\"“”„'‘’«»".indexOf(word.charAt(word.length() - 1)) >= 0;
    return quoted ? word.substring(1, word.length() - 1).strip() : word;
  }

  /** In one case and with single blanks, for comparing. */
  static String folded(String text) {
    return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ")
        .strip();
  }
}

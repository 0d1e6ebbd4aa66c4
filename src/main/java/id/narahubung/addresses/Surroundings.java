package id.narahubung.addresses;

/** What stands in a line before and behind a stretch of it. */
final class Surroundings {
  private static final String SKIPPED = " \"'*•<>-";

  private final String line;
  private final boolean table;
  private final int firstWord;
  private final int lastWord;

  Surroundings(String line, Separators separators) {
    this.line = line;
    this.table = separators.comma() || separators.semicolon() || separators.bar();
    int first = 0;
    while (first < line.length() && !Character.isLetterOrDigit(line.charAt(first))) {
      first++;
    }
    int last = line.length() - 1;
    while (last > first && !Character.isLetterOrDigit(line.charAt(last))) {
      last--;
    }
    firstWord = first;
    lastWord = last;
  }

  boolean isTable() {
    return table || line.indexOf('\t') >= 0;
  }

  boolean isFirst(int start) {
    return start <= firstWord;
  }

  /** Whether the rest of the line holds no letter and no digit. */
  boolean isAlone(int start, int end) {
    return start <= firstWord && end > lastWord;
  }

  /** Whether the stretch lies between separators or ends of the line. */
  boolean isCell(int start, int end) {
    int before = start - 1;
    while (before >= 0 && SKIPPED.indexOf(line.charAt(before)) >= 0) {
      before--;
    }
    int behind = end;
    while (behind < line.length() && SKIPPED.indexOf(line.charAt(behind)) >= 0) {
      behind++;
    }
    return (before < 0 || isEdge(line.charAt(before)))
        && (behind == line.length() || isEdge(line.charAt(behind)));
  }

  private static boolean isEdge(char c) {
    return c == '\t' || Separators.mayBe(c);
  }
}

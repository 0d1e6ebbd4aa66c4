package id.narahubung.addresses;

import java.util.ArrayDeque;
import java.util.Deque;

/** The path of an address in one spelling. */
final class Path {
  private Path() {}

  /** Forward slashes, one spelling of percent codes, dot segments resolved; at least "/". */
  static String normalised(String raw) {
    String path = Percent.normalisedPath(raw.replace('\\', '/'));
    if (path.isEmpty()) {
      return "/";
    }
    if (!path.contains("/.")) {
      return path;
    }
    Deque<String> kept = new ArrayDeque<>();
    int from = 1;
    boolean endsInFolder = false;
    while (from <= path.length()) {
      int slash = path.indexOf('/', from);
      int to = slash < 0 ? path.length() : slash;
      String segment = path.substring(from, to);
      endsInFolder = segment.equals(".") || segment.equals("..");
      if (segment.equals("..")) {
        kept.pollLast();
      } else if (!segment.equals(".")) {
        kept.addLast(segment);
      }
      from = to + 1;
    }
    return "/" + String.join("/", kept) + (endsInFolder && !kept.isEmpty() ? "/" : "");
  }

  static String withoutTrailingSlashes(String path) {
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }
}

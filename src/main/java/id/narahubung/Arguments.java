package id.narahubung;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What follows a verb: values in order, and '--name value' as often as wanted. */
final class Arguments {

  private final Deque<String> values = new ArrayDeque<>();
  private final Map<String, List<String>> options = new LinkedHashMap<>();

  private Arguments() {}

  /** Not what the verb takes: the answer is how it is used. */
  static final class Wrong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Wrong() {
      super("", null, false, false);
    }
  }

  static Arguments of(List<String> args) {
    Arguments read = new Arguments();
    Deque<String> rest = new ArrayDeque<>(args);
    while (!rest.isEmpty()) {
      String arg = rest.pop();
      if (!arg.startsWith("--")) {
        read.values.add(arg);
        continue;
      }
      String value = rest.isEmpty() ? "--" : rest.pop();
      if (value.startsWith("--")) {
        throw new Wrong();
      }
      read.options.computeIfAbsent(arg.substring(2), name -> new ArrayList<>()).add(value);
    }
    return read;
  }

  String next() {
    if (values.isEmpty()) {
      throw new Wrong();
    }
    return values.pop();
  }

  Optional<String> option(String name) {
    List<String> all = options(name);
    if (all.size() > 1) {
      throw new Wrong();
    }
    return all.stream().findFirst();
  }

  List<String> options(String name) {
    return Optional.ofNullable(options.remove(name)).orElse(List.of());
  }

  /** Everything was taken: what is left is a slip of the fingers. */
  void end() {
    if (!values.isEmpty() || !options.isEmpty()) {
      throw new Wrong();
    }
  }
}

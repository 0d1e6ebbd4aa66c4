package id.narahubung.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Programs as the one who keeps a server runs them. */
final class Programs {

  private Programs() {}

  /** Runs it to its end and gives what it said; fails where the program does. */
  static String run(Path folder, String... command) throws IOException, InterruptedException {
    return run(folder, Map.of(), List.of(command));
  }

  static String run(Path folder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Said said = ask(folder, environment, command);
    if (said.status() != 0) {
      throw new IOException(command + " failed: " + said.text());
    }
    return said.text();
  }

  /** How it ended, and what it said. */
  record Said(int status, String text) {}

  static Said ask(Path folder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true).environment().putAll(environment);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text);
  }

  /** As an ordinary user, where the tests run as one who may do everything. */
  static List<String> asNobody(String... command) {
    List<String> before =
        System.getProperty("user.name").equals("root")
            ? List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
            : List.of();
    return new ArrayList<>(Stream.concat(before.stream(), Stream.of(command)).toList());
  }
}

package id.narahubung.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The PostgreSQL that lives on a folder now, whoever started it. */
record Postmaster(ProcessHandle process, Path folder) {

  private static final int SECONDS_TO_STOP = 60;

  /** Looks for it by the folder's own note. A process that merely has the noted number is none. */
  static Optional<Postmaster> of(Path folder) {
    try {
      List<String> note = Files.readAllLines(folder.resolve("postmaster.pid"));
      return note.stream()
          .findFirst()
          .map(String::strip)
          .filter(line -> line.matches("[0-9]{1,18}"))
          .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
          .filter(process -> serves(process.info(), folder))
          .map(process -> new Postmaster(process, folder));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean serves(ProcessHandle.Info process, Path folder) {
    return process.command().filter(path -> Path.of(path).endsWith("postgres")).isPresent()
        && process.arguments().map(Arrays::asList).orElse(List.of()).contains(folder.toString());
  }

  /** Stops it as its owner would: no new work, a checkpoint, gone. */
  void stop() {
    try {
      // SIGINT is PostgreSQL's fast shutdown; Java alone can only ask for the one that waits.
      new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start().waitFor();
      process.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException | IOException e) {
      throw new CannotStart(
          "An earlier PostgreSQL (process %d) on %s does not stop: stop it by hand."
              .formatted(process.pid(), folder),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted while an earlier PostgreSQL stopped.", e);
    }
  }
}

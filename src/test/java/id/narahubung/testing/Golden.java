package id.narahubung.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file in the repository that says what is, so that a change shows in its diff. */
public final class Golden {

  private Golden() {}

  /** Compares; {@code bin/test --golden} writes the file anew instead. */
  public static void check(String file, String actual) {
    Path path = Path.of(file);
    try {
      if (System.getProperty("golden") != null) {
        Files.writeString(path, actual);
      }
      assertThat(Files.exists(path) ? Files.readString(path) : "")
          .as("%s (rewrite it by bin/test --golden and read the diff)", file)
          .isEqualTo(actual);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

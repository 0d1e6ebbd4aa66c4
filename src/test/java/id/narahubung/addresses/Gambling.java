package id.narahubung.addresses;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The real list of gambling addresses; its licence lies beside it. */
final class Gambling {
  /** Rows of the list which lost their name; one more row is empty. */
  static final List<String> BROKEN = List.of(".com", ".info");

  private Gambling() {}

  static String csv() {
    try (InputStream in = Gambling.class.getResourceAsStream("/gambling-urls.csv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> urls() {
    return csv().lines().skip(1).map(row -> row.substring(0, row.indexOf(','))).toList();
  }

  static List<String> goodUrls() {
    return urls().stream().filter(url -> !url.isEmpty() && !BROKEN.contains(url)).toList();
  }

  /** What the finder calls it: a leading dot is a wildcard. */
  static String name(String url) {
    return url.startsWith(".") ? url.substring(1) : url;
  }
}

package id.narahubung.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What the people of the demonstration write. What is made up says so in the text itself. */
final class Texts {

  private static final String FILE = "/demo/texts.properties";

  private final Properties texts = new Properties();

  Texts() {
    try (InputStream in = Texts.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the class path");
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String get(String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no text " + key + " in " + FILE);
    }
    return text;
  }
}

package id.narahubung.text;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Every sentence of the portal, from the two message files. The patterns are ICU's: {0}, {0,
 * number}, {0, plural, one {…} other {…}}; an apostrophe is an apostrophe.
 */
public final class Messages {

  private final Map<Language, Map<String, String>> patterns = new EnumMap<>(Language.class);
  private final Map<Language, Map<String, MessageFormat>> formats = new EnumMap<>(Language.class);

  public Messages() {
    for (Language language : Language.values()) {
      patterns.put(language, read(language));
      formats.put(language, new ConcurrentHashMap<>());
    }
  }

  /** The sentence of a key, or null where the file has none. */
  public @Nullable String find(Language language, String key, Object... arguments) {
    String pattern = of(language).get(key);
    if (pattern == null || arguments.length == 0) {
      return pattern;
    }
    MessageFormat format =
        formats
            .getOrDefault(language, Map.of())
            .computeIfAbsent(key, k -> new MessageFormat(pattern, language.locale()));
    synchronized (format) {
      return format.format(arguments);
    }
  }

  /** The sentence of a key. A key without one shows itself between question marks. */
  public String say(Language language, String key, Object... arguments) {
    String found = find(language, key, arguments);
    return found == null ? "??" + key + "_" + language.code() + "??" : found;
  }

  public Set<String> keys(Language language) {
    return of(language).keySet();
  }

  private Map<String, String> of(Language language) {
    return patterns.getOrDefault(language, Map.of());
  }

  private static Map<String, String> read(Language language) {
    String name = "/messages_" + language.code() + ".properties";
    try (InputStream in = Messages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name + " on the class path");
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      Map<String, String> read = new ConcurrentHashMap<>();
      properties.forEach((key, value) -> read.put((String) key, (String) value));
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

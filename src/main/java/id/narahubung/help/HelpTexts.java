package id.narahubung.help;

import id.narahubung.data.ClassPathFolder;
import id.narahubung.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The texts of all tasks, read once at the start; a task without its text stops it. */
final class HelpTexts {

  private final Map<Language, Map<HelpTask, HelpText>> texts = new EnumMap<>(Language.class);

  HelpTexts() {
    Map<String, byte[]> files = ClassPathFolder.read("help");
    for (Language language : Language.values()) {
      Map<HelpTask, HelpText> read = new EnumMap<>(HelpTask.class);
      for (HelpTask task : HelpTask.values()) {
        String name = language.code() + "/" + task.code() + ".txt";
        byte[] file = files.get(name);
        if (file == null) {
          throw new IllegalStateException("no help/" + name + " on the class path");
        }
        read.put(task, HelpText.of(new String(file, StandardCharsets.UTF_8)));
      }
      texts.put(language, read);
    }
  }

  HelpText of(Language language, HelpTask task) {
    return Objects.requireNonNull(Objects.requireNonNull(texts.get(language)).get(task));
  }
}

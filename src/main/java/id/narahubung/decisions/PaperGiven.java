package id.narahubung.decisions;

import id.narahubung.evidence.ReceivedFile;
import java.util.Optional;

/**
 * A paper as it is handed in: in words, as a file, or both.
 *
 * @param text what it is and where it stands; empty where its file says so
 */
public record PaperGiven(String entryCode, String text, Optional<ReceivedFile> file) {

  /** What the page says of it. */
  String told() {
    return text.isEmpty() ? file.map(ReceivedFile::name).orElse("") : text;
  }
}

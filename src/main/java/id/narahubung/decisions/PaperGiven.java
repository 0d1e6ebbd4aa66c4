package id.narahubung.decisions;

import id.narahubung.access.RuleBroken;
import id.narahubung.evidence.ReceivedFile;
import id.narahubung.rules.ChecklistEntry;
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

  /** Why it is not taken for what the rules ask for; empty where it suffices. */
  Optional<RuleBroken> poor(ChecklistEntry asked) {
    if (file.isPresent()) {
      return Optional.empty();
    }
    if (asked.needsFile()) {
      return Optional.of(new RuleBroken("normalisation.refused.file"));
    }
    if (text.isEmpty()) {
      return Optional.of(new RuleBroken("normalisation.refused.text"));
    }
    return asked
        .leastLength()
        .filter(least -> text.codePointCount(0, text.length()) < least)
        .map(least -> new RuleBroken("normalisation.refused.short", least));
  }
}

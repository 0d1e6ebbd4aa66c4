package id.narahubung.web;

import id.narahubung.text.Language;
import java.util.Locale;

/** Reads the browser's Accept-Language. */
final class Accepted {

  private Accepted() {}

  /** The one of our languages the browser likes best; Indonesian where it names none. */
  static Language language(String header) {
    try {
      return Locale.LanguageRange.parse(header).stream()
          .map(range -> range.getRange().split("-", 2)[0])
          .filter(range -> range.equals("id") || range.equals("in") || range.equals("en"))
          .findFirst()
          .map(Language::of)
          .orElse(Language.ID);
    } catch (IllegalArgumentException e) {
      // Nothing, or nothing a browser would send.
      return Language.ID;
    }
  }
}

package id.narahubung.text;

import java.util.Locale;

/** The portal's languages, the first one first. */
public enum Language {
  ID(Locale.forLanguageTag("id-ID")),
  EN(Locale.forLanguageTag("en-GB"));

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** As it stands in the database and in the page's lang attribute: 'id', 'en'. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The language of a code, or Indonesian where it is none of ours. */
  public static Language of(String code) {
    return code.equals("en") ? EN : ID;
  }

  public Language other() {
    return this == ID ? EN : ID;
  }
}

package id.narahubung.text;

/** A name that stands in a rule set's row in both languages. */
public record Label(String id, String en) {

  public String in(Language language) {
    return switch (language) {
      case ID -> id;
      case EN -> en;
    };
  }
}

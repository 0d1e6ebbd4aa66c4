package id.narahubung.web;

/** A field and how it is drawn: one fragment per kind in parts/field. */
public record Control(Kind kind, Field field) {

  /** The kinds of control. */
  public enum Kind {
    TEXT,
    AREA,
    LINES,
    DATE,
    DATETIME,
    TIME,
    FILE,
    SELECT,
    RADIOS,
    CHECKBOXES,
    /** As many as somebody chooses; the form is sent in parts. */
    FILES
  }

  /** For the template's switch. */
  public String fragment() {
    return kind.name();
  }
}

package id.narahubung.status;

import java.util.List;

/**
 * One week in words, for one reader: the page, the mail and its plain text draw the same.
 *
 * @param title what it is and of which week
 * @param summary the one sentence that matters
 * @param span from which day to which
 * @param data as of when, and the seal
 * @param note that it runs, or is late; empty where neither
 * @param period from when to when its figures count, and as of when
 * @param meanings what each measure in it counts
 */
public record Sheet(
    String title,
    String summary,
    String span,
    String data,
    String note,
    List<Section> sections,
    String period,
    List<Meaning> meanings) {

  public Sheet {
    sections = List.copyOf(sections);
    meanings = List.copyOf(meanings);
  }

  /** A measure, and what is counted of what. */
  public record Meaning(String name, String means) {}

  /**
   * A part of it.
   *
   * @param tone 'red', 'amber' or 'green' where it is of a company; else empty
   * @param about a sentence under the heading, such as the reason; empty where none is needed
   * @param href where more of it is; empty where nowhere
   */
  public record Section(
      String id, String heading, String tone, String about, String href, List<Entry> entries) {

    public Section {
      entries = List.copyOf(entries);
    }

    static Section of(String id, String heading, String about, List<Entry> entries) {
      return new Section(id, heading, "", about, "", entries);
    }
  }

  /**
   * A line of it.
   *
   * @param measure the code of the measure that the value is of; empty where it is none's
   * @param tone as of a section
   * @param detail what is said besides; empty where nothing
   * @param bar the share in per cent, drawn as a bar; -1 where there is none
   * @param href where its rows stand; empty where nowhere
   * @param remark where something can be said about it to the other side; empty where it cannot
   */
  public record Entry(
      String measure,
      String tone,
      String label,
      String value,
      String detail,
      int bar,
      String href,
      String remark) {

    /** Whether a bar is drawn. */
    public boolean isDrawn() {
      return bar >= 0;
    }

    /** How wide its full part is; empty where there is none. */
    public String full() {
      return bar > 0 ? bar + "%" : "";
    }

    public boolean isShort() {
      return bar < 100;
    }

    /** Whether the value leads to its rows. */
    public boolean isLinked() {
      return !href.isEmpty() && !value.isEmpty();
    }

    /** Whether the line itself leads somewhere, since it has no value. */
    public boolean isWay() {
      return !href.isEmpty() && value.isEmpty();
    }

    public boolean isToldMore() {
      return !detail.isEmpty() || !remark.isEmpty();
    }

    /** The same with other links. */
    Entry leading(String newHref, String newRemark) {
      return new Entry(measure, tone, label, value, detail, bar, newHref, newRemark);
    }

    static Entry of(String label, String value, String detail, String href) {
      return new Entry("", "", label, value, detail, -1, href, "");
    }

    Entry toned(String other) {
      return new Entry(measure, other, label, value, detail, bar, href, remark);
    }
  }
}

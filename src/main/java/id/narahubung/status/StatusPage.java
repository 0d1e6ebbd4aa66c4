package id.narahubung.status;

import id.narahubung.requests.Wording.Tag;
import id.narahubung.web.FormPage.Link;
import java.util.List;

/**
 * All that status/show.html may see.
 *
 * @param above the ways back
 * @param lights the colour of the one company it is about; empty where it is about all
 * @param mail where the mail of it is; empty where there is none
 * @param seal the whole hash; empty while it runs
 */
public record StatusPage(
    Sheet sheet,
    List<Link> above,
    List<Tag> lights,
    List<Part> parts,
    String mail,
    String mailLabel,
    String seal,
    String exportHref) {

  public StatusPage {
    above = List.copyOf(above);
    lights = List.copyOf(lights);
    parts = List.copyOf(parts);
  }

  /**
   * A section, and its lines with what was said about them.
   *
   * @param lights its colour, where it is of a company
   */
  public record Part(Sheet.Section section, List<Tag> lights, List<Row> rows) {

    public Part {
      lights = List.copyOf(lights);
      rows = List.copyOf(rows);
    }
  }

  /** A line; the remark is empty where the reader may make none. */
  public record Row(Sheet.Entry entry, String remark, List<Said> said) {

    public Row {
      said = List.copyOf(said);
    }
  }

  /** Who said it when, and what. */
  public record Said(String by, String text) {}
}

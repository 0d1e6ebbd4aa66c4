package id.narahubung.status;

import id.narahubung.requests.Wording.Tag;
import java.util.List;

/** All that status/list.html may see: the weeks that were frozen, the newest first. */
public record StatusListPage(String lately, List<Row> rows, String about) {

  public StatusListPage {
    rows = List.copyOf(rows);
  }

  /**
   * A week.
   *
   * @param summary how many companies stand how, or the one reason
   */
  public record Row(
      String href, String week, String span, List<Tag> lights, String summary, String frozen) {

    public Row {
      lights = List.copyOf(lights);
    }
  }
}

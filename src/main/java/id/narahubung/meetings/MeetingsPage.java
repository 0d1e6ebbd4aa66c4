package id.narahubung.meetings;

import id.narahubung.requests.Wording.Tag;
import id.narahubung.web.Field;
import java.util.List;

/**
 * All that meetings/list.html may see.
 *
 * @param toSign whether only those are listed that wait for the own signature
 * @param nextHref the further ones; empty where there are none
 */
public record MeetingsPage(
    boolean mayWrite,
    String newHref,
    List<Field> filters,
    List<Row> rows,
    boolean filtered,
    boolean toSign,
    String nextHref) {

  public MeetingsPage {
    filters = List.copyOf(filters);
    rows = List.copyOf(rows);
  }

  /** A meeting in the list. */
  public record Row(
      String href, String day, String platform, String place, String agenda, Tag state) {}
}

package id.narahubung.requests;

import id.narahubung.requests.Wording.Tag;
import java.util.List;

/** All that outages/list.html may see. */
public record OutageListPage(String title, List<Row> rows, String nextHref) {

  /** One outage: since when, until when, how long, and what was decided. */
  public record Row(String from, String href, String to, String length, Tag state) {}
}

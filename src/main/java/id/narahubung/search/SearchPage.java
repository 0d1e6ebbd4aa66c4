package id.narahubung.search;

import id.narahubung.requests.Wording.Tag;
import id.narahubung.search.Snippet.Part;
import id.narahubung.views.ViewBar;
import id.narahubung.web.Field;
import java.util.List;

/**
 * All that search/show.html may see.
 *
 * @param asked whether something was looked for
 * @param told how much was found
 * @param narrow asks to narrow the search; empty where all of it can be shown
 */
record SearchPage(
    String title,
    Field query,
    ViewBar views,
    boolean asked,
    String told,
    String narrow,
    Matters matters,
    List<Row> rows,
    String nextHref,
    String exportHref) {

  /**
   * Commitments, decisions, verifications, meetings and letters, before the requests.
   *
   * @param told how many were found
   */
  record Matters(String told, List<Matter> rows) {

    static final Matters NONE = new Matters("", List.of());
  }

  /**
   * One of these.
   *
   * @param number what leads there: its number, or its day where it has none
   */
  record Matter(
      String kind, String number, String href, String title, List<Part> text, String source) {}

  /**
   * A hit.
   *
   * @param address whether the text is a content address
   * @param source where it comes from: the platform, who wrote it and when
   */
  record Row(
      String kind,
      String number,
      String href,
      Tag state,
      List<Part> subject,
      List<Part> text,
      boolean address,
      String source) {}
}

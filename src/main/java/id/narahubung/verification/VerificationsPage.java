package id.narahubung.verification;

import id.narahubung.requests.Wording.Tag;
import id.narahubung.web.Field;
import id.narahubung.web.FormPage.Link;
import java.util.List;

/**
 * All that verifications/list.html may see.
 *
 * @param counters which steps one looks at; empty for a company, which sees results alone
 * @param lapsing what passed and lapses, and is to be looked at once more
 * @param follows what is to follow from checks, where that is looked at
 * @param nextHref the next page; empty on the last
 */
public record VerificationsPage(
    String title,
    boolean mayPlan,
    List<Counter> counters,
    String show,
    List<Field> filters,
    List<Lapsing> lapsing,
    List<Follow> follows,
    List<Row> rows,
    List<Result> results,
    String more,
    String nextHref,
    String empty,
    String emptyText) {

  /** A way to narrow the list. */
  public record Counter(String number, String label, String href, boolean current) {}

  /** A step's row. */
  public record Row(
      String number,
      String href,
      String when,
      String method,
      String claim,
      String platform,
      String officer,
      Tag stage) {}

  /** A result's row, as both sides read it. */
  public record Result(
      String number,
      String href,
      String when,
      String method,
      String claim,
      String of,
      Tag outcome) {}

  /** A pass that lapses. */
  public record Lapsing(String number, String href, String text, String againHref) {}

  /**
   * What is to follow from a check.
   *
   * @param acts where it is done, and where it is put aside, as the reader may
   */
  public record Follow(String number, String href, String text, List<Link> acts) {}

  public boolean isEmpty() {
    return rows.isEmpty()
        && follows.isEmpty()
        && results.isEmpty()
        && (lapsing.isEmpty() || !show.equals("due"));
  }
}

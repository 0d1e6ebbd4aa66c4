package id.narahubung.figures;

import java.util.List;

/**
 * All that figures/rows.html may see.
 *
 * @param means what the number says
 * @param value the number; empty of the week that runs, which is not counted here
 * @param since what the rows make up today; empty where that is the number
 * @param tabs all rows, those above the line, those below only; empty of a plain number
 * @param atHead what the time of a row is
 * @param filed whether rows have a category
 */
public record FigureRowsPage(
    String title,
    String eyebrowHref,
    String value,
    String since,
    String means,
    String period,
    List<Tab> tabs,
    String atHead,
    boolean filed,
    boolean share,
    boolean timed,
    boolean parts,
    List<Row> rows,
    String nextHref,
    String exportHref) {

  public record Tab(String label, String href, boolean current) {}

  public record Row(
      String number,
      String href,
      String platform,
      String category,
      String part,
      String counted,
      String took,
      String at) {}
}

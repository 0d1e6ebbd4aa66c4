package id.narahubung.requests;

import java.util.List;

/** What a bulk act did, row by row. */
public record ResultPage(String title, String summary, List<Row> rows, String back) {

  /** A row: changed, or left as it was with the reason. */
  public record Row(String number, String href, boolean changed, String outcome, String reason) {}
}

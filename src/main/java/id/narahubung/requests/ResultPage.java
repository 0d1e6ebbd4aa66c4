package id.narahubung.requests;

import id.narahubung.web.SentAgain;
import java.util.List;
import java.util.Optional;

/** What a bulk act did, row by row. */
public record ResultPage(
    String title, String summary, List<Row> rows, String back, Optional<Again> again) {

  /** The form as it was typed, for the rows that were left alone because they had changed. */
  public record Again(SentAgain form, String button) {}

  /** A row: changed, or left as it was with the reason. */
  public record Row(String number, String href, boolean changed, String outcome, String reason) {}
}

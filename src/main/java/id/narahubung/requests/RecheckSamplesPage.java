package id.narahubung.requests;

import java.util.List;

/** All that samples/list.html may see. */
record RecheckSamplesPage(String title, List<Row> rows, String nextHref) {

  /** A company's sample of a week: drawn how many of how many, looked at, up again. */
  record Row(String week, String href, String company, String size, String looked, String up) {}
}

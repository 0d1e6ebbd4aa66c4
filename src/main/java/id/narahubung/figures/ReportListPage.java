package id.narahubung.figures;

import java.util.List;

/**
 * All that transparency/list.html may see: what is published, or for an administrator what may be.
 */
public record ReportListPage(String title, String text, String empty, List<Row> rows) {

  public record Row(String name, String href, String state) {}
}

package id.narahubung.testing;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.sheets.BadSheet;
import id.narahubung.sheets.SheetFormat;
import id.narahubung.sheets.SheetReader;
import id.narahubung.testing.Http.Page;
import java.util.List;

/** Lists as files, by the links of their pages and read back. */
public final class Downloads {

  private Downloads() {}

  /** The rows behind the page's own link to the file, without the headings. */
  public static List<List<String>> rows(Http who, Page page, SheetFormat format) {
    List<List<String>> all = all(who, href(page, format));
    return all.subList(1, all.size());
  }

  /** Where the page leads for the file. */
  public static String href(Page page, SheetFormat format) {
    String href =
        page.document()
            .select("a[href^=/exports/][href$=format=" + format.extension() + "]")
            .attr("href");
    assertThat(href).as(page.path()).isNotEmpty();
    return href;
  }

  /** The file with its headings. */
  public static List<List<String>> all(Http who, String href) {
    try {
      return SheetReader.read(who.getBytes(href)).rows();
    } catch (BadSheet e) {
      throw new AssertionError(e);
    }
  }
}

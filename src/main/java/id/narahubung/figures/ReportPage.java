package id.narahubung.figures;

import java.util.List;

/**
 * All that transparency/show.html may see.
 *
 * @param about the time it tells of, and when it was published; of a preview, that it was not
 * @param whole every measure over all categories
 * @param categories the orders by category
 * @param parts answers by type and refusals by ground
 * @param publishPath where to publish it; empty where one may not, or it is published
 * @param exportPath the same as CSV; empty of a preview
 */
public record ReportPage(
    String title,
    String about,
    List<Line> whole,
    List<String> heads,
    List<Category> categories,
    List<Parts> parts,
    String publishPath,
    String exportPath) {

  public record Line(String name, String means, String value) {}

  public record Category(String name, List<FiguresPage.Cell> cells) {}

  public record Parts(String title, List<Part> rows) {}

  public record Part(String name, String number) {}
}

package id.narahubung.figures;

import java.util.List;

/**
 * All that figures/scorecard.html may see.
 *
 * @param about which week, and as of when
 * @param blocks what the company does, and what the ministry does
 */
public record ScorecardPage(
    String title,
    String about,
    String company,
    String figuresHref,
    List<String> heads,
    List<Block> blocks,
    List<FiguresPage.Card> cards,
    String exportHref) {

  public record Block(String title, List<Line> lines) {}

  /** A measure: the last week, the one before, and all weeks shown together. */
  public record Line(String name, String means, List<FiguresPage.Cell> cells) {}
}

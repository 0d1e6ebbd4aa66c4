package id.narahubung.commitments;

import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import java.util.List;
import java.util.Optional;

/**
 * All that commitments/set.html may see: a whole set, to be printed.
 *
 * @param about whose it is: the platforms of a company, or one and its company
 * @param ofPlatform whether the title says already of which platform all are
 * @param counts of all of them by what is said of each
 * @param nextHref those that did not fit on this page; empty on the last
 */
public record CommitmentSetPage(
    String title,
    String about,
    String asOf,
    boolean ofPlatform,
    List<Fact> counts,
    List<Group> groups,
    String nextHref) {

  /** Those of a platform. */
  public record Group(String platform, List<One> commitments) {}

  public record One(
      String number,
      String href,
      String kind,
      Tag state,
      List<Tag> marks,
      String text,
      List<Fact> facts,
      Optional<Breakdown> breakdown,
      Optional<CommitmentPlot> plot) {}
}

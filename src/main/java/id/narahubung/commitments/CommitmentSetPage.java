package id.narahubung.commitments;

import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import java.util.List;
import java.util.Optional;

/**
 * All that commitments/set.html may see: a platform's whole set, to be printed.
 *
 * @param counts of all of them by what is said of each
 * @param nextHref those that did not fit on this page; empty on the last
 */
public record CommitmentSetPage(
    String title,
    String platform,
    String asOf,
    List<Fact> counts,
    List<One> commitments,
    String nextHref) {

  public record One(
      String number,
      String href,
      String kind,
      Tag state,
      List<Tag> marks,
      String text,
      List<Fact> facts,
      Optional<CommitmentPlot> plot) {}
}

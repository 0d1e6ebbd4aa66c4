package id.narahubung.commitments;

import id.narahubung.access.Permission;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.CommitmentState.Mark;
import id.narahubung.commitments.CommitmentState.Word;
import id.narahubung.data.Tx;
import id.narahubung.requests.QueueCounters;
import id.narahubung.requests.QueuePage.Counter;
import id.narahubung.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * What of commitments stands among the counters of the queue: what the viewer's side is to sign,
 * what comes due or is late, and what the ministry is to verify. What there is none of is left out.
 */
final class CommitmentCounters implements QueueCounters {

  private final CommitmentStore commitments;

  CommitmentCounters(CommitmentStore commitments) {
    this.commitments = commitments;
  }

  private record Counted(String key, String css, CommitmentFilter filter, String query) {}

  @Override
  public List<Counter> of(Tx tx, Words words) {
    PersonViewer viewer = tx.person();
    if (!viewer.may(Permission.VIEW_COMMITMENTS)) {
      return List.of();
    }
    List<Counted> all = new ArrayList<>();
    if (viewer.may(Permission.SIGN_COMMITMENTS)) {
      all.add(new Counted("to_sign", "soon", CommitmentFilter.waiting(), "to_sign=yes"));
    }
    all.add(marked(Mark.LATE, "late"));
    all.add(marked(Mark.DUE_SOON, "soon"));
    if (viewer.side() == Side.MINISTRY) {
      all.add(
          new Counted("claimed", "", CommitmentFilter.ALL.saying(Word.CLAIMED), "word=claimed"));
    } else {
      all.add(marked(Mark.EVIDENCE_EXPIRED, "soon"));
    }
    List<Integer> numbers = commitments.counts(tx, all.stream().map(Counted::filter).toList());
    List<Counter> counters = new ArrayList<>();
    for (int n = 0; n < all.size(); n++) {
      if (numbers.get(n) > 0) {
        Counted each = all.get(n);
        counters.add(
            new Counter(
                each.css(),
                words.number(numbers.get(n)),
                words.say("queue.commitments." + each.key()),
                "/commitments?" + each.query(),
                false));
      }
    }
    return counters;
  }

  private static Counted marked(Mark mark, String css) {
    return new Counted(mark.code(), css, CommitmentFilter.ALL.bearing(mark), "mark=" + mark.code());
  }
}

package id.narahubung.verification;

import id.narahubung.access.Permission;
import id.narahubung.data.Tx;
import id.narahubung.requests.QueueCounters;
import id.narahubung.requests.QueuePage;
import id.narahubung.text.Words;
import id.narahubung.verification.VerificationFilter.Show;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Steps that wait for somebody of the ministry: to take, to conclude, to plan once more, to do what
 * follows.
 */
final class VerificationCounters implements QueueCounters {

  private final VerificationListStore steps;
  private final DueStore due;
  private final FollowStore follow;

  VerificationCounters(VerificationListStore steps, DueStore due, FollowStore follow) {
    this.steps = steps;
    this.due = due;
    this.follow = follow;
  }

  @Override
  public List<QueuePage.Counter> of(Tx tx, Words words) {
    if (!tx.viewer().may(Permission.RECORD_VERIFICATIONS)) {
      return List.of();
    }
    LocalDate today = VerificationActs.today(tx);
    Map<Show, Integer> counts =
        new EnumMap<>(
            steps.count(
                tx,
                new VerificationFilter(
                    Show.MINE,
                    Optional.empty(),
                    Optional.empty(),
                    today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)))));
    counts.put(Show.DUE, due.count(tx, today));
    counts.put(Show.FOLLOW, follow.count(tx, false));
    return shows(tx).stream()
        .filter(show -> counts.getOrDefault(show, 0) > 0)
        .map(
            show ->
                new QueuePage.Counter(
                    "soon",
                    words.number(counts.getOrDefault(show, 0)),
                    words.say("queue.show.verifications." + show.code()),
                    "/verifications?show=" + show.code(),
                    false))
        .toList();
  }

  private static List<Show> shows(Tx tx) {
    return tx.viewer().may(Permission.CONCLUDE_VERIFICATIONS)
        ? List.of(Show.MINE, Show.TO_CONCLUDE, Show.DUE, Show.FOLLOW)
        : List.of(Show.MINE, Show.DUE, Show.FOLLOW);
  }
}

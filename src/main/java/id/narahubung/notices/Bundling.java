package id.narahubung.notices;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.nextOrSame;

import id.narahubung.mail.NewMail;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What of a person's waiting notices goes out now. Pure: who, when and how are its arguments. */
final class Bundling {

  static final Duration TOGETHER = NewMail.GATHERED_OVER;

  /** When the day's news comes, and on Mondays the week's. */
  private static final LocalTime NEWS_AT = LocalTime.of(7, 0);

  private Bundling() {}

  /** Notices that are treated alike. */
  enum Group {
    /** Each a mail of its own, at once. */
    ALONE,
    /** What no quiet hours hold back. */
    LEGAL,
    AT_ONCE,
    /** The news. */
    LATER
  }

  /**
   * What goes out now.
   *
   * @param alone whether those that go alone do
   * @param together which others go in one mail of notices
   * @param news whether the news goes, in a mail of its own
   * @param drop whether the news is not wanted
   */
  record Plan(boolean alone, Set<Group> together, boolean news, boolean drop) {

    boolean isNothing() {
      return !alone && together.isEmpty() && !news && !drop;
    }

    /** Whether what goes in one mail is news, which comes at once where somebody wants it so. */
    boolean isNewsAtOnce() {
      return together.equals(Set.of(Group.LATER));
    }
  }

  /** Somebody for whom something goes out now. */
  record Due(Recipient to, Plan plan) {}

  /** For whom something goes out now, first who has to hear of something at once. */
  static List<Due> due(List<Recipient> waiting, Instant now) {
    return waiting.stream()
        .map(each -> new Due(each, plan(each.oldest(), each.setting(), each.zone(), now)))
        .filter(each -> !each.plan().isNothing())
        .sorted(Comparator.comparing(each -> !each.plan().alone()))
        .toList();
  }

  /** Of each group the oldest that waits. */
  static Plan plan(Map<Group, Instant> oldest, NoticeSetting setting, ZoneId zone, Instant now) {
    boolean quiet = setting.isQuiet(now, zone);
    Set<Group> may = EnumSet.of(Group.LEGAL);
    if (!quiet) {
      may.add(Group.AT_ONCE);
      if (setting.pace() == Pace.AT_ONCE) {
        may.add(Group.LATER);
      }
    }
    may.retainAll(oldest.keySet());
    boolean ripe =
        may.stream()
            .flatMap(group -> Stream.ofNullable(oldest.get(group)))
            .anyMatch(told -> !now.isBefore(told.plus(TOGETHER)));
    Optional<Instant> news = Optional.ofNullable(oldest.get(Group.LATER));
    return new Plan(
        oldest.containsKey(Group.ALONE),
        ripe ? may : Set.of(),
        !quiet && news.filter(told -> isDue(told, setting.pace(), zone, now)).isPresent(),
        news.isPresent() && setting.pace() == Pace.NEVER);
  }

  private static boolean isDue(Instant told, Pace pace, ZoneId zone, Instant now) {
    return switch (pace) {
      case AT_ONCE, NEVER -> false;
      case DAILY -> !now.isBefore(morningAfter(told, zone).toInstant());
      case WEEKLY -> !now.isBefore(morningAfter(told, zone).with(nextOrSame(MONDAY)).toInstant());
    };
  }

  private static ZonedDateTime morningAfter(Instant told, ZoneId zone) {
    ZonedDateTime at = told.atZone(zone);
    ZonedDateTime morning = at.with(NEWS_AT);
    return morning.isAfter(at) ? morning : morning.plusDays(1);
  }
}

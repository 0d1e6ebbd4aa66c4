package id.narahubung.decisions;

import id.narahubung.access.Permission;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Tx;
import id.narahubung.requests.QueueCounters;
import id.narahubung.requests.QueuePage;
import id.narahubung.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * What waits for the viewer of decisions: to sign, to second, to reply, to look into, to weigh, to
 * decide in time; for a company, papers that its request to open again lacks.
 */
final class DecisionCounters implements QueueCounters {

  private static final String TASKS = "/decisions#tasks";

  private final DecisionStore decisions;
  private final DecisionRowStore rows;
  private final NormalisationStore normalisations;
  private final ContestDecision contest;
  private final ObjectionStore objections;
  private final Dossiers dossiers;
  private final Reviews reviews;
  private final Causes causes;

  DecisionCounters(
      DecisionStore decisions,
      DecisionRowStore rows,
      NormalisationStore normalisations,
      ContestDecision contest,
      ObjectionStore objections,
      Dossiers dossiers,
      Reviews reviews,
      Causes causes) {
    this.decisions = decisions;
    this.rows = rows;
    this.normalisations = normalisations;
    this.contest = contest;
    this.objections = objections;
    this.dossiers = dossiers;
    this.reviews = reviews;
    this.causes = causes;
  }

  @Override
  public List<QueuePage.Counter> of(Tx tx, Words words) {
    if (!tx.viewer().may(Permission.VIEW_DECISIONS)) {
      return List.of();
    }
    List<Normalisation> asked = normalisations.open(tx);
    List<QueuePage.Counter> counters = new ArrayList<>();
    if (tx.viewer().may(Permission.ASK_NORMALISATION)) {
      asked.stream()
          .filter(each -> !each.completeness().isComplete())
          .forEach(
              each ->
                  counters.add(
                      new QueuePage.Counter(
                          "soon",
                          words.number(each.completeness().missing().size()),
                          words.say("queue.show.papers", each.number()),
                          each.path(),
                          false)));
    }
    if (tx.viewer().may(Permission.PREPARE_DECISIONS)) {
      add(
          counters,
          words,
          "normalisations",
          asked.size(),
          asked.stream().anyMatch(each -> each.isLate(tx.now())));
      add(counters, words, "reviews", reviews.open(tx).size(), true);
      add(counters, words, "causes", causes.open(tx).size(), false);
      ofDecisions(tx, words, counters);
    }
    return counters;
  }

  private void ofDecisions(Tx tx, Words words, List<QueuePage.Counter> counters) {
    List<Decision> open = rows.open(tx).stream().map(row -> decisions.fetch(tx, row.id())).toList();
    PersonViewer viewer = tx.person();
    add(
        counters,
        words,
        "to_sign",
        (int)
            open.stream()
                .filter(each -> each.stage() == DecisionStage.PREPARED)
                .filter(each -> DecisionAct.SIGN.isOffered(each, viewer))
                .count(),
        false);
    List<Objection> contested =
        objections.open(tx).stream()
            .filter(
                each ->
                    ObjectionAct.DECIDE.isOffered(
                        contest.read(tx, decisions.fetch(tx, each.decisionId())), viewer))
            .toList();
    add(
        counters,
        words,
        "contested",
        contested.size(),
        contested.stream().anyMatch(each -> each.isLate(tx.now())));
    add(counters, words, "to_follow", objections.toFollow(tx).size(), false);
    add(
        counters,
        words,
        "to_second",
        (int)
            open.stream()
                .filter(each -> DecisionAct.WAIVE.isOffered(each, viewer))
                .filter(each -> each.waivers().stream().anyMatch(w -> w.second().isEmpty()))
                .flatMap(each -> dossiers.facts(tx, each).toSecond().stream())
                .filter(
                    each ->
                        !decisions
                            .proposer(tx, each.id())
                            .sharesHandWith(viewer, DecisionAct.WAIVE.permission()))
                .count(),
        false);
    add(
        counters,
        words,
        "to_reply",
        (int)
            open.stream()
                .filter(each -> DecisionAct.REPLY.isOffered(each, viewer))
                .filter(
                    each ->
                        each.hands().stream()
                            .anyMatch(
                                by -> by.sharesHandWith(viewer, DecisionAct.REPLY.permission())))
                .count(),
        false);
  }

  private static void add(
      List<QueuePage.Counter> counters, Words words, String what, int count, boolean late) {
    if (count > 0) {
      counters.add(
          new QueuePage.Counter(
              late ? "late" : "soon",
              words.number(count),
              words.say("queue.show.decisions." + what),
              TASKS,
              false));
    }
  }
}

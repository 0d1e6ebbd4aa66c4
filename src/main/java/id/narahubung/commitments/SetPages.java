package id.narahubung.commitments;

import static java.util.Objects.requireNonNull;

import id.narahubung.access.NotFound;
import id.narahubung.access.Side;
import id.narahubung.commitments.Commitment.History;
import id.narahubung.commitments.Commitment.Series;
import id.narahubung.commitments.CommitmentState.Word;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.platforms.Platform;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A platform's whole set of commitments with their plots, to be printed. */
public final class SetPages {

  /** As many as one printed page takes; the rest stands on the next. */
  private static final int MOST = 200;

  private final Database db;
  private final Pages pages;
  private final CommitmentStore commitments;
  private final CommitmentHistoryStore histories;
  private final PlatformStore platforms;
  private final RuleStore rules;

  SetPages(Database db, Pages pages, WriteCommitmentPages.Stores stores) {
    this.db = db;
    this.pages = pages;
    this.commitments = stores.commitments();
    this.histories = stores.histories();
    this.platforms = stores.platforms();
    this.rules = stores.rules();
  }

  void show(Context ctx) {
    Reader reader = Reader.of(ctx);
    Form query = Form.ofQuery(ctx);
    Optional<Long> before =
        query.has("before") ? Optional.of(query.id("before")) : Optional.empty();
    String id = ctx.pathParam("platform");
    if (!id.matches("\\d{1,18}")) {
      throw new NotFound("platform");
    }
    pages.show(
        ctx,
        "commitments/set",
        db.as(reader.viewer(), tx -> page(tx, reader.words(), Long.parseLong(id), before)));
  }

  private CommitmentSetPage page(Tx tx, Words words, long id, Optional<Long> before) {
    Platform platform = platforms.fetch(tx, id);
    CommitmentFilter filter = CommitmentFilter.of(id);
    List<Commitment> found = commitments.list(tx, filter, before, MOST + 1);
    List<Commitment> shown = found.subList(0, Math.min(MOST, found.size()));
    List<Long> ids = shown.stream().map(Commitment::id).toList();
    Map<Long, History> allHistories = histories.histories(tx, ids);
    Map<Long, Series> allSeries = histories.series(tx, ids);
    Map<Long, RuleSet> sets =
        shown.stream()
            .map(each -> each.kind().ruleSetId())
            .distinct()
            .collect(Collectors.toMap(set -> set, set -> rules.fetch(tx, set)));
    LocalDate today = LocalDate.ofInstant(tx.now(), Words.WIB);
    return new CommitmentSetPage(
        words.say("commitments.set.title", platform.name()),
        platform.name()
            + (tx.person().side() == Side.MINISTRY ? " – " + platform.companyName() : ""),
        words.say("commitments.set.as_of", words.instant(tx.now())),
        counts(tx, words, filter),
        shown.stream()
            .map(
                each ->
                    one(
                        words,
                        each,
                        requireNonNull(sets.get(each.kind().ruleSetId()))
                            .commitmentKind(each.kind().code()),
                        allHistories.getOrDefault(each.id(), History.NONE),
                        allSeries.getOrDefault(each.id(), Series.NONE),
                        today))
            .toList(),
        found.size() > MOST
            ? "/platforms/" + id + "/commitments?before=" + shown.getLast().id()
            : "");
  }

  /** Of all, whatever this page shows of them. */
  private List<Fact> counts(Tx tx, Words words, CommitmentFilter filter) {
    CommitmentWording wording = new CommitmentWording(words);
    List<Word> all = List.of(Word.values());
    List<Integer> numbers = commitments.counts(tx, all.stream().map(filter::saying).toList());
    List<Fact> counts = new ArrayList<>();
    for (int n = 0; n < all.size(); n++) {
      if (numbers.get(n) > 0) {
        counts.add(new Fact(wording.word(all.get(n)), words.number(numbers.get(n))));
      }
    }
    return counts;
  }

  private static CommitmentSetPage.One one(
      Words words,
      Commitment of,
      CommitmentKind rules,
      History history,
      Series series,
      LocalDate today) {
    CommitmentWording wording = new CommitmentWording(words);
    CommitmentState state = of.state(today);
    Commitment.Version counts = history.inForce().orElseGet(history::latest);
    List<Fact> facts = new ArrayList<>(wording.facts(of.kind(), rules, counts.terms()));
    facts.add(
        new Fact(
            words.say("commitment.reported"),
            of.standing()
                .reported()
                .map(each -> wording.valueOf(each.value(), each.asOf(), of.kind().unit()))
                .orElse("–")));
    facts.add(
        new Fact(
            words.say("commitment.verified"),
            of.standing()
                .verifiedOn()
                .map(on -> wording.valueOf(of.standing().verifiedValue(), on, of.kind().unit()))
                .orElse("–")));
    return new CommitmentSetPage.One(
        of.number(),
        "/commitments/" + of.number(),
        words.label(of.kind().label()),
        wording.word(state),
        wording.marks(state),
        counts.terms().text(),
        facts,
        CommitmentPlot.of(words, of, counts, series));
  }
}

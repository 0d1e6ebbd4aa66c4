package id.narahubung.commitments;

import static java.util.Objects.requireNonNull;

import id.narahubung.access.NotFound;
import id.narahubung.access.Side;
import id.narahubung.commitments.Commitment.History;
import id.narahubung.commitments.Commitment.Series;
import id.narahubung.commitments.CommitmentState.Word;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.platforms.Organisation;
import id.narahubung.platforms.Platform;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.PathId;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The whole set of commitments of a company, or of one of its platforms, with their plots, to be
 * printed.
 */
public final class SetPages {

  /** More than any company promised so far; the rest stands on the next page. */
  private static final int MOST = 1_000;

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

  void ofPlatform(Context ctx) {
    long id = PathId.of(ctx, "platform");
    show(
        ctx,
        tx -> {
          Platform platform = platforms.fetch(tx, id);
          return new Whose(
              platform.name(),
              platform.name()
                  + (tx.person().side() == Side.MINISTRY ? " – " + platform.companyName() : ""),
              "/platforms/" + id + "/commitments",
              CommitmentFilter.of(id));
        });
  }

  void ofCompany(Context ctx) {
    long id = PathId.of(ctx, "company");
    show(
        ctx,
        tx -> {
          Organisation company =
              platforms
                  .findOrganisation(tx, id)
                  .filter(each -> each.side() == Side.COMPANY)
                  .orElseThrow(() -> new NotFound("company " + id));
          return new Whose(
              company.name(),
              platforms.list(tx).stream()
                  .filter(each -> each.companyId() == id)
                  .map(Platform::name)
                  .collect(Collectors.joining(", ")),
              "/companies/" + id + "/commitments",
              CommitmentFilter.ofCompany(id));
        });
  }

  /** Whose set it is, and where it is read. */
  private record Whose(String name, String about, String path, CommitmentFilter filter) {}

  private void show(Context ctx, Function<Tx, Whose> whose) {
    Reader reader = Reader.of(ctx);
    Form query = Form.ofQuery(ctx);
    Optional<Long> before =
        query.has("before") ? Optional.of(query.id("before")) : Optional.empty();
    pages.show(
        ctx,
        "commitments/set",
        db.as(reader.viewer(), tx -> page(tx, reader.words(), whose.apply(tx), before)));
  }

  private CommitmentSetPage page(Tx tx, Words words, Whose whose, Optional<Long> before) {
    List<Commitment> found = commitments.list(tx, whose.filter(), before, MOST + 1);
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
        words.say("commitments.set.title", whose.name()),
        whose.about(),
        words.say("commitments.set.as_of", words.instant(tx.now())),
        whose.filter().platform().isPresent(),
        counts(tx, words, whose.filter()),
        byPlatform(shown).entrySet().stream()
            .map(
                group ->
                    new CommitmentSetPage.Group(
                        group.getKey(),
                        group.getValue().stream()
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
                            .toList()))
            .toList(),
        found.size() > MOST ? whose.path() + "?before=" + shown.getLast().id() : "");
  }

  /** In the order of the platforms' names. */
  private static Map<String, List<Commitment>> byPlatform(List<Commitment> shown) {
    return shown.stream()
        .collect(
            Collectors.groupingBy(
                each -> each.of().platform(), TreeMap::new, Collectors.toUnmodifiableList()));
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
        Breakdown.of(words, rules, counts.terms()),
        Course.of(counts, series)
            .map(course -> CommitmentPlot.of(words, of.kind().label(), of.kind().unit(), course)));
  }
}

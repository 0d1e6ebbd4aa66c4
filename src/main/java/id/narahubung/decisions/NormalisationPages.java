package id.narahubung.decisions;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.CommitmentPage.Entry;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.evidence.FilePages;
import id.narahubung.evidence.StoredFile;
import id.narahubung.ledger.By;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.rules.ChecklistEntry;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.PathId;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Requests to open again: what both sides see of one, and its files. */
public final class NormalisationPages {

  private final Database db;
  private final Pages pages;
  private final NormalisationStore normalisations;
  private final RuleStore rules;
  private final FilePages files;

  NormalisationPages(
      Database db,
      Pages pages,
      NormalisationStore normalisations,
      RuleStore rules,
      FilePages files) {
    this.db = db;
    this.pages = pages;
    this.normalisations = normalisations;
    this.rules = rules;
    this.files = files;
  }

  static String number(Context ctx) {
    String number = ctx.pathParam("normalisation");
    if (!number.matches("PN-\\d{4}-\\d{4,9}")) {
      throw new NotFound("normalisation");
    }
    return number;
  }

  void show(Context ctx) {
    Reader reader = Reader.of(ctx);
    pages.show(
        ctx,
        "normalisations/show",
        db.as(
            reader.viewer(),
            tx ->
                page(tx, reader.words(), reader.viewer(), normalisations.fetch(tx, number(ctx)))));
  }

  private NormalisationPage page(Tx tx, Words words, PersonViewer viewer, Normalisation asked) {
    RuleSet set = rules.fetch(tx, asked.ruleSetId());
    DecisionWording wording = new DecisionWording(words);
    NormalisationWording said = new NormalisationWording(words);
    List<Link> actions = new ArrayList<>();
    if (asked.waits() && viewer.may(Permission.ASK_NORMALISATION)) {
      actions.add(new Link(asked.path() + "/papers", words.say("normalisation.add.link")));
    }
    if (asked.waits() && viewer.may(Permission.PREPARE_DECISIONS)) {
      actions.add(
          new Link(
              "/decisions/new?kind=full_restore&platform=" + asked.platformId(),
              words.say("decision.prepare.link")));
    }
    for (NormalisationAct act : NormalisationAct.values()) {
      if (act.isOffered(asked, viewer)) {
        actions.add(
            new Link(
                asked.path() + "/" + act.path(),
                words.say("normalisation." + act.code() + ".link")));
      }
    }
    return new NormalisationPage(
        words.say("normalisation.title", asked.number()),
        new Link("/platforms/" + asked.platformId(), asked.platform()),
        said.state(asked),
        // The page links the number.
        asked.closedBy().isPresent() ? words.say("normalisation.closed.by") : said.standing(asked),
        asked.withdrawal().map(Normalisation.Withdrawal::reason).orElse(""),
        asked.statement(),
        wording.signed(asked.filedAt(), asked.by()),
        words.say("normalisation.papers", asked.completeness().missing().size()),
        set.checklist(ChecklistEntry.NORMALISATION).stream()
            .map(entry -> paper(words, wording, asked, entry))
            .toList(),
        actions,
        asked.closedBy().orElse(""),
        history(words, wording, asked, set));
  }

  /** The newest first. */
  private static List<Entry> history(
      Words words, DecisionWording wording, Normalisation asked, RuleSet set) {
    Map<String, String> labels =
        set.checklist(ChecklistEntry.NORMALISATION).stream()
            .collect(Collectors.toMap(ChecklistEntry::code, entry -> words.label(entry.label())));
    List<Told> told = new ArrayList<>();
    told.add(
        new Told(asked.filedAt(), Side.COMPANY, words.say("normalisation.told.asked"), asked.by()));
    asked
        .papers()
        .forEach(
            each ->
                told.add(
                    new Told(
                        each.at(),
                        Side.COMPANY,
                        words.say(
                            "normalisation.told.paper",
                            labels.getOrDefault(each.entryCode(), each.entryCode())),
                        each.by())));
    asked
        .lacks()
        .forEach(
            each ->
                told.add(
                    new Told(
                        each.at(),
                        Side.MINISTRY,
                        words.say(
                            "normalisation.told.lack",
                            labels.getOrDefault(each.entryCode(), each.entryCode())),
                        each.by())));
    asked
        .withdrawal()
        .ifPresent(
            each ->
                told.add(
                    new Told(
                        each.at(),
                        Side.COMPANY,
                        words.say("normalisation.told.withdrawn"),
                        each.by())));
    return told.reversed().stream()
        .sorted(Comparator.comparing(Told::at).reversed())
        .map(
            each ->
                new Entry(
                    each.side().name().toLowerCase(Locale.ROOT),
                    false,
                    each.text(),
                    wording.signed(each.at(), each.by()),
                    ""))
        .toList();
  }

  /** A line of the history before it is worded. */
  private record Told(Instant at, Side side, String text, By by) {}

  private static NormalisationPage.Paper paper(
      Words words, DecisionWording wording, Normalisation asked, ChecklistEntry entry) {
    NavigableMap<Long, NormalisationPage.Given> given = new TreeMap<>();
    asked.papers().stream()
        .filter(each -> each.entryCode().equals(entry.code()))
        .forEach(
            each ->
                given.put(
                    each.event(),
                    new NormalisationPage.Given(
                        "",
                        each.text(),
                        wording.signed(each.at(), each.by()),
                        each.file().map(Normalisation.File::name).orElse(""),
                        each.file()
                            .map(file -> asked.path() + "/papers/" + each.id() + "/file")
                            .orElse(""))));
    asked.lacks().stream()
        .filter(each -> each.entryCode().equals(entry.code()))
        .forEach(
            each ->
                given.put(
                    each.event(),
                    new NormalisationPage.Given(
                        words.say("normalisation.paper.lacking"),
                        each.reason(),
                        wording.signed(each.at(), each.by()),
                        "",
                        "")));
    String state = asked.isThere(entry.code()) ? "there" : given.isEmpty() ? "missing" : "lacking";
    return new NormalisationPage.Paper(
        words.label(entry.label()),
        new Tag(
            words.say("normalisation.paper." + state),
            state.equals("there") ? "good" : "late",
            state.equals("there") ? "" : needs(words, entry)),
        List.copyOf(given.values()));
  }

  /** What suffices for it. */
  static String needs(Words words, ChecklistEntry entry) {
    return entry.needsFile()
        ? words.say("normalisation.paper.needs.file")
        : entry
            .leastLength()
            .map(least -> words.say("normalisation.paper.needs.words", least))
            .orElse("");
  }

  /** The file as it came, as one that no browser runs. */
  void file(Context ctx) {
    long id = PathId.of(ctx, "id");
    String number = number(ctx);
    Handed handed =
        db.as(
            Reader.of(ctx).viewer(),
            tx -> {
              Normalisation asked = normalisations.fetch(tx, number);
              return new Handed(
                  normalisations.file(tx, asked, id),
                  asked.papers().stream()
                      .filter(paper -> paper.id() == id)
                      .flatMap(paper -> paper.file().stream())
                      .map(Normalisation.File::name)
                      .findFirst()
                      .orElseThrow(() -> new NotFound("paper " + id)));
            });
    files.original(ctx, handed.file(), handed.name());
  }

  private record Handed(StoredFile file, String name) {}
}

package id.narahubung.commitments;

import id.narahubung.access.Permission;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.CommitmentState.Mark;
import id.narahubung.commitments.CommitmentState.Word;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.platforms.Platform;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.Address;
import id.narahubung.rules.RuleStore;
import id.narahubung.sheets.SheetWriter;
import id.narahubung.text.Words;
import id.narahubung.views.ViewBar;
import id.narahubung.views.ViewStore;
import id.narahubung.web.Download;
import id.narahubung.web.Field;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Filters;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The register of commitments, as a list and as a file. */
public final class RegisterPages {

  private static final int ROWS = 50;

  private static final List<String> NAMES =
      List.of("platform", "company", "kind", "word", "mark", "condition", "to_sign", "mine", "due");

  /** Within so many days something is due, to be chosen from. */
  private static final List<Integer> DUE = List.of(14, 30, 90);

  private static final String YES = "yes";

  private final Database db;
  private final Pages pages;
  private final CommitmentStore commitments;
  private final PlatformStore platforms;
  private final RuleStore rules;
  private final ViewStore views = new ViewStore();

  RegisterPages(
      Database db,
      Pages pages,
      CommitmentStore commitments,
      PlatformStore platforms,
      RuleStore rules) {
    this.db = db;
    this.pages = pages;
    this.commitments = commitments;
    this.platforms = platforms;
    this.rules = rules;
  }

  void list(Context ctx) {
    Reader reader = Reader.of(ctx);
    Form query = Form.ofQuery(ctx);
    pages.show(
        ctx,
        "commitments/list",
        db.as(
            reader.viewer(),
            tx -> page(tx, new Looks(reader.words(), reader.viewer(), query, today(tx)))));
  }

  /** Who looks at the list, and how it is narrowed. */
  private record Looks(Words words, PersonViewer viewer, Form query, LocalDate today) {

    Address address() {
      return Address.of("/commitments", query, NAMES);
    }
  }

  private static LocalDate today(Tx tx) {
    return LocalDate.ofInstant(tx.now(), Words.WIB);
  }

  private CommitmentsPage page(Tx tx, Looks looks) {
    CommitmentFilter filter = filter(looks.query());
    Optional<Long> before =
        looks.query().has("before") ? Optional.of(looks.query().id("before")) : Optional.empty();
    List<Commitment> found = commitments.list(tx, filter, before, ROWS + 1);
    List<Commitment> shown = found.subList(0, Math.min(ROWS, found.size()));
    Address address = looks.address();
    List<Platform> all = platforms.list(tx);
    return new CommitmentsPage(
        looks.words().say("commitments.title"),
        looks.viewer().may(Permission.PROPOSE_COMMITMENTS),
        counters(tx, looks),
        filters(tx, looks, all),
        ViewBar.of(tx, views, address.toString()),
        shown.stream().map(each -> row(looks, each)).toList(),
        address.isNarrowedBeside(List.of()),
        found.size() > ROWS
            ? address.with("before", Long.toString(shown.getLast().id())).toString()
            : "",
        shown.isEmpty()
            ? ""
            : Address.of("/exports/commitments", looks.query(), NAMES).toDownload(),
        setHref(looks.viewer(), filter, all));
  }

  /** Of a company, or of a platform where one is chosen; of all companies there is none. */
  private static String setHref(PersonViewer viewer, CommitmentFilter filter, List<Platform> all) {
    Optional<Long> company =
        viewer.side() == Side.COMPANY ? Optional.of(viewer.organisationId()) : filter.company();
    return filter
        .platform()
        .map(id -> "/platforms/" + id + "/commitments")
        .or(
            () ->
                company.filter(id -> !all.isEmpty()).map(id -> "/companies/" + id + "/commitments"))
        .orElse("");
  }

  private static CommitmentFilter filter(Form query) {
    return new CommitmentFilter(
        id(query, "platform"),
        id(query, "company"),
        Optional.of(query.text("kind")).filter(kind -> kind.matches("[a-z_]{1,60}")),
        Arrays.stream(Word.values())
            .filter(each -> each.code().equals(query.text("word")))
            .findFirst(),
        Mark.find(query.text("mark")),
        query.text("condition").equals(YES),
        query.text("to_sign").equals(YES),
        query.text("mine").equals(YES),
        DUE.stream().filter(days -> days.toString().equals(query.text("due"))).findFirst());
  }

  private static Optional<Long> id(Form query, String name) {
    String typed = query.text(name);
    return typed.matches("\\d{1,18}") ? Optional.of(Long.valueOf(typed)) : Optional.empty();
  }

  /** A counter: what it is called, its look, and what narrows the list to it. */
  private record Counts(String key, String css, Map<String, String> query) {}

  private List<CommitmentsPage.Counter> counters(Tx tx, Looks looks) {
    List<Counts> counts = new ArrayList<>();
    if (looks.viewer().may(Permission.SIGN_COMMITMENTS)) {
      counts.add(new Counts("to_sign", "soon", Map.of("to_sign", YES)));
    }
    counts.add(new Counts("late", "late", Map.of("mark", Mark.LATE.code())));
    counts.add(new Counts("due_soon", "soon", Map.of("mark", Mark.DUE_SOON.code())));
    counts.add(new Counts("claimed", "", Map.of("word", Word.CLAIMED.code())));
    counts.add(
        new Counts("evidence_missing", "soon", Map.of("mark", Mark.EVIDENCE_MISSING.code())));
    counts.add(new Counts("expired", "soon", Map.of("word", Word.EXPIRED.code())));
    counts.add(new Counts("condition", "", Map.of("condition", YES)));
    List<Form> forms =
        counts.stream()
            .map(
                each ->
                    Form.of(
                        each.query().entrySet().stream()
                            .collect(
                                Collectors.toMap(
                                    Map.Entry::getKey, entry -> List.of(entry.getValue())))))
            .toList();
    List<Integer> numbers =
        commitments.counts(tx, forms.stream().map(RegisterPages::filter).toList());
    String here = looks.address().toString();
    List<CommitmentsPage.Counter> counters = new ArrayList<>();
    for (int n = 0; n < counts.size(); n++) {
      String href = Address.of("/commitments", forms.get(n), NAMES).toString();
      boolean some = numbers.get(n) > 0;
      counters.add(
          new CommitmentsPage.Counter(
              some ? counts.get(n).css() : "",
              href,
              href.equals(here),
              looks.words().number(numbers.get(n)),
              looks.words().say("commitments.counter." + counts.get(n).key())));
    }
    return counters;
  }

  private List<Field> filters(Tx tx, Looks looks, List<Platform> all) {
    Words words = looks.words();
    Filters filters = new Filters(words, looks.query(), "commitments.");
    CommitmentWording wording = new CommitmentWording(words);
    List<Choice> some =
        all.stream()
            .map(each -> filters.choice("platform", Long.toString(each.id()), each.name()))
            .toList();
    List<Choice> kinds =
        rules.inForce(tx).checking().commitmentKinds().stream()
            .map(each -> filters.choice("kind", each.code(), words.label(each.label())))
            .toList();
    List<Choice> states =
        Arrays.stream(Word.values())
            .map(each -> filters.choice("word", each.code(), wording.word(each)))
            .toList();
    List<Choice> marks =
        Arrays.stream(Mark.values())
            .map(each -> filters.choice("mark", each.code(), wording.mark(each)))
            .toList();
    List<Choice> conditions =
        List.of(filters.choice("condition", YES, words.say("commitments.condition.yes")));
    Map<Long, String> named = new LinkedHashMap<>();
    all.forEach(each -> named.put(each.companyId(), each.companyName()));
    List<Choice> companies =
        named.entrySet().stream()
            .map(each -> filters.choice("company", Long.toString(each.getKey()), each.getValue()))
            .toList();
    List<Choice> due =
        DUE.stream()
            .map(
                days ->
                    filters.choice("due", days.toString(), words.say("commitments.due.days", days)))
            .toList();
    List<Choice> mine = List.of(filters.choice("mine", YES, words.say("commitments.mine.yes")));
    return Stream.of(
            filters.select("platform", all.size() > 1 ? some : List.of()),
            filters.select("company", named.size() > 1 ? companies : List.of()),
            filters.select(
                "mine", looks.viewer().may(Permission.MIND_COMMITMENTS) ? mine : List.of()),
            filters.select("due", due),
            filters.select("kind", kinds),
            filters.select("word", states),
            filters.select("mark", marks),
            filters.select("condition", conditions))
        .filter(each -> each.choices().size() > 1)
        .toList();
  }

  private static CommitmentsPage.Row row(Looks looks, Commitment of) {
    CommitmentWording wording = new CommitmentWording(looks.words());
    CommitmentState state = of.state(looks.today());
    return new CommitmentsPage.Row(
        of.number(),
        "/commitments/" + of.number(),
        looks.words().label(of.kind().label()),
        of.text(),
        of.of().platform(),
        looks.words().date(of.standing().dueOn()),
        of.standing().condition(),
        wording.target(of.target(), of.kind()),
        wording.value(of.standing().reported().flatMap(Standing.Reported::value), of.kind().unit()),
        wording.value(of.standing().verifiedValue(), of.kind().unit()),
        wording.word(state),
        wording.marks(state));
  }

  void export(Context ctx) {
    Reader reader = Reader.of(ctx);
    CommitmentFilter filter = filter(Form.ofQuery(ctx));
    Download.send(
        ctx,
        Download.format(ctx),
        "commitments",
        reader.words().say("commitments.title"),
        out -> db.run(reader.viewer(), tx -> write(tx, reader.words(), filter, out)));
  }

  private void write(Tx tx, Words words, CommitmentFilter filter, SheetWriter out) {
    CommitmentWording wording = new CommitmentWording(words);
    LocalDate today = today(tx);
    out.row(
        Stream.of(
                "commitment",
                "platform",
                "company",
                "kind_of",
                "promise",
                "condition",
                "unit",
                "baseline",
                "target",
                "due_on",
                "reported",
                "reported_on",
                "verified",
                "verified_on",
                "state",
                "attention")
            .map(column -> (Object) words.say("export.column." + column))
            .toList());
    commitments.each(tx, filter, of -> out.row(cells(words, wording, of, today)));
  }

  private static List<Object> cells(
      Words words, CommitmentWording wording, Commitment of, LocalDate today) {
    CommitmentState state = of.state(today);
    Standing standing = of.standing();
    return List.of(
        of.number(),
        of.of().platform(),
        of.of().company(),
        words.label(of.kind().label()),
        of.text(),
        wording.yes(standing.condition()),
        of.kind().unit().map(words::label).orElse(""),
        plain(of.baseline()),
        plain(of.target()),
        standing.dueOn().toString(),
        plain(standing.reported().flatMap(Standing.Reported::value)),
        standing.reported().map(each -> each.asOf().toString()).orElse(""),
        plain(standing.verifiedValue()),
        standing.verifiedOn().map(LocalDate::toString).orElse(""),
        wording.word(state.word()),
        wording.marks(state).stream().map(tag -> tag.text()).collect(Collectors.joining("; ")));
  }

  private static String plain(Optional<BigDecimal> value) {
    return value.map(each -> each.stripTrailingZeros().toPlainString()).orElse("");
  }
}

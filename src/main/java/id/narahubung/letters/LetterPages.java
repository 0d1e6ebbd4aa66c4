package id.narahubung.letters;

import static io.javalin.http.HttpStatus.SEE_OTHER;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.WhatWasMade;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.requests.Address;
import id.narahubung.requests.Item;
import id.narahubung.requests.ItemCells;
import id.narahubung.requests.ItemStore;
import id.narahubung.requests.Wording;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.sheets.SheetWriter;
import id.narahubung.text.Words;
import id.narahubung.views.ViewBar;
import id.narahubung.views.ViewStore;
import id.narahubung.web.Download;
import id.narahubung.web.Field;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Filters;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The register of letters, and each as both sides see it. */
public final class LetterPages {

  private static final int ROWS = 50;
  private static final List<String> NAMES = List.of("stage", "state", "asks");

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final LetterStore letters;
  private final Proposals proposals;
  private final ViewStore views = new ViewStore();
  private final ItemStore items;
  private final RuleStore rules;
  private final WhatWasMade made;
  private final AcknowledgeLetter acknowledge;

  LetterPages(
      Database db,
      Pages pages,
      Once once,
      LetterStore letters,
      Proposals proposals,
      ItemStore items,
      RuleStore rules,
      WhatWasMade made,
      AcknowledgeLetter acknowledge) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.letters = letters;
    this.proposals = proposals;
    this.items = items;
    this.rules = rules;
    this.made = made;
    this.acknowledge = acknowledge;
  }

  /** The number in the path; what is none is a letter that does not exist. */
  static String number(Context ctx) {
    String number = ctx.pathParam("letter");
    if (!number.matches("ST-\\d{4}-\\d{6,9}")) {
      throw new NotFound("letter");
    }
    return number;
  }

  void list(Context ctx) {
    Reader reader = Reader.of(ctx);
    Form query = Form.ofQuery(ctx);
    pages.show(
        ctx,
        "letters/list",
        db.as(reader.viewer(), tx -> page(tx, reader.words(), reader.viewer(), query)));
  }

  private LettersPage page(Tx tx, Words words, PersonViewer viewer, Form query) {
    LetterFilter filter = filter(query);
    Optional<Long> before =
        query.has("before") ? Optional.of(query.id("before")) : Optional.empty();
    List<Letter> found = letters.list(tx, filter, before, ROWS + 1);
    List<Letter> shown = found.subList(0, Math.min(ROWS, found.size()));
    Address address = Address.of("/letters", query, NAMES);
    boolean may = viewer.may(Permission.SEND_LETTERS);
    return new LettersPage(
        words.say("letters.title"),
        may,
        may
            ? proposals.wanted(tx).stream().map(each -> wanted(tx, words, each)).toList()
            : List.of(),
        filters(words, query, rules.inForce(tx), LetterNeed.of(viewer)),
        ViewBar.of(tx, views, address.toString()),
        shown.stream().map(letter -> row(tx, words, letter)).toList(),
        address.isNarrowedBeside(List.of()),
        found.size() > ROWS
            ? address.with("before", Long.toString(shown.getLast().id())).toString()
            : "",
        shown.isEmpty() ? "" : Address.of("/exports/letters", query, NAMES).toDownload());
  }

  private LettersPage.Wanted wanted(Tx tx, Words words, ProposalStore.Wanted each) {
    return new LettersPage.Wanted(
        each.number(),
        "/requests/" + each.number() + "#letters",
        each.subject(),
        each.platform(),
        words.say(
            "letters.wanted.since",
            new LetterWording(words).stage(rules.fetch(tx, each.ruleSetId()), each.stage()),
            each.items(),
            words.instant(each.since()),
            each.late()));
  }

  private static LetterFilter filter(Form query) {
    String stage = query.text("stage");
    return new LetterFilter(
        stage.matches("[1-9]") ? Optional.of(Integer.valueOf(stage)) : Optional.empty(),
        LetterState.find(query.text("state")),
        LetterNeed.find(query.text("asks")));
  }

  private static List<Field> filters(Words words, Form query, RuleSet set, List<LetterNeed> needs) {
    Filters filters = new Filters(words, query, "letters.");
    List<Choice> stages =
        set.warnings().letters().stream()
            .map(
                each ->
                    filters.choice(
                        "stage", Integer.toString(each.ordinal()), words.label(each.label())))
            .toList();
    List<Choice> states =
        Arrays.stream(LetterState.values())
            .map(
                each ->
                    filters.choice("state", each.code(), words.say("letters.state." + each.code())))
            .toList();
    List<Choice> asks =
        needs.stream()
            .map(
                each ->
                    filters.choice("asks", each.code(), words.say("letters.asks." + each.code())))
            .toList();
    return Stream.of(
            filters.select("stage", stages),
            filters.select("state", states),
            filters.select("asks", asks))
        .filter(each -> each.choices().size() > 1)
        .toList();
  }

  private LettersPage.Row row(Tx tx, Words words, Letter letter) {
    LetterWording wording = new LetterWording(words);
    return new LettersPage.Row(
        letter.number(),
        "/letters/" + letter.number(),
        wording.stage(rules.fetch(tx, letter.of().ruleSetId()), letter),
        letter.of().requestNumber(),
        "/requests/" + letter.of().requestNumber(),
        letter.of().platform(),
        letter.items(),
        words.instant(letter.sentAt()),
        words.deadline(letter.dueAt()),
        letter.fine().isPresent() ? wording.rupiah(letter.total()) : "–",
        wording.state(letter, tx.now()));
  }

  void export(Context ctx) {
    Reader reader = Reader.of(ctx);
    LetterFilter filter = filter(Form.ofQuery(ctx));
    Download.send(
        ctx,
        Download.format(ctx),
        "letters",
        reader.words().say("letters.title"),
        out -> db.run(reader.viewer(), tx -> write(tx, reader.words(), filter, out)));
  }

  private void write(Tx tx, Words words, LetterFilter filter, SheetWriter out) {
    ItemCells cells = new ItemCells(words);
    LetterWording wording = new LetterWording(words);
    out.row(
        Stream.of(
                "letter",
                "stage",
                "request",
                "platform",
                "items",
                "sent",
                "due",
                "state",
                "fine_per_item",
                "fine",
                "paid",
                "acknowledged")
            .map(column -> (Object) words.say("export.column." + column))
            .toList());
    letters.each(
        tx,
        filter,
        letter ->
            out.row(
                List.of(
                    letter.number(),
                    wording.stage(rules.fetch(tx, letter.of().ruleSetId()), letter),
                    letter.of().requestNumber(),
                    letter.of().platform(),
                    letter.items(),
                    cells.instant(letter.sentAt()),
                    cells.instant(letter.dueAt()),
                    wording.state(letter, tx.now()).text(),
                    letter.fine().map(FineGiven::perItem).orElse(0L),
                    letter.total(),
                    letter.paid(),
                    letter.acknowledged().map(step -> cells.instant(step.at())).orElse(""))));
  }

  void show(Context ctx) {
    Reader reader = Reader.of(ctx);
    String number = number(ctx);
    pages.show(
        ctx,
        "letters/show",
        db.as(
            reader.viewer(),
            tx -> page(tx, reader.words(), reader.viewer(), letters.fetch(tx, number))));
  }

  private LetterPage page(Tx tx, Words words, PersonViewer viewer, Letter letter) {
    RuleSet set = rules.fetch(tx, letter.of().ruleSetId());
    LetterWording wording = new LetterWording(words);
    List<LetterStore.Covered> covered = letters.items(tx, letter);
    Map<Long, Item> found =
        items.fetch(tx, covered.stream().map(LetterStore.Covered::itemId).toList()).stream()
            .collect(Collectors.toMap(Item::id, Function.identity()));
    return new LetterPage(
        wording.stage(set, letter),
        letter.number(),
        new Link(
            "/requests/" + letter.of().requestNumber(),
            words.say("item.back", letter.of().requestNumber())),
        wording.state(letter, tx.now()),
        facts(words, set, letter),
        wording.receipt(set, letter),
        receiptNote(words, letter),
        wording.happened(letter),
        letter
            .commitment()
            .flatMap(Letter.Commitment::evidence)
            .map(id -> "/requests/" + letter.of().requestNumber() + "/evidence/" + id)
            .orElse(""),
        lines(tx, words, letter, covered, found, false),
        words.say("letter.items", letter.items()),
        lines(tx, words, letter, covered, found, true),
        letter.leftOutReason(),
        made.afterLetter(tx, words, letter.id()),
        letter.acknowledged().isEmpty() && viewer.may(Permission.ACKNOWLEDGE_REQUESTS),
        actions(words, viewer, set, letter, tx.now()));
  }

  private static String receiptNote(Words words, Letter letter) {
    if (letter.isWithdrawn()) {
      return words.say("letter.fine.withdrawn");
    }
    return letter.isReplaced()
        ? words.say("letter.fine.replaced", letter.account().replacedBy())
        : words.say("letter.fine.stays");
  }

  private static List<Fact> facts(Words words, RuleSet set, Letter letter) {
    LetterWording wording = new LetterWording(words);
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(words.say("letter.to"), letter.of().platform() + " – " + letter.of().company()));
    facts.add(new Fact(words.say("letter.subject"), letter.of().subject()));
    facts.add(
        new Fact(
            words.say("letter.sent"),
            words.instant(letter.sentAt()) + ", " + letter.by().told(words)));
    facts.add(new Fact(words.say("letter.due"), words.deadline(letter.dueAt())));
    facts.add(new Fact(words.say("letter.basis"), wording.article(set, letter)));
    if (letter.fine().isPresent()) {
      facts.add(
          new Fact(
              words.say("letter.fine.basis"),
              set.warnings().fine().map(each -> words.label(each.article())).orElse("")));
    }
    if (!letter.note().isEmpty()) {
      facts.add(new Fact(words.say("letter.note"), letter.note()));
    }
    return facts;
  }

  private static List<LetterPage.Line> lines(
      Tx tx,
      Words words,
      Letter letter,
      List<LetterStore.Covered> covered,
      Map<Long, Item> found,
      boolean leftOut) {
    Wording wording = new Wording(words, tx.now());
    return covered.stream()
        .filter(each -> each.leftOut() == leftOut)
        .flatMap(
            each ->
                Optional.ofNullable(found.get(each.itemId()))
                    .map(
                        item ->
                            new LetterPage.Line(
                                item.shortNumber(),
                                "/requests/"
                                    + letter.of().requestNumber()
                                    + "/items/"
                                    + item.ordinal(),
                                wording.address(item),
                                item.copied(),
                                words.instant(each.missedAt())))
                    .stream())
        .toList();
  }

  private static List<Link> actions(
      Words words, PersonViewer viewer, RuleSet set, Letter letter, Instant now) {
    return Arrays.stream(LetterAct.values())
        .filter(act -> act.isOffered(letter, viewer, set.limits().objectWithin(), now))
        .map(
            act ->
                new Link(
                    "/letters/" + letter.number() + "/" + act.path(),
                    words.say("letter." + act.code() + ".link")))
        .toList();
  }

  void acknowledge(Context ctx) {
    String number = number(ctx);
    Form form = Form.of(ctx);
    once.run(
        Reader.of(ctx).viewer(),
        form.act(),
        tx -> {
          acknowledge.run(tx, form.act(), number);
          return number;
        },
        (tx, done) -> number);
    Flash.say(ctx, "letter.acknowledged.done");
    ctx.redirect("/letters/" + number, SEE_OTHER);
  }
}

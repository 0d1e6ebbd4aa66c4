package id.narahubung.letters;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.NotFound;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.letters.LetterRule.Missed;
import id.narahubung.platforms.Platform;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.Item;
import id.narahubung.requests.ItemStore;
import id.narahubung.requests.RequestStore;
import id.narahubung.requests.TakedownRequest;
import id.narahubung.requests.Wording;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.rules.Category;
import id.narahubung.rules.Fine;
import id.narahubung.rules.LetterStage;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A proposed letter, looked at and sent by a supervisor. */
public final class SendLetterPages {

  private static final int MOST_TEXT = 4_000;

  /** Which field a refusal is about; others are about the letter as a whole. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "letter.refused.no_items", "items",
          "letter.refused.reason", "left_out_reason",
          "letter.refused.scale", "scale",
          "letter.refused.fine", "fine");

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final Stores stores;
  private final SendLetter send;

  /** What the page reads from. */
  record Stores(
      RequestStore requests,
      ItemStore items,
      RuleStore rules,
      PlatformStore platforms,
      LetterStore letters,
      Proposals proposals) {}

  SendLetterPages(Database db, Pages pages, Once once, Stores stores, SendLetter send) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.stores = stores;
    this.send = send;
  }

  void ask(Context ctx) {
    show(ctx, OK, Form.ofQuery(ctx), "");
  }

  void send(Context ctx) {
    String number = number(ctx);
    Form form = Form.of(ctx);
    for (String field : List.of("note", "left_out_reason")) {
      if (form.text(field).length() > MOST_TEXT) {
        form.refuse(field, "fault.too_long", MOST_TEXT);
      }
    }
    if (!form.isGood()) {
      show(ctx, UNPROCESSABLE_CONTENT, form, "");
      return;
    }
    try {
      String letter =
          once.run(
              Reader.of(ctx).viewer(),
              form.act(),
              tx -> send.run(tx, form.act(), number, given(form)),
              (tx, done) -> stores.letters().ofEvent(tx, done.event()));
      Flash.say(ctx, "letter.sent.done", letter);
      ctx.redirect("/letters/" + letter, SEE_OTHER);
    } catch (RuleBroken e) {
      String field = FIELDS.get(e.key());
      if (field != null) {
        form.refuse(field, e.key(), e.arguments().toArray());
        show(ctx, UNPROCESSABLE_CONTENT, form, "");
      } else {
        show(ctx, CONFLICT, form, Reader.of(ctx).words().say(e.key()));
      }
    }
  }

  private static LetterGiven given(Form form) {
    return new LetterGiven(
        form.text("stage"),
        new HashSet<>(form.ids("shown")),
        new HashSet<>(form.ids("item")),
        form.text("left_out_reason"),
        form.has("scale") ? Optional.of(form.text("scale")) : Optional.empty(),
        Amounts.read(form.text("fine")),
        form.text("note"));
  }

  /** What was read for the page, in one transaction. */
  private record Read(
      TakedownRequest request,
      RuleSet rules,
      Platform platform,
      Proposal proposal,
      Map<Long, Item> items,
      long owed,
      Wording wording) {

    Category category() {
      return rules.category(request.content().categoryCode());
    }

    LetterStage stage() {
      return proposal.stage();
    }
  }

  private void show(Context ctx, HttpStatus status, Form form, String refusal) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    Read read = db.as(reader.viewer(), tx -> read(tx, number(ctx), form.text("stage"), words));
    pages.show(ctx, status, "letters/new", page(words, read, form, refusal));
  }

  private Read read(Tx tx, String number, String stage, Words words) {
    TakedownRequest request = stores.requests().fetch(tx, number);
    RuleSet rules = stores.rules().fetch(tx, request.ruleSetId());
    Proposal proposal =
        stores.proposals().of(tx, request, rules).stream()
            .filter(each -> each.stage().code().equals(stage))
            .findFirst()
            .orElseThrow(() -> new RuleBroken("letter.refused.none"));
    return new Read(
        request,
        rules,
        stores.platforms().fetch(tx, request.content().platformId()),
        proposal,
        stores.items().fetch(tx, proposal.items().stream().map(Missed::itemId).toList()).stream()
            .collect(Collectors.toMap(Item::id, Function.identity())),
        stores.letters().of(tx, request.id()).stream().mapToLong(Letter::owed).sum(),
        new Wording(words, tx.now()));
  }

  private static NewLetterPage page(Words words, Read read, Form form, String refusal) {
    LetterWording wording = new LetterWording(words);
    String number = read.request().requireNumber();
    int items = read.proposal().items().size();
    Optional<Fine> fine = read.rules().warnings().fine().filter(each -> read.stage().fined());
    return new NewLetterPage(
        words.label(read.stage().label()),
        new Link("/requests/" + number, words.say("item.back", number)),
        "/requests/" + number + "/letters",
        read.stage().code(),
        refusal,
        facts(words, read, fine),
        lines(words, read, form),
        words.say("letter.items.proposed", items),
        form.error("items", words),
        fine.map(each -> wording.reckoned(each, read.rules(), read.category(), read.stage(), items))
            .orElse(List.of()),
        read.owed() > 0 && fine.isPresent()
            ? words.say(
                fine.get().addsUp() ? "letter.fine.earlier" : "letter.fine.earlier.replaced",
                wording.rupiah(read.owed()))
            : "",
        controls(words, read, form, fine),
        words.say("letter.next").lines().toList(),
        form.errors(words));
  }

  private static List<Fact> facts(Words words, Read read, Optional<Fine> fine) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            words.say("letter.to"),
            read.platform().name() + " – " + read.platform().companyName()));
    facts.add(new Fact(words.say("letter.subject"), read.request().content().subject()));
    facts.add(new Fact(words.say("letter.term"), new LetterWording(words).term(read.stage())));
    facts.add(new Fact(words.say("letter.basis"), words.label(read.stage().article())));
    fine.ifPresent(
        each -> facts.add(new Fact(words.say("letter.fine.basis"), words.label(each.article()))));
    if (read.stage().asksToPay() && fine.isPresent()) {
      facts.add(new Fact(words.say("letter.commitment"), words.say("letter.commitment.asked")));
    }
    return facts;
  }

  /** All are covered until somebody takes one out; after a refusal those that were picked. */
  private static List<NewLetterPage.Line> lines(Words words, Read read, Form form) {
    Set<String> shown = new HashSet<>(form.all("shown"));
    Set<String> picked = new HashSet<>(form.all("item"));
    List<NewLetterPage.Line> lines = new ArrayList<>();
    for (Missed missed : read.proposal().items()) {
      Item item = read.items().get(missed.itemId());
      if (item != null) {
        String id = Long.toString(item.id());
        lines.add(
            new NewLetterPage.Line(
                item.id(),
                item.shortNumber(),
                "/requests/" + read.request().requireNumber() + "/items/" + item.ordinal(),
                read.wording().address(item),
                words.instant(missed.at()),
                missed.answeredLate() ? words.say("letter.answered_late") : "",
                !shown.contains(id) || picked.contains(id)));
      }
    }
    return lines;
  }

  private static List<Control> controls(Words words, Read read, Form form, Optional<Fine> fine) {
    Controls controls = new Controls(words, form, "letter.form.");
    List<Control> all = new ArrayList<>();
    all.add(controls.of(Kind.AREA, "left_out_reason", false));
    fine.filter(each -> each.base().isPresent() && !each.scales().isEmpty())
        .ifPresent(
            each ->
                all.add(
                    controls.of(Kind.RADIOS, "scale", true, scales(words, read, controls, each))));
    fine.filter(each -> each.base().isEmpty())
        .ifPresent(
            each ->
                all.add(
                    controls.of(
                        Kind.TEXT,
                        "fine",
                        words.say("letter.form.fine", new LetterWording(words).rupiah(each.most())),
                        true,
                        List.of())));
    all.add(controls.of(Kind.AREA, "note", false));
    return all;
  }

  private static List<Choice> scales(Words words, Read read, Controls controls, Fine fine) {
    LetterWording wording = new LetterWording(words);
    return fine.scales().stream()
        .map(
            size ->
                controls.choice(
                    "scale",
                    size.code(),
                    words.label(size.label()),
                    wording.reckoning(
                        FineGiven.reckoned(fine, read.category(), Optional.of(size), read.stage()),
                        read.proposal().items().size())))
        .toList();
  }

  private static String number(Context ctx) {
    String number = ctx.pathParam("number");
    if (!number.matches("PA-\\d{4}-\\d{6,9}")) {
      throw new NotFound("request");
    }
    return number;
  }
}

package id.narahubung.letters;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.RuleBroken;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The forms of what is done to a letter, each a page of its own. */
public final class LetterActPages {

  private static final int MOST_TEXT = 4_000;

  /** Whether another letter may be proposed in the place of one that is withdrawn. */
  private static final String AGAIN = "yes";

  private static final String NOT_AGAIN = "no";

  /** Which field a refusal is about; others are about the letter as a whole. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "letter.refused.pay_by", "pay_by",
          "letter.refused.evidence", "evidence",
          "letter.refused.amount", "amount",
          "letter.refused.paid_on", "paid_on",
          "letter.refused.reference", "reference",
          "letter.refused.told", "reference",
          "letter.refused.anothers", "reference",
          "letter.refused.objection.reason", "reason");

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final LetterStore letters;
  private final RuleStore rules;
  private final Commands commands;

  /** The acts themselves. */
  record Commands(
      PromisePayment promise,
      AddPayment tellPayment,
      AddPayment recordPayment,
      ReversePayment reversePayment,
      ObjectToLetter object,
      DecideOnLetter decide,
      WithdrawLetter withdraw) {}

  LetterActPages(
      Database db,
      Pages pages,
      Once once,
      LetterStore letters,
      RuleStore rules,
      Commands commands) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.letters = letters;
    this.rules = rules;
    this.commands = commands;
  }

  /** Refuses what cannot be done now before anybody types. */
  void ask(Context ctx, LetterAct act) {
    PersonViewer viewer = Reader.of(ctx).viewer();
    Read read = read(ctx, act);
    act.require(read.letter(), viewer, read.rules().limits().objectWithin(), read.now());
    show(ctx, OK, act, Form.ofQuery(ctx), read, "");
  }

  void submit(Context ctx, LetterAct act) {
    String number = LetterPages.number(ctx);
    Form form = Form.of(ctx);
    Optional<Consumer<Tx>> work = read(act, form, number);
    if (work.isEmpty()) {
      show(ctx, UNPROCESSABLE_CONTENT, act, form, read(ctx, act), "");
      return;
    }
    try {
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            work.get().accept(tx);
            return number;
          },
          (tx, done) -> number);
    } catch (RuleBroken e) {
      String field = FIELDS.get(e.key());
      if (field != null) {
        form.refuse(field, e.key(), e.arguments().toArray());
        show(ctx, UNPROCESSABLE_CONTENT, act, form, read(ctx, act), "");
      } else {
        String refusal = Reader.of(ctx).words().say(e.key(), e.arguments().toArray());
        show(ctx, CONFLICT, act, form, read(ctx, act), refusal);
      }
      return;
    }
    Flash.say(ctx, "letter." + act.code() + ".done");
    ctx.redirect("/letters/" + number, SEE_OTHER);
  }

  /** What was typed, as work to do; empty, and said in the form, where something is missing. */
  private Optional<Consumer<Tx>> read(LetterAct act, Form form, String number) {
    return switch (act) {
      case COMMIT -> commitment(form, number);
      case TELL_PAYMENT ->
          payment(form)
              .map(given -> tx -> commands.tellPayment().run(tx, form.act(), number, given));
      case RECORD_PAYMENT ->
          payment(form)
              .map(given -> tx -> commands.recordPayment().run(tx, form.act(), number, given));
      case REVERSE_PAYMENT -> reversal(form, number);
      case OBJECT -> {
        form.need("reason", "letter.refused.objection.reason", MOST_TEXT);
        yield good(form, tx -> commands.object().run(tx, form.act(), number, form.text("reason")));
      }
      case DECIDE -> decision(form, number);
      case WITHDRAW -> withdrawal(form, number);
    };
  }

  private static Optional<Consumer<Tx>> good(Form form, Consumer<Tx> work) {
    return form.isGood() ? Optional.of(work) : Optional.empty();
  }

  private Optional<Consumer<Tx>> commitment(Form form, String number) {
    Optional<LocalDate> payBy = form.date("pay_by");
    if (payBy.isEmpty()) {
      form.refuse("pay_by", "letter.fault.date");
    }
    Optional<Long> evidence =
        form.has("evidence") ? Optional.of(form.id("evidence")) : Optional.empty();
    return good(
        form, tx -> commands.promise().run(tx, form.act(), number, payBy.orElseThrow(), evidence));
  }

  private static Optional<PaymentGiven> payment(Form form) {
    Optional<Long> amount = Amounts.read(form.text("amount"));
    Optional<LocalDate> paidOn = form.date("paid_on");
    if (amount.isEmpty()) {
      form.refuse("amount", "letter.fault.amount");
    }
    if (paidOn.isEmpty()) {
      form.refuse("paid_on", "letter.fault.date");
    }
    form.need("reference", "letter.refused.reference", 50);
    return form.isGood()
        ? Optional.of(
            new PaymentGiven(amount.orElseThrow(), paidOn.orElseThrow(), form.text("reference")))
        : Optional.empty();
  }

  private Optional<Consumer<Tx>> reversal(Form form, String number) {
    if (!form.has("payment")) {
      form.refuse("payment", "letter.fault.payment");
    }
    form.need("reason", "letter.refused.objection.reason", MOST_TEXT);
    return good(
        form,
        tx ->
            commands
                .reversePayment()
                .run(tx, form.act(), number, form.id("payment"), form.text("reason")));
  }

  private Optional<Consumer<Tx>> decision(Form form, String number) {
    Optional<LetterOutcome> outcome =
        Stream.of(LetterOutcome.values())
            .filter(each -> code(each).equals(form.text("outcome")))
            .findFirst();
    if (outcome.isEmpty()) {
      form.refuse("outcome", "letter.fault.outcome");
    }
    form.need("reason", "letter.refused.objection.reason", MOST_TEXT);
    return good(
        form,
        tx ->
            commands
                .decide()
                .run(tx, form.act(), number, outcome.orElseThrow(), form.text("reason")));
  }

  private Optional<Consumer<Tx>> withdrawal(Form form, String number) {
    form.need("reason", "letter.refused.objection.reason", MOST_TEXT);
    boolean again = form.text("again").equals(AGAIN);
    if (!again && !form.text("again").equals(NOT_AGAIN)) {
      form.refuse("again", "letter.fault.again");
    }
    return good(
        form, tx -> commands.withdraw().run(tx, form.act(), number, form.text("reason"), again));
  }

  private static String code(LetterOutcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  /** What was read for the page, in one transaction. */
  private record Read(
      Letter letter, RuleSet rules, List<LetterStore.Signable> signable, Instant now) {}

  private Read read(Context ctx, LetterAct act) {
    String number = LetterPages.number(ctx);
    return db.as(
        Reader.of(ctx).viewer(),
        tx -> {
          Letter letter = letters.fetch(tx, number);
          return new Read(
              letter,
              rules.fetch(tx, letter.of().ruleSetId()),
              act == LetterAct.COMMIT ? letters.signable(tx, letter) : List.of(),
              tx.now());
        });
  }

  private void show(
      Context ctx, HttpStatus status, LetterAct act, Form form, Read read, String refusal) {
    Words words = Reader.of(ctx).words();
    String number = read.letter().number();
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say("letter." + act.code() + ".title", number),
            new Link("/letters/" + number, words.say("letter.back", number)),
            about(words, act, read),
            act == LetterAct.DECIDE
                ? read.letter().objection().map(Letter.Objection::reason).orElse("")
                : "",
            refusal,
            "/letters/" + number + "/" + act.path(),
            "",
            Optional.empty(),
            List.of(),
            controls(words, form, act, read),
            words.say("letter." + act.code() + ".save"),
            form.errors(words)));
  }

  private static String about(Words words, LetterAct act, Read read) {
    LetterWording wording = new LetterWording(words);
    Letter letter = read.letter();
    return switch (act) {
      case COMMIT, TELL_PAYMENT, RECORD_PAYMENT ->
          words.say(
              "letter." + act.code() + ".about",
              wording.rupiah(letter.owed()),
              wording.rupiah(letter.left()));
      case REVERSE_PAYMENT -> words.say("letter.reverse_payment.about");
      case OBJECT ->
          words.say(
              "letter.object.about",
              words.instant(letter.sentAt().plus(read.rules().limits().objectWithin())),
              words.span(read.rules().limits().decideObjectionWithin()));
      case DECIDE ->
          words.say(
              "letter.decide.about",
              letter.objection().map(filed -> words.instant(filed.dueAt())).orElse("–"));
      case WITHDRAW ->
          words.say(
              letter.total() == 0 ? "letter.withdraw.about" : "letter.withdraw.about.fined",
              wording.rupiah(letter.total()),
              wording.rupiah(letter.paid()),
              letter.paid());
    };
  }

  private static List<Control> controls(Words words, Form form, LetterAct act, Read read) {
    Controls controls = new Controls(words, form, "letter.form.");
    return switch (act) {
      case COMMIT ->
          List.of(
              controls.of(Kind.DATE, "pay_by", true),
              controls.of(Kind.SELECT, "evidence", false, files(words, controls, read)));
      case TELL_PAYMENT, RECORD_PAYMENT ->
          List.of(
              controls.of(Kind.TEXT, "amount", true),
              controls.of(Kind.DATE, "paid_on", true),
              controls.of(Kind.TEXT, "reference", true));
      case REVERSE_PAYMENT ->
          List.of(
              controls.of(Kind.RADIOS, "payment", true, payments(words, controls, read.letter())),
              controls.of(Kind.AREA, "reason", true));
      case OBJECT -> List.of(controls.of(Kind.AREA, "reason", true));
      case DECIDE ->
          List.of(
              controls.of(
                  Kind.RADIOS,
                  "outcome",
                  true,
                  Stream.of(LetterOutcome.values())
                      .map(
                          each ->
                              controls.choice(
                                  "outcome",
                                  code(each),
                                  words.say("letter.form.outcome." + code(each))))
                      .toList()),
              controls.of(Kind.AREA, "reason", true));
      case WITHDRAW ->
          List.of(
              controls.of(Kind.AREA, "reason", true),
              controls.of(
                  Kind.RADIOS,
                  "again",
                  true,
                  Stream.of(AGAIN, NOT_AGAIN)
                      .map(
                          each ->
                              controls.choice(
                                  "again", each, words.say("letter.form.again." + each)))
                      .toList()));
    };
  }

  private static List<Choice> payments(Words words, Controls controls, Letter letter) {
    LetterWording wording = new LetterWording(words);
    return letter.payments().stream()
        .filter(Letter.Payment::counts)
        .map(each -> controls.choice("payment", Long.toString(each.id()), wording.payment(each)))
        .toList();
  }

  private static List<Choice> files(Words words, Controls controls, Read read) {
    List<Choice> files = new ArrayList<>();
    files.add(controls.choice("evidence", "", words.say("letter.form.evidence.none")));
    for (LetterStore.Signable each : read.signable()) {
      files.add(controls.choice("evidence", Long.toString(each.id()), each.name()));
    }
    return files;
  }
}

package id.narahubung.decisions;

import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;

import id.narahubung.access.RuleBroken;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.ledger.Once;
import id.narahubung.rules.ChecklistEntry;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.OnceForm;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The forms of what is said of a request to open again while it waits. */
public final class NormalisationActPages {

  private static final int MOST_TEXT = 4_000;

  private final Database db;
  private final Pages pages;
  private final OnceForm forms;
  private final NormalisationStore normalisations;
  private final RuleStore rules;
  private final CallPaperLacking call;
  private final WithdrawNormalisation withdraw;

  NormalisationActPages(
      Database db,
      Pages pages,
      Once once,
      NormalisationStore normalisations,
      RuleStore rules,
      CallPaperLacking call,
      WithdrawNormalisation withdraw) {
    this.db = db;
    this.pages = pages;
    this.forms = new OnceForm(once);
    this.normalisations = normalisations;
    this.rules = rules;
    this.call = call;
    this.withdraw = withdraw;
  }

  /** Refuses what cannot be done now before anybody types. */
  void ask(Context ctx, NormalisationAct act) {
    PersonViewer viewer = Reader.of(ctx).viewer();
    String number = NormalisationPages.number(ctx);
    Normalisation of = db.as(viewer, tx -> normalisations.fetch(tx, number));
    of.requireWaiting();
    if (!act.isOffered(of, viewer)) {
      throw new RuleBroken("normalisation.refused.not_there");
    }
    show(ctx, OK, act, Form.ofQuery(ctx), "");
  }

  void submit(Context ctx, NormalisationAct act) {
    Form form = Form.of(ctx);
    String number = NormalisationPages.number(ctx);
    if (act == NormalisationAct.LACK && !form.has("paper")) {
      form.refuse("paper", "normalisation.refused.paper");
    }
    form.need(
        "reason",
        act == NormalisationAct.LACK ? "normalisation.refused.reason" : "normalisation.refused.why",
        MOST_TEXT);
    String reason = form.text("reason");
    if (forms.isDone(
        ctx,
        form,
        tx -> {
          switch (act) {
            case LACK -> call.run(tx, form.act(), number, form.text("paper"), reason);
            case WITHDRAW -> withdraw.run(tx, form.act(), number, reason);
          }
        },
        (status, refusal) -> show(ctx, status, act, form, refusal))) {
      Flash.say(ctx, "normalisation." + act.code() + ".done");
      ctx.redirect("/normalisations/" + number, SEE_OTHER);
    }
  }

  private void show(
      Context ctx, HttpStatus status, NormalisationAct act, Form form, String refusal) {
    Words words = Reader.of(ctx).words();
    String number = NormalisationPages.number(ctx);
    PersonViewer viewer = Reader.of(ctx).viewer();
    Normalisation of = db.as(viewer, tx -> normalisations.fetch(tx, number));
    RuleSet set = db.as(viewer, tx -> rules.fetch(tx, of.ruleSetId()));
    Controls controls = new Controls(words, form, "normalisation.form.");
    List<Control> all = new ArrayList<>();
    if (act == NormalisationAct.LACK) {
      all.add(
          controls.of(
              Kind.RADIOS,
              "paper",
              true,
              set.checklist(ChecklistEntry.NORMALISATION).stream()
                  .filter(entry -> of.isThere(entry.code()))
                  .map(entry -> controls.choice("paper", entry.code(), words.label(entry.label())))
                  .toList()));
    }
    all.add(
        controls.of(
            Kind.AREA,
            "reason",
            words.say("normalisation." + act.code() + ".reason"),
            true,
            List.of()));
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say("normalisation." + act.code() + ".title", number),
            new Link(of.path(), number),
            words.say(
                "normalisation." + act.code() + ".about",
                new DecisionWording(words).within(of.within())),
            "",
            refusal,
            of.path() + "/" + act.path(),
            "",
            Optional.empty(),
            List.of(),
            all,
            words.say("normalisation." + act.code() + ".save"),
            form.errors(words)));
  }
}

package id.narahubung.verification;

import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.RuleBroken;
import id.narahubung.commitments.Commitment;
import id.narahubung.commitments.CommitmentStore;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.platforms.Platform;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.RequestStore;
import id.narahubung.requests.TakedownRequest;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.verification.PlanGiven.From;
import id.narahubung.verification.PlanGiven.When;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage;
import id.narahubung.web.FormPage.Hidden;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The form by which a step is planned. */
public final class VerificationPlanPages {

  private static final int MOST_CLAIM = 1_000;

  /** What a step may be planned from, by the names in an address. */
  private static final List<String> FROM = List.of("commitment", "request", "decision", "again");

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final VerificationStore steps;
  private final RequestStore requests;
  private final CommitmentStore commitments;
  private final PlatformStore platforms;
  private final RuleStore rules;
  private final PlanVerification plan;

  /** What the pages read. */
  record Stores(
      VerificationStore steps,
      RequestStore requests,
      CommitmentStore commitments,
      PlatformStore platforms,
      RuleStore rules) {}

  VerificationPlanPages(Database db, Pages pages, Once once, Stores stores, PlanVerification plan) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.steps = stores.steps();
    this.requests = stores.requests();
    this.commitments = stores.commitments();
    this.platforms = stores.platforms();
    this.rules = stores.rules();
    this.plan = plan;
  }

  /** What the form is drawn from. */
  private record Ground(
      RuleSet rules,
      List<Platform> platforms,
      List<VerificationStore.Officer> officers,
      Optional<Commitment> commitment,
      Optional<TakedownRequest> request,
      Optional<VerificationStore.Decided> decision,
      Optional<VerificationStep> again,
      LocalDate today) {

    /** How what was promised is checked where nobody chooses otherwise. */
    String methodOf(Commitment promised) {
      return rules
          .findCommitmentKind(promised.kind().code())
          .map(CommitmentKind::methodCode)
          .orElse("");
    }

    /** The platform that is settled by what it is planned from. */
    Optional<Long> platform() {
      return request
          .map(each -> each.content().platformId())
          .or(() -> commitment.map(each -> each.of().platformId()))
          .or(() -> decision.map(VerificationStore.Decided::platformId))
          .or(() -> again.map(each -> each.of().platformId()));
    }
  }

  private Ground ground(Tx tx, Form form) {
    Optional<VerificationStep> again =
        form.has("again") ? Optional.of(steps.fetch(tx, form.text("again"))) : Optional.empty();
    Optional<String> request =
        form.has("request")
            ? Optional.of(form.text("request"))
            : again.flatMap(each -> each.of().request());
    return new Ground(
        rules.inForce(tx),
        platforms.list(tx),
        steps.officers(tx),
        form.has("commitment")
            ? Optional.of(commitments.fetch(tx, form.text("commitment")))
            : again.flatMap(each -> each.of().commitmentId()).map(id -> commitments.fetch(tx, id)),
        request.map(number -> requests.fetch(tx, number)),
        (form.has("decision")
                ? Optional.of(form.text("decision"))
                : again.flatMap(each -> each.of().decision()))
            .map(path -> steps.decision(tx, path)),
        again,
        VerificationActs.today(tx));
  }

  void ask(Context ctx) {
    Reader reader = Reader.of(ctx);
    Form query = Form.ofQuery(ctx);
    Ground ground = db.as(reader.viewer(), tx -> ground(tx, query));
    Form form =
        query
            .withWhereEmpty("officer", Long.toString(reader.viewer().personId()))
            .withWhereEmpty("day", ground.today().toString());
    if (ground.again().isPresent()) {
      VerificationStep again = ground.again().get();
      form =
          form.withWhereEmpty("claim", again.claim())
              .withWhereEmpty("method", again.methodCode())
              .withWhereEmpty("place", again.plan().place());
    } else if (ground.commitment().isPresent()) {
      Commitment promised = ground.commitment().get();
      form =
          form.withWhereEmpty("claim", claim(promised))
              .withWhereEmpty("method", ground.methodOf(promised));
    } else if (ground.decision().isPresent()) {
      form =
          form.withWhereEmpty(
              "claim",
              reader
                  .words()
                  .say("verification.plan.claim_of_decision", ground.decision().get().path()));
    } else if (ground.request().isPresent()) {
      form =
          form.withWhereEmpty("method", "sample")
              .withWhereEmpty(
                  "claim",
                  reader
                      .words()
                      .say(
                          "verification.plan.claim_of",
                          ground.request().get().number().orElse("")));
    }
    show(ctx, OK, form, ground);
  }

  /** What is promised, as far as there is room. */
  private static String claim(Commitment promised) {
    return promised.text().substring(0, Math.min(MOST_CLAIM, promised.text().length()));
  }

  void plan(Context ctx) {
    Reader reader = Reader.of(ctx);
    Form form = Form.of(ctx);
    Ground ground = db.as(reader.viewer(), tx -> ground(tx, form));
    Optional<PlanGiven> given = read(form, ground);
    if (given.isEmpty()) {
      show(ctx, UNPROCESSABLE_CONTENT, form, ground);
      return;
    }
    try {
      String number =
          once.run(
              reader.viewer(),
              form.act(),
              tx -> plan.run(tx, form.act(), given.get()),
              (tx, done) -> steps.ofEvent(tx, done.event()));
      Flash.say(ctx, "verification.plan.done");
      ctx.redirect("/verifications/" + number, SEE_OTHER);
    } catch (RuleBroken e) {
      WhenForm.refuse(form, e);
      show(ctx, UNPROCESSABLE_CONTENT, form, ground);
    }
  }

  private static Optional<PlanGiven> read(Form form, Ground ground) {
    Optional<Long> platform =
        ground
            .platform()
            .or(
                () ->
                    ground.platforms().stream()
                        .map(Platform::id)
                        .filter(id -> form.text("platform").equals(Long.toString(id)))
                        .findFirst());
    if (platform.isEmpty()) {
      form.refuse("platform", "verification.fault.platform");
    }
    if (ground.rules().findCheckMethod(form.text("method")).isEmpty()) {
      form.refuse("method", "verification.fault.method");
    }
    form.need("claim", "verification.fault.claim", MOST_CLAIM);
    Optional<When> when = WhenForm.read(form);
    return form.isGood()
        ? Optional.of(
            new PlanGiven(
                new From(
                    platform.orElseThrow(),
                    ground.commitment().map(Commitment::id),
                    ground.request().flatMap(TakedownRequest::number),
                    ground.decision().map(VerificationStore.Decided::id),
                    ground.again().map(VerificationStep::number)),
                form.text("method"),
                form.text("claim"),
                when.orElseThrow()))
        : Optional.empty();
  }

  private void show(Context ctx, HttpStatus status, Form form, Ground ground) {
    Words words = Reader.of(ctx).words();
    Controls controls = new Controls(words, form, "verification.form.");
    List<Control> all = new ArrayList<>();
    if (ground.platform().isEmpty()) {
      all.add(
          controls.of(
              Kind.SELECT,
              "platform",
              true,
              WhenForm.some(
                  controls,
                  "platform",
                  words,
                  ground.platforms().stream()
                      .map(
                          each ->
                              controls.choice(
                                  "platform", Long.toString(each.id()), each.name())))));
    }
    all.add(
        controls.of(
            Kind.SELECT,
            "method",
            true,
            WhenForm.some(
                controls,
                "method",
                words,
                ground.rules().checking().methods().stream()
                    .map(
                        each ->
                            controls.choice("method", each.code(), words.label(each.label()))))));
    all.add(controls.of(Kind.AREA, "claim", true));
    all.addAll(WhenForm.controls(words, controls, ground.officers()));
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say("verification.plan.title"),
            new Link("/verifications", words.say("verifications.title")),
            about(words, ground),
            "/verifications",
            "",
            Optional.empty(),
            FROM.stream().filter(form::has).map(name -> new Hidden(name, form.text(name))).toList(),
            all,
            words.say("verification.plan.save"),
            form.errors(words)));
  }

  private static String about(Words words, Ground ground) {
    return ground
        .again()
        .map(each -> words.say("verification.plan.about_again", each.number()))
        .or(
            () ->
                ground
                    .commitment()
                    .map(each -> words.say("verification.plan.about_commitment", each.number())))
        .or(
            () ->
                ground
                    .request()
                    .flatMap(TakedownRequest::number)
                    .map(number -> words.say("verification.plan.about_request", number)))
        .or(
            () ->
                ground
                    .decision()
                    .map(each -> words.say("verification.plan.about_decision", each.path())))
        .orElseGet(() -> words.say("verification.plan.about"));
  }
}

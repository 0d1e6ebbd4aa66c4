package id.narahubung.requests;

import static id.narahubung.access.Permission.ACKNOWLEDGE_REQUESTS;
import static id.narahubung.access.Permission.ANSWER_ITEMS;
import static id.narahubung.access.Permission.CHECK_ITEMS;
import static id.narahubung.access.Permission.DRAFT_REQUESTS;
import static id.narahubung.access.Permission.GIVE_TIME;
import static id.narahubung.access.Permission.HOLD_ITEMS;
import static id.narahubung.access.Permission.RELEASE_ANSWERS;
import static id.narahubung.access.Permission.REPLY_TO_CLARIFICATIONS;
import static id.narahubung.access.Permission.RULE_ON_REFUSALS;
import static id.narahubung.access.Permission.SEE_RESTRICTED;
import static id.narahubung.access.Permission.SEND_IN_HASTE;
import static id.narahubung.access.Permission.SEND_REQUESTS;
import static id.narahubung.access.Permission.SIGNED_IN;
import static id.narahubung.access.Permission.VIEW_REQUESTS;
import static id.narahubung.access.Permission.VIEW_SAMPLES;
import static id.narahubung.access.Permission.WITHDRAW_REQUESTS;
import static id.narahubung.access.Permission.WRITE_MESSAGES;

import id.narahubung.access.Permission;
import id.narahubung.web.Body;
import io.javalin.config.RoutesConfig;

/** Every address of requests, drafts and items, with the permission it takes. */
public final class RequestRoutes {

  private RequestRoutes() {}

  /** The pages behind the routes. */
  public record RequestSide(
      QueuePages queue,
      RequestListPages list,
      ExportPages exports,
      RequestPages requests,
      ItemPages items,
      DraftPages drafts,
      HastePages hastes,
      SplitPages splits,
      OverridePages overrides,
      UploadPages uploads,
      AnswerSheetPages sheets,
      ItemActs acts,
      TakeBackPages takeBacks,
      AnswerDraftPages answerDrafts,
      RestrictedPages restricted,
      RecheckSamplePages samples,
      ActForms forms) {}

  /** The acts on items. */
  record ActForms(
      ActForm answer,
      ActForm check,
      ActForm recheck,
      ActForm redraft,
      ActForm ruling,
      ActForm clarification,
      ActForm withdrawal,
      ActForm extension,
      ActForm hold,
      ActForm objection,
      ActForm objectionWithdrawal,
      ActForm objectionDecision) {}

  public static void add(RoutesConfig routes, RequestSide pages) {
    routes.get("/", pages.queue()::show, SIGNED_IN);
    routes.post("/queue/next", pages.queue()::next, HOLD_ITEMS);

    routes.get("/requests", pages.list()::list, VIEW_REQUESTS);
    routes.get("/exports/requests", pages.exports()::requests, VIEW_REQUESTS);
    routes.get("/exports/requests/{number}/items", pages.exports()::ofRequest, VIEW_REQUESTS);
    routes.get("/exports/drafts/{id}/rows", pages.exports()::ofDraft, VIEW_REQUESTS);
    routes.get("/exports/queue", pages.exports()::queue, VIEW_REQUESTS);
    routes.get("/exports/answer-drafts", pages.exports()::answerDrafts, ANSWER_ITEMS);
    routes.get("/requests/{number}", pages.requests()::show, VIEW_REQUESTS);
    routes.get("/requests/{number}/items/{ordinal}", pages.items()::show, VIEW_REQUESTS);
    routes.post(
        "/requests/{number}/acknowledgement", pages.requests()::acknowledge, ACKNOWLEDGE_REQUESTS);
    routes.post("/requests/{number}/messages", pages.requests()::write, WRITE_MESSAGES);
    routes.get("/requests/{number}/withdrawal", pages.requests()::askWithdrawal, WITHDRAW_REQUESTS);
    routes.post("/requests/{number}/withdrawal", pages.requests()::withdraw, WITHDRAW_REQUESTS);

    routes.post("/requests/{number}/showings", pages.restricted()::showRequest, SEE_RESTRICTED);
    routes.post("/drafts/{id}/showings", pages.restricted()::showDraft, SEE_RESTRICTED);
    routes.get("/drafts/{id}/findings", pages.restricted()::askFinding, DRAFT_REQUESTS);
    routes.post("/drafts/{id}/findings", pages.restricted()::writeFinding, DRAFT_REQUESTS);

    routes.get("/drafts/new", pages.drafts()::ask, DRAFT_REQUESTS);
    routes.post("/drafts", pages.drafts()::create, DRAFT_REQUESTS);
    routes.get("/drafts/{id}", pages.drafts()::show, VIEW_REQUESTS);
    routes.get("/drafts/{id}/edit", pages.drafts()::askChange, DRAFT_REQUESTS);
    routes.post("/drafts/{id}", pages.drafts()::change, DRAFT_REQUESTS);
    routes.post("/drafts/{id}/rows", pages.drafts()::turn, DRAFT_REQUESTS);
    routes.post("/drafts/{id}/submission", pages.drafts()::submit, DRAFT_REQUESTS);
    routes.post("/drafts/{id}/discarding", pages.drafts()::discard, DRAFT_REQUESTS);
    routes.post("/drafts/{id}/discarding/end", pages.drafts()::restore, DRAFT_REQUESTS);
    routes.post("/drafts/{id}/return", pages.drafts()::giveBack, SEND_REQUESTS);
    routes.post("/drafts/{id}/sending", pages.drafts()::send, SEND_REQUESTS);
    routes.post("/drafts/{id}/notice", pages.drafts()::announce, SEND_REQUESTS);
    routes.post("/drafts/{id}/hasty-sending", pages.drafts()::sendInHaste, SEND_IN_HASTE);
    routes.get("/sendings", pages.hastes()::list, SEND_REQUESTS);
    routes.post("/requests/{number}/confirmation", pages.hastes()::confirm, SEND_REQUESTS);

    routes.post("/drafts/{id}/overrides", pages.overrides()::give, DRAFT_REQUESTS);
    routes.post("/drafts/{id}/overrides/end", pages.overrides()::takeBack, DRAFT_REQUESTS);

    routes.post("/drafts/{id}/uploads", pages.uploads()::upload, DRAFT_REQUESTS, Body.FILE);
    routes.get("/drafts/{id}/uploads/{upload}", pages.uploads()::ask, DRAFT_REQUESTS);
    routes.post("/drafts/{id}/uploads/{upload}", pages.uploads()::map, DRAFT_REQUESTS);

    routes.post("/drafts/{id}/splits", pages.splits()::split, DRAFT_REQUESTS);
    routes.post("/drafts/{id}/transfers", pages.splits()::transfer, DRAFT_REQUESTS);
    routes.post("/drafts/{id}/block-lists", pages.splits()::handOver, DRAFT_REQUESTS);
    routes.get("/drafts/{id}/block-lists/{list}", pages.splits()::blockList, DRAFT_REQUESTS);

    routes.get("/recheck-samples", pages.samples()::list, VIEW_SAMPLES);
    routes.get("/recheck-samples/{sample}", pages.samples()::show, VIEW_SAMPLES);

    routes.get("/answer-sheets/new", pages.sheets()::start, ANSWER_ITEMS);
    routes.get("/answer-sheets/open", pages.sheets()::open, ANSWER_ITEMS);
    routes.post("/answer-sheets", pages.sheets()::upload, ANSWER_ITEMS, Body.FILE);
    routes.get("/answer-sheets/{sheet}", pages.sheets()::show, ANSWER_ITEMS);
    routes.post("/answer-sheets/{sheet}", pages.sheets()::run, ANSWER_ITEMS);
    routes.get("/answer-sheets/{sheet}/result", pages.sheets()::result, ANSWER_ITEMS);

    act(routes, "/answers", pages, pages.forms().answer(), ANSWER_ITEMS);
    routes.get("/answers/{event}/take-back", pages.takeBacks()::ask, ANSWER_ITEMS);
    routes.post("/answers/{event}/take-back", pages.takeBacks()::submit, ANSWER_ITEMS);
    routes.get("/answer-drafts", pages.answerDrafts()::list, ANSWER_ITEMS);
    routes.post("/answer-drafts/releases", pages.answerDrafts()::release, RELEASE_ANSWERS);
    routes.post("/answer-drafts/returns", pages.answerDrafts()::giveBack, RELEASE_ANSWERS);
    routes.get("/answer-drafts/removals/new", pages.answerDrafts()::askRemoval, ANSWER_ITEMS);
    routes.post("/answer-drafts/removals", pages.answerDrafts()::remove, ANSWER_ITEMS);
    act(routes, "/checks", pages, pages.forms().check(), CHECK_ITEMS);
    act(routes, "/rechecks", pages, pages.forms().recheck(), CHECK_ITEMS);
    act(routes, "/reappearances", pages, pages.forms().redraft(), DRAFT_REQUESTS);
    act(routes, "/rulings", pages, pages.forms().ruling(), RULE_ON_REFUSALS);
    act(routes, "/clarifications", pages, pages.forms().clarification(), REPLY_TO_CLARIFICATIONS);
    act(routes, "/withdrawals", pages, pages.forms().withdrawal(), WITHDRAW_REQUESTS);
    act(routes, "/extensions", pages, pages.forms().extension(), GIVE_TIME);
    act(routes, "/objections", pages, pages.forms().objection(), ANSWER_ITEMS);
    act(
        routes,
        "/objections/withdrawals",
        pages,
        pages.forms().objectionWithdrawal(),
        ANSWER_ITEMS);
    act(
        routes,
        "/objections/decisions",
        pages,
        pages.forms().objectionDecision(),
        RULE_ON_REFUSALS);
    act(routes, "/holds", pages, pages.forms().hold(), HOLD_ITEMS);
  }

  private static void act(
      RoutesConfig routes, String path, RequestSide pages, ActForm form, Permission permission) {
    routes.get(path + "/new", ctx -> pages.acts().ask(ctx, form), permission);
    routes.post(path, ctx -> pages.acts().submit(ctx, form), permission);
  }
}

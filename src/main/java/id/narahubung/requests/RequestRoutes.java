package id.narahubung.requests;

import static id.narahubung.access.Permission.ACKNOWLEDGE_REQUESTS;
import static id.narahubung.access.Permission.ANSWER_ITEMS;
import static id.narahubung.access.Permission.CHECK_ITEMS;
import static id.narahubung.access.Permission.DRAFT_REQUESTS;
import static id.narahubung.access.Permission.REPLY_TO_CLARIFICATIONS;
import static id.narahubung.access.Permission.RULE_ON_REFUSALS;
import static id.narahubung.access.Permission.SEND_REQUESTS;
import static id.narahubung.access.Permission.SIGNED_IN;
import static id.narahubung.access.Permission.VIEW_REQUESTS;
import static id.narahubung.access.Permission.WITHDRAW_REQUESTS;
import static id.narahubung.access.Permission.WRITE_MESSAGES;

import io.javalin.config.RoutesConfig;

/** Every address of requests, drafts and items, with the permission it takes. */
public final class RequestRoutes {

  private RequestRoutes() {}

  /** The pages behind the routes. */
  public record RequestSide(
      QueuePages queue,
      RequestListPages list,
      RequestPages requests,
      ItemPages items,
      DraftPages drafts,
      AnswerPages answers,
      FindingPages findings) {}

  public static void add(RoutesConfig routes, RequestSide pages) {
    routes.get("/", pages.queue()::show, SIGNED_IN);

    routes.get("/requests", pages.list()::list, VIEW_REQUESTS);
    routes.get("/requests/{number}", pages.requests()::show, VIEW_REQUESTS);
    routes.get("/requests/{number}/items/{ordinal}", pages.items()::show, VIEW_REQUESTS);
    routes.post(
        "/requests/{number}/acknowledgement", pages.requests()::acknowledge, ACKNOWLEDGE_REQUESTS);
    routes.post("/requests/{number}/messages", pages.requests()::write, WRITE_MESSAGES);
    routes.get("/requests/{number}/withdrawal", pages.requests()::askWithdrawal, WITHDRAW_REQUESTS);
    routes.post("/requests/{number}/withdrawal", pages.requests()::withdraw, WITHDRAW_REQUESTS);

    routes.get("/drafts/new", pages.drafts()::ask, DRAFT_REQUESTS);
    routes.post("/drafts", pages.drafts()::create, DRAFT_REQUESTS);
    routes.get("/drafts/{id}", pages.drafts()::show, VIEW_REQUESTS);
    routes.get("/drafts/{id}/edit", pages.drafts()::askChange, DRAFT_REQUESTS);
    routes.post("/drafts/{id}", pages.drafts()::change, DRAFT_REQUESTS);
    routes.post("/drafts/{id}/submission", pages.drafts()::submit, DRAFT_REQUESTS);
    routes.post("/drafts/{id}/return", pages.drafts()::giveBack, SEND_REQUESTS);
    routes.post("/drafts/{id}/sending", pages.drafts()::send, SEND_REQUESTS);

    routes.get("/answers/new", pages.answers()::ask, ANSWER_ITEMS);
    routes.post("/answers", pages.answers()::save, ANSWER_ITEMS);
    routes.get("/checks/new", pages.findings()::askCheck, CHECK_ITEMS);
    routes.post("/checks", pages.findings()::check, CHECK_ITEMS);
    routes.get("/rulings/new", pages.findings()::askRuling, RULE_ON_REFUSALS);
    routes.post("/rulings", pages.findings()::rule, RULE_ON_REFUSALS);
    routes.get("/clarifications/new", pages.findings()::askReply, REPLY_TO_CLARIFICATIONS);
    routes.post("/clarifications", pages.findings()::reply, REPLY_TO_CLARIFICATIONS);
    routes.get("/withdrawals/new", pages.findings()::askWithdrawal, WITHDRAW_REQUESTS);
    routes.post("/withdrawals", pages.findings()::withdraw, WITHDRAW_REQUESTS);
  }
}

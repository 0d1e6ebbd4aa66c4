package id.narahubung.requests;

import static id.narahubung.access.Permission.ANSWER_ITEMS;
import static id.narahubung.access.Permission.CHECK_ITEMS;
import static id.narahubung.access.Permission.DRAFT_REQUESTS;
import static id.narahubung.access.Permission.REPLY_TO_CLARIFICATIONS;
import static id.narahubung.access.Permission.RULE_ON_REFUSALS;
import static id.narahubung.access.Permission.SEND_REQUESTS;
import static id.narahubung.access.Permission.VIEW_REQUESTS;

import id.narahubung.access.Permission;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.requests.QueueStore.Slice;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a queue can show: its name in the address, which rows, and what one does with them. */
enum QueueShow {
  LATE(Side.COMPANY, "late", ANSWER_ITEMS, "answer", "/answers/new"),
  SOON(Side.COMPANY, "soon", ANSWER_ITEMS, "answer", "/answers/new"),
  OPEN(Side.COMPANY, "", ANSWER_ITEMS, "answer", "/answers/new"),
  THEIRS(Side.COMPANY, "", ANSWER_ITEMS, "answer", "/answers/new"),
  APPROVE(Side.MINISTRY, "", SEND_REQUESTS, "", ""),
  CLARIFY(Side.MINISTRY, "soon", REPLY_TO_CLARIFICATIONS, "clarify", "/clarifications/new"),
  CHECK(Side.MINISTRY, "", CHECK_ITEMS, "check", "/checks/new"),
  RECHECK(Side.MINISTRY, "", CHECK_ITEMS, "recheck", "/rechecks/new"),
  REAPPEARED(Side.MINISTRY, "late", DRAFT_REQUESTS, "redraft", "/reappearances/new"),
  DECIDE(Side.MINISTRY, "", RULE_ON_REFUSALS, "rule", "/rulings/new"),
  OBJECTIONS(
      Side.MINISTRY, "soon", RULE_ON_REFUSALS, "decide_objection", "/objections/decisions/new"),
  DRAFTS(Side.MINISTRY, "", DRAFT_REQUESTS, "", ""),
  COMPANIES(Side.MINISTRY, "", VIEW_REQUESTS, "", "");

  private final Side side;
  private final String css;
  private final Permission permission;
  private final String choose;
  private final String action;

  QueueShow(Side side, String css, Permission permission, String choose, String action) {
    this.side = side;
    this.css = css;
    this.permission = permission;
    this.choose = choose;
    this.action = action;
  }

  /** The one of an address's name, where it is of the viewer's queue. */
  static Optional<QueueShow> find(String name, PersonViewer viewer) {
    return of(viewer).stream().filter(each -> each.code().equals(name)).findFirst();
  }

  /** Those of a person's queue. */
  static List<QueueShow> of(PersonViewer viewer) {
    return Arrays.stream(values()).filter(each -> each.isFor(viewer)).toList();
  }

  boolean isFor(PersonViewer viewer) {
    return side == viewer.side() && (viewer.may(permission) || side == Side.COMPANY);
  }

  /** The drafts it shows; none where it shows items. */
  Optional<RequestState> drafts() {
    return switch (this) {
      case APPROVE -> Optional.of(RequestState.AWAITING_APPROVAL);
      case DRAFTS -> Optional.of(RequestState.DRAFT);
      case LATE,
          SOON,
          OPEN,
          THEIRS,
          CLARIFY,
          CHECK,
          RECHECK,
          REAPPEARED,
          DECIDE,
          OBJECTIONS,
          COMPANIES ->
          Optional.empty();
    };
  }

  String code() {
    return Wording.lower(this);
  }

  Side side() {
    return side;
  }

  String css() {
    return css;
  }

  Permission permission() {
    return permission;
  }

  /** The end of the key of the button that goes on with chosen rows; empty where there is none. */
  String choose() {
    return choose;
  }

  String action() {
    return action;
  }

  /** Whether its items wait for this side: then one can take them, and work through them. */
  boolean isOwnWork() {
    return switch (this) {
      case LATE, SOON, OPEN, CLARIFY, CHECK, RECHECK, DECIDE -> true;
      case THEIRS, COMPANIES, REAPPEARED, OBJECTIONS, APPROVE, DRAFTS -> false;
    };
  }

  /** The items it shows; none where it shows drafts. */
  Optional<Slice> slice(Instant now) {
    return switch (this) {
      case LATE -> Optional.of(Slice.late(now));
      case SOON -> Optional.of(Slice.soon(now));
      case OPEN, COMPANIES -> Optional.of(Slice.of(Standing.OPEN));
      case THEIRS -> Optional.of(Slice.of(Standing.ASKED, Standing.CLAIMED, Standing.CONTESTED));
      case CLARIFY -> Optional.of(Slice.of(Standing.ASKED));
      case CHECK -> Optional.of(Slice.of(Standing.CLAIMED));
      case RECHECK -> Optional.of(Slice.rechecks(now));
      case REAPPEARED -> Optional.of(Slice.reappeared());
      case DECIDE -> Optional.of(Slice.of(Standing.CONTESTED));
      case OBJECTIONS -> Optional.of(Slice.objections());
      case APPROVE, DRAFTS -> Optional.empty();
    };
  }
}

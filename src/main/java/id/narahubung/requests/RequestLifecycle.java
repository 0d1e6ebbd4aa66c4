package id.narahubung.requests;

import static id.narahubung.requests.RequestAction.ACKNOWLEDGE;
import static id.narahubung.requests.RequestAction.DISCARD;
import static id.narahubung.requests.RequestAction.EDIT;
import static id.narahubung.requests.RequestAction.RESTORE;
import static id.narahubung.requests.RequestAction.RETURN;
import static id.narahubung.requests.RequestAction.SEND;
import static id.narahubung.requests.RequestAction.SUBMIT;
import static id.narahubung.requests.RequestAction.WITHDRAW;
import static id.narahubung.requests.RequestAction.WRITE;
import static id.narahubung.requests.Stage.AWAITING_APPROVAL;
import static id.narahubung.requests.Stage.DISCARDED;
import static id.narahubung.requests.Stage.DRAFT;
import static id.narahubung.requests.Stage.SENT;
import static id.narahubung.requests.Stage.WITHDRAWN;

import id.narahubung.access.RuleBroken;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What may be done to a request in which stage, and where it leads. The only place that knows. */
public final class RequestLifecycle {

  private static final Map<Stage, Map<RequestAction, Stage>> STEPS =
      Map.of(
          DRAFT, Map.of(EDIT, DRAFT, SUBMIT, AWAITING_APPROVAL, DISCARD, DISCARDED),
          AWAITING_APPROVAL, Map.of(RETURN, DRAFT, SEND, SENT, WRITE, AWAITING_APPROVAL),
          DISCARDED, Map.of(RESTORE, DRAFT),
          SENT, Map.of(ACKNOWLEDGE, SENT, WRITE, SENT, WITHDRAW, WITHDRAWN),
          WITHDRAWN, Map.of(WRITE, WITHDRAWN));

  private RequestLifecycle() {}

  /** The stage an action leads to; refused where the stage does not allow it. */
  public static Stage after(Stage from, RequestAction action) {
    return next(from, action)
        .orElseThrow(() -> new RuleBroken("request.refused." + code(action), code(from)));
  }

  public static boolean allows(Stage from, RequestAction action) {
    return next(from, action).isPresent();
  }

  private static Optional<Stage> next(Stage from, RequestAction action) {
    return Optional.ofNullable(
        STEPS.getOrDefault(from, new EnumMap<>(RequestAction.class)).get(action));
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT);
  }
}

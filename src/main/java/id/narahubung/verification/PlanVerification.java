package id.narahubung.verification;

import id.narahubung.access.BadInput;
import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.commitments.CommitmentStore;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.platforms.Platform;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.RequestStore;
import id.narahubung.requests.TakedownRequest;
import id.narahubung.rules.CheckMethod;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Plans a step for a day, from a platform, a request, a commitment, a decision, or a step that is
 * repeated, and gives its number; one that repeats a sample has its list. Refused when the viewer
 * may not, for a day that is past, for a method the rules do not have, for a re-check of nothing,
 * for an officer who may not record it, and from what is another platform's.
 */
public final class PlanVerification {

  private final VerificationStore steps;
  private final VerificationActStore store;
  private final VerificationActs acts;
  private final RequestStore requests;
  private final CommitmentStore commitments;
  private final PlatformStore platforms;
  private final RuleStore rules;
  private final CloseList close;

  /** What a step is planned from, and by. */
  record Stores(
      RequestStore requests,
      CommitmentStore commitments,
      PlatformStore platforms,
      RuleStore rules) {}

  PlanVerification(
      VerificationStore steps,
      VerificationActStore store,
      VerificationActs acts,
      Stores stores,
      CloseList close) {
    this.steps = steps;
    this.store = store;
    this.acts = acts;
    this.requests = stores.requests();
    this.commitments = stores.commitments();
    this.platforms = stores.platforms();
    this.rules = stores.rules();
    this.close = close;
  }

  public String run(Tx tx, UUID act, PlanGiven given) {
    tx.viewer().require(Permission.RECORD_VERIFICATIONS);
    Platform platform = platforms.fetch(tx, given.from().platformId());
    RuleSet set = rules.inForce(tx);
    CheckMethod method =
        set.findCheckMethod(given.methodCode()).orElseThrow(() -> new BadInput("no such method"));
    if (method.form() == CheckMethod.Form.RECHECK && given.from().again().isEmpty()) {
      throw new RuleBroken("verification.refused.again");
    }
    require(tx, given.when());
    Optional<TakedownRequest> request =
        given.from().request().map(number -> requests.fetch(tx, number));
    Optional<VerificationStep> again = given.from().again().map(number -> steps.fetch(tx, number));
    if (request.filter(each -> each.content().platformId() != platform.id()).isPresent()
        || given
            .from()
            .commitment()
            .map(id -> commitments.fetch(tx, id))
            .filter(each -> each.of().platformId() != platform.id())
            .isPresent()
        || given
            .from()
            .decision()
            .map(id -> steps.decision(tx, Long.toString(id)))
            .filter(each -> each.platformId() != platform.id())
            .isPresent()
        || again.filter(each -> each.of().platformId() != platform.id()).isPresent()) {
      throw new BadInput("of another platform");
    }
    String number = store.number(tx);
    long event =
        acts.tell(
            tx,
            act,
            EventKind.VERIFICATION_PLANNED,
            Permission.RECORD_VERIFICATIONS,
            platform.companyId(),
            number,
            Map.of(
                "method",
                given.methodCode(),
                "day",
                given.when().on().toString(),
                "person",
                given.when().officer()));
    store.insert(
        tx,
        event,
        new VerificationActStore.New(
            number,
            platform.companyId(),
            set.id(),
            given.from().commitment(),
            request.map(TakedownRequest::id),
            again.map(VerificationStep::id)),
        given);
    if (CloseList.isSampled(method)) {
      close.repeat(tx, Act.part(act, "list"), steps.fetch(tx, number));
    }
    return number;
  }

  /** Moves a step that was not carried out yet to another day, place or officer. */
  void change(Tx tx, UUID act, String number, int version, PlanGiven.When when) {
    VerificationStep step = steps.lock(tx, number, Permission.RECORD_VERIFICATIONS);
    step.requireOpen(version);
    if (step.stage() != VerificationStage.PLANNED) {
      throw new RuleBroken("verification.refused.recorded");
    }
    require(tx, when);
    acts.tell(
        tx,
        act,
        EventKind.VERIFICATION_MOVED,
        Permission.RECORD_VERIFICATIONS,
        step.of().companyId(),
        number,
        when.officer() == step.plan().officerId()
            ? Map.of("day", when.on().toString(), "person", when.officer())
            : Map.of(
                "day",
                when.on().toString(),
                "person",
                when.officer(),
                "was",
                step.plan().officerId()));
    store.plan(tx, step, when);
  }

  private void require(Tx tx, PlanGiven.When when) {
    if (when.on().isBefore(VerificationActs.today(tx))) {
      throw new RuleBroken("verification.refused.past");
    }
    if (steps.officers(tx).stream().noneMatch(each -> each.id() == when.officer())) {
      throw new RuleBroken("verification.refused.officer");
    }
  }
}

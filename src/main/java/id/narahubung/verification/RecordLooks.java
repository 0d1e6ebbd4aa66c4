package id.narahubung.verification;

import id.narahubung.access.BadInput;
import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.verification.Entry.Found;
import id.narahubung.verification.Entry.Seen;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Records how some of those drawn were found; what was recorded before is corrected by it, and
 * stays as a look of its own. Refused when the viewer may not, once the step is over, before the
 * draw, for what was not drawn, for what somebody else looked at meanwhile, and when nothing is
 * told.
 */
public final class RecordLooks {

  private final VerificationStore steps;
  private final VerificationActStore store;
  private final SampleStore samples;
  private final VerificationActs acts;

  RecordLooks(
      VerificationStore steps,
      VerificationActStore store,
      SampleStore samples,
      VerificationActs acts) {
    this.steps = steps;
    this.store = store;
    this.samples = samples;
    this.acts = acts;
  }

  public void run(Tx tx, UUID act, String number, List<Found> found, Seen seen) {
    VerificationStep step = steps.lock(tx, number, Permission.RECORD_VERIFICATIONS);
    step.requireOpen();
    if (samples.find(tx, step).flatMap(Sample::drawn).isEmpty()) {
      throw new RuleBroken("sample.refused.not_drawn");
    }
    if (found.isEmpty()) {
      throw new RuleBroken("sample.refused.nothing");
    }
    Map<Integer, Entry> drawn =
        samples.toLook(tx, step).stream()
            .collect(Collectors.toMap(Entry::ordinal, Function.identity()));
    for (Found each : found) {
      Entry entry = drawn.get(each.ordinal());
      if (entry == null) {
        throw new BadInput("was not drawn");
      }
      if (entry.looks() != each.looks()) {
        throw new RuleBroken("sample.refused.looked", entry.number());
      }
    }
    long event =
        acts.tell(
            tx,
            act,
            EventKind.VERIFICATION_LOOKED,
            Permission.RECORD_VERIFICATIONS,
            step.of().companyId(),
            number,
            Map.of("items", found.size()));
    samples.look(tx, event, step, found, seen);
    store.look(tx, event, step, VerificationActs.today(tx));
  }
}

package id.narahubung.verification;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.sampling.Draw;
import id.narahubung.sampling.SampleSize;
import id.narahubung.sampling.ToProve;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Draws a sample from a list that is closed; only now there is a seed. Refused when the viewer may
 * not, once the step is over, before the list is closed, a second time, for more than there are,
 * and for so few that they would prove nothing even without a failure.
 */
public final class DrawSample {

  private final VerificationStore steps;
  private final VerificationActStore store;
  private final SampleStore samples;
  private final VerificationActs acts;
  private final Supplier<UUID> random;

  DrawSample(
      VerificationStore steps,
      VerificationActStore store,
      SampleStore samples,
      VerificationActs acts,
      Supplier<UUID> random) {
    this.steps = steps;
    this.store = store;
    this.samples = samples;
    this.acts = acts;
    this.random = random;
  }

  public void run(Tx tx, UUID act, String number, ToProve proof, int n) {
    VerificationStep step = steps.lock(tx, number, Permission.RECORD_VERIFICATIONS);
    step.requireOpen();
    Sample sample =
        samples.find(tx, step).orElseThrow(() -> new RuleBroken("sample.refused.not_closed"));
    if (sample.drawn().isPresent()) {
      throw new RuleBroken("sample.refused.drawn");
    }
    SampleSize size =
        sample.size() == 0 ? new SampleSize(0, 0, true) : SampleSize.of(proof, sample.size(), n);
    List<Draw.Entry> list =
        samples.atRandom(tx, step).stream()
            .map(entry -> new Draw.Entry(entry.number(), entry.stratum()))
            .toList();
    Map<String, Integer> quotas =
        list.isEmpty() ? Map.of() : Draw.quotas(sample.strata(), size.n());
    UUID seed = random.get();
    long event =
        acts.tell(
            tx,
            act,
            EventKind.VERIFICATION_DRAWN,
            Permission.RECORD_VERIFICATIONS,
            step.of().companyId(),
            number,
            Map.of(
                "population",
                sample.size(),
                "items",
                size.n(),
                "bound",
                proof.percent().toPlainString(),
                "confidence",
                proof.confidence().percent(),
                "seed",
                seed.toString()));
    samples.draw(
        tx,
        event,
        step,
        proof,
        size,
        seed,
        sample.strata(),
        quotas,
        Draw.run(seed, list, quotas).stream().map(Draw.Entry::number).toList());
    store.touch(tx, step);
    store.keepHand(tx, event, step);
  }
}

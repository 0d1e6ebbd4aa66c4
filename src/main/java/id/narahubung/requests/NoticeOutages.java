package id.narahubung.requests;

import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Gives an instance's sign of life; where no instance had given one for longer than five minutes,
 * the stretch since then becomes an outage, once. Nobody enters one by hand.
 */
public final class NoticeOutages {

  /** How often each instance gives a sign of life: several fit into the longest silence. */
  public static final Duration EVERY = Duration.ofMinutes(1);

  static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

  private final OutageStore outages;
  private final Ledger ledger;
  private final Supplier<UUID> acts;

  public NoticeOutages(OutageStore outages, Ledger ledger, Supplier<UUID> acts) {
    this.outages = outages;
    this.ledger = ledger;
    this.acts = acts;
  }

  /** A first sign of life: nobody was to give one before, and what lies before it is no outage. */
  public void begin(Tx tx, UUID instance) {
    outages.beat(tx, instance, LONGEST_SILENCE);
  }

  /** Gives the id of the outage that was noticed. */
  public Optional<Long> run(Tx tx, UUID instance) {
    return outages
        .beat(tx, instance, LONGEST_SILENCE)
        .map(
            outage ->
                outages.insert(
                    tx,
                    ledger.add(
                        tx,
                        Act.of(acts.get(), EventKind.OUTAGE_NOTICED, "system", Share.MINISTRY)
                            .with("seconds", outage.length().toSeconds())),
                    outage));
  }
}

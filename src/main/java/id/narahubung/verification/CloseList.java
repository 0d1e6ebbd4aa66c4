package id.narahubung.verification;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.evidence.ReceivedFile;
import id.narahubung.ledger.EventKind;
import id.narahubung.rules.CheckMethod;
import id.narahubung.rules.RuleStore;
import id.narahubung.verification.Entry.Listed;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Closes the list that a sample is drawn from: the answered items of some requests, addresses that
 * were pasted, uploaded or sent as evidence, or the list of the step that is repeated. Refused when
 * the viewer may not, once the step is over, for a method that draws no sample, a second time, when
 * nothing is on the list, when there is too much, and when it is another than was read.
 */
public final class CloseList {

  static final int MOST = 20_000;

  private static final int SEAL_LENGTH = 32;

  private final VerificationStore steps;
  private final VerificationActStore store;
  private final SampleStore samples;
  private final VerificationActs acts;
  private final RuleStore rules;

  CloseList(
      VerificationStore steps,
      VerificationActStore store,
      SampleStore samples,
      VerificationActs acts,
      RuleStore rules) {
    this.steps = steps;
    this.store = store;
    this.samples = samples;
    this.acts = acts;
    this.rules = rules;
  }

  /** Whether a step by this method may draw a sample. */
  static boolean isSampled(CheckMethod method) {
    return method.form() == CheckMethod.Form.SAMPLE || method.form() == CheckMethod.Form.RECHECK;
  }

  /** Closes the list of the answered items of these requests. */
  public void ofRequests(Tx tx, UUID act, String number, Collection<String> requests) {
    ofRequests(tx, act, number, requests, Optional.empty());
  }

  /** The same of the list that somebody read, by its seal. */
  void ofRequests(
      Tx tx, UUID act, String number, Collection<String> requests, Optional<String> read) {
    VerificationStep step = lock(tx, number);
    List<Listed> list = answered(tx, step, requests);
    choose(tx, act, step, Sample.Source.ITEMS, Optional.empty(), list, read);
  }

  /** Closes a list of addresses, each once. */
  public void ofAddresses(Tx tx, UUID act, String number, Collection<String> addresses) {
    ofAddresses(tx, act, number, addresses, Optional.empty(), Optional.empty());
  }

  /**
   * The same of a file, or a promise, that the addresses were read from; and of the list that
   * somebody read, by its seal.
   */
  void ofAddresses(
      Tx tx,
      UUID act,
      String number,
      Collection<String> addresses,
      Optional<Sample.Origin> origin,
      Optional<String> read) {
    VerificationStep step = lock(tx, number);
    choose(tx, act, step, Sample.Source.ADDRESSES, origin, listed(addresses), read);
  }

  /** Refuses where no list can be closed, before anything is kept for it. */
  void require(Tx tx, String number) {
    lock(tx, number);
  }

  /** What would be listed of the answered items of these requests. */
  List<Listed> answered(Tx tx, VerificationStep step, Collection<String> requests) {
    return samples.answered(tx, step.of().platformId(), requests, MOST + 1);
  }

  /** What would be listed again. */
  List<Listed> listedBefore(Tx tx, VerificationStep step) {
    return step.again().map(again -> samples.listOf(tx, again)).orElse(List.of());
  }

  /** Names a list, so that what was read is what is closed. */
  static String seal(List<Listed> list) {
    String all =
        list.stream()
            .map(
                each ->
                    String.join(
                        "\t",
                        each.number(),
                        each.answerId().map(String::valueOf).orElse(""),
                        each.stratum(),
                        each.address()))
            .collect(Collectors.joining("\n"));
    return list.size()
        + "-"
        + ReceivedFile.sha256(all.getBytes(StandardCharsets.UTF_8)).substring(0, SEAL_LENGTH);
  }

  /** What would be listed of these addresses: each once. */
  static List<Listed> listed(Collection<String> addresses) {
    List<String> once = addresses.stream().distinct().toList();
    return IntStream.range(0, once.size())
        .mapToObj(
            at ->
                new Listed(
                    String.format(Locale.ROOT, "%05d", at + 1),
                    Optional.empty(),
                    Optional.empty(),
                    once.get(at),
                    "addresses",
                    false))
        .toList();
  }

  /**
   * Closes the same list as the step that is repeated: what was drawn from once is not chosen anew.
   */
  void again(Tx tx, UUID act, String number, Optional<String> read) {
    VerificationStep step = lock(tx, number);
    repeat(tx, act, step, listedBefore(tx, step), read);
  }

  /** The same of a step that was just planned, where what it repeats had a list. */
  void repeat(Tx tx, UUID act, VerificationStep step) {
    List<Listed> list = listedBefore(tx, step);
    if (!list.isEmpty()) {
      repeat(tx, act, step, list, Optional.empty());
    }
  }

  private void repeat(
      Tx tx, UUID act, VerificationStep step, List<Listed> list, Optional<String> read) {
    close(
        tx,
        act,
        step,
        list.stream().anyMatch(each -> each.itemId().isPresent())
            ? Sample.Source.ITEMS
            : Sample.Source.ADDRESSES,
        Optional.empty(),
        list,
        read);
  }

  /** Whoever chooses what is looked at has a hand in what is found. */
  private long choose(
      Tx tx,
      UUID act,
      VerificationStep step,
      Sample.Source source,
      Optional<Sample.Origin> origin,
      List<Listed> list,
      Optional<String> read) {
    long event = close(tx, act, step, source, origin, list, read);
    store.keepHand(tx, event, step);
    return event;
  }

  private VerificationStep lock(Tx tx, String number) {
    VerificationStep step = steps.lock(tx, number, Permission.RECORD_VERIFICATIONS);
    step.requireOpen();
    if (!isSampled(rules.fetch(tx, step.ruleSetId()).checkMethod(step.methodCode()))) {
      throw new RuleBroken("sample.refused.method");
    }
    if (samples.find(tx, step).isPresent()) {
      throw new RuleBroken("sample.refused.closed");
    }
    return step;
  }

  private long close(
      Tx tx,
      UUID act,
      VerificationStep step,
      Sample.Source source,
      Optional<Sample.Origin> origin,
      List<Listed> list,
      Optional<String> read) {
    if (list.isEmpty()) {
      throw new RuleBroken("sample.refused.empty");
    }
    if (list.size() > MOST) {
      throw new RuleBroken("sample.refused.too_many", MOST);
    }
    if (read.filter(seal -> !seal.equals(seal(list))).isPresent()) {
      throw new RuleBroken("sample.refused.changed");
    }
    long event =
        acts.tell(
            tx,
            act,
            EventKind.VERIFICATION_LIST_CLOSED,
            Permission.RECORD_VERIFICATIONS,
            step.of().companyId(),
            step.number(),
            Map.of(
                "population", list.size(), "urgent", list.stream().filter(Listed::urgent).count()));
    samples.close(tx, event, step, source, origin, list);
    store.touch(tx, step);
    return event;
  }
}

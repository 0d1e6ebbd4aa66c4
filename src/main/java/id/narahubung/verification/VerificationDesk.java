package id.narahubung.verification;

import id.narahubung.commitments.CommitmentDesk;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.evidence.FilePages;
import id.narahubung.evidence.FileStore;
import id.narahubung.ledger.Ledger;
import id.narahubung.ledger.Once;
import id.narahubung.meetings.MeetingStore;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.QueueCounters;
import id.narahubung.requests.RequestDesk;
import id.narahubung.text.Words;
import id.narahubung.web.Pages;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The feature's parts, put together once: its store, its commands, its pages. */
public final class VerificationDesk {

  private final RequestDesk desk;
  private final CommitmentDesk commitments;
  private final SampleStore samples = new SampleStore();
  private final Supplier<UUID> random;
  private final VerificationStore steps = new VerificationStore();
  private final VerificationActStore store = new VerificationActStore();
  private final PopulationStore populations = new PopulationStore();
  private final DueStore due = new DueStore();
  private final VerificationListStore lists = new VerificationListStore();
  private final FollowStore follow = new FollowStore();
  private final VerificationFileStore files = new VerificationFileStore();
  private final FileStore stored = new FileStore();
  private final PlatformStore platforms = new PlatformStore();
  private final MeetingStore meetings = new MeetingStore();
  private final VerificationActs acts;
  private final Ledger ledger;

  public VerificationDesk(
      RequestDesk desk, CommitmentDesk commitments, Ledger ledger, Supplier<UUID> random) {
    this.desk = desk;
    this.commitments = commitments;
    this.ledger = ledger;
    this.random = random;
    this.acts = new VerificationActs(ledger);
  }

  public VerificationRoutes.VerificationSide pages(Database db, Pages pages, InstantSource clock) {
    Once once = new Once(db, ledger);
    SampleRead.Stores read =
        new SampleRead.Stores(steps, samples, populations, desk.items(), desk.rules());
    SamplePages samplePages =
        new SamplePages(db, pages, once, read, new SamplePages.Commands(draw(), look()), clock);
    return new VerificationRoutes.VerificationSide(
        new VerificationListPages(
            db,
            pages,
            new VerificationListPages.Stores(steps, lists, due, follow, platforms, desk.rules())),
        new VerificationPages(
            db,
            pages,
            new VerificationPages.Stores(
                steps,
                samples,
                new DrawingStore(),
                files,
                commitments.commitments(),
                meetings,
                follow,
                desk.rules())),
        new VerificationPlanPages(
            db,
            pages,
            once,
            new VerificationPlanPages.Stores(
                steps, desk.requests(), commitments.commitments(), platforms, desk.rules()),
            plan()),
        new MoveVerificationPages(db, pages, once, steps, plan()),
        new VerificationActPages(
            db,
            pages,
            once,
            new VerificationActPages.Stores(
                steps, samples, populations, commitments.commitments(), meetings, desk.rules()),
            new VerificationActPages.Commands(record(), conclude(), callOff())),
        samplePages,
        new PopulationPages(
            db,
            pages,
            steps,
            platforms,
            populations,
            files,
            stored,
            closeList(),
            addFiles(),
            samplePages),
        new FollowUpPages(
            db, pages, once, steps, follow, new PutFollowUpAside(steps, follow, acts)),
        new LookPages(db, pages, once, read, look(), clock),
        new VerificationFilePages(
            db,
            pages,
            once,
            steps,
            files,
            new FilePages(db, stored),
            addFiles(),
            new HandOutVerificationFile(files, ledger)));
  }

  /** What the queue of the ministry tells of them. */
  public QueueCounters counters() {
    return new VerificationCounters(lists, due, follow);
  }

  public VerificationStore steps() {
    return steps;
  }

  /** What steps counted, each in a sentence by its number. */
  public Map<String, String> counted(Tx tx, Words words, Collection<String> numbers) {
    VerificationWording wording = new VerificationWording(words);
    return steps.counted(tx, numbers).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> wording.counted(each.getValue())));
  }

  /** Those that a step's sample has to look at, in that order. */
  public List<Entry> toLook(Tx tx, String number) {
    return samples.toLook(tx, steps.fetch(tx, number));
  }

  public PlanVerification plan() {
    return new PlanVerification(
        steps,
        store,
        acts,
        new PlanVerification.Stores(
            desk.requests(), commitments.commitments(), platforms, desk.rules()),
        closeList());
  }

  public RecordVerification record() {
    return new RecordVerification(steps, store, acts, desk.rules(), addFiles());
  }

  public AddVerificationFiles addFiles() {
    return new AddVerificationFiles(steps, store, files, stored, acts);
  }

  public ConcludeVerification conclude() {
    return new ConcludeVerification(
        steps,
        store,
        acts,
        desk.rules(),
        samples,
        populations,
        new SettleSample(samples, desk.items(), desk.facts(), desk.check(), desk.acceptOnSample()),
        commitments.commitments(),
        commitments.recordFinding(),
        meetings);
  }

  public CloseList closeList() {
    return new CloseList(steps, store, samples, acts, desk.rules());
  }

  public DrawSample draw() {
    return new DrawSample(steps, store, samples, acts, random);
  }

  public RecordLooks look() {
    return new RecordLooks(steps, store, samples, acts);
  }

  public CallOffVerification callOff() {
    return new CallOffVerification(steps, store, samples, acts);
  }
}

package id.narahubung.demo;

import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.commitments.CommitmentDesk;
import id.narahubung.data.Database;
import id.narahubung.decisions.DecisionDesk;
import id.narahubung.figures.Week;
import id.narahubung.ledger.Ledger;
import id.narahubung.letters.LetterDesk;
import id.narahubung.mail.MailStore;
import id.narahubung.notices.BundleNotices;
import id.narahubung.notices.ClockNotices;
import id.narahubung.notices.Letters;
import id.narahubung.notices.NoticeStore;
import id.narahubung.platforms.MakeOrganisation;
import id.narahubung.platforms.MakeOrganisation.NewOrganisation;
import id.narahubung.platforms.MakePlatform;
import id.narahubung.platforms.MakePlatform.NewPlatform;
import id.narahubung.platforms.Organisation;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.RequestDesk;
import id.narahubung.roster.RosterDesk;
import id.narahubung.status.SendingTime;
import id.narahubung.status.StatusDesk;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.verification.VerificationDesk;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Plays the whole story once: who there is, the case of 2018, and what runs today. */
final class Loader {

  /** The first act and the last: with both in the ledger the demonstration is whole. */
  static final UUID FIRST_ACT = new UUID(0x2018_0704_0000_4000L, 0x8000_0000_0000_0001L);

  static final UUID LAST_ACT = new UUID(0x2018_0704_0000_4000L, 0x8000_0000_0000_0002L);

  /** 2 July 2018, 09:00 WIB. */
  private static final Instant OPENING = Instant.parse("2018-07-02T02:00:00Z");

  /** From the second of July to the fifteenth. */
  private static final List<Week> WEEKS = List.of(Week.of("2018-W27"), Week.of("2018-W28"));

  /** Long enough ago that the sessions its first passwords began have ended. */
  private static final Duration KLIP_JOINED = Duration.ofDays(30);

  /** How long a supervisor who is away has lent the role. */
  private static final Duration LENT_FOR = Duration.ofDays(14);

  private final Database db;
  private final LoaderClock clock;
  private final Instant loading;
  private final Passphrases passwords;
  private final Accounts accounts;
  private final Supplier<UUID> acts;
  private final Texts texts = new Texts();
  private final Turns turns;
  private final MakeOrganisation makeOrganisation;
  private final MakePlatform makePlatform;
  private final RosterDesk roster;
  private final TikTok2018.Desks desks;
  private final StatusDesk status;

  Loader(
      Database db,
      LoaderClock clock,
      Ledger ledger,
      Accounts accounts,
      Passphrases passwords,
      Supplier<UUID> acts) {
    this.db = db;
    this.clock = clock;
    this.loading = clock.instant();
    this.passwords = passwords;
    this.accounts = accounts;
    this.acts = acts;
    PlatformStore platforms = new PlatformStore();
    this.makeOrganisation = new MakeOrganisation(platforms, ledger);
    this.makePlatform = new MakePlatform(platforms, ledger);
    this.roster = new RosterDesk(ledger);
    RequestDesk desk = new RequestDesk(ledger);
    CommitmentDesk commitments = new CommitmentDesk(desk.rules(), ledger);
    this.desks =
        new TikTok2018.Desks(
            commitments,
            new VerificationDesk(desk, commitments, ledger, acts),
            new DecisionDesk(desk, commitments.commitments(), ledger),
            roster,
            ledger);
    this.status =
        new StatusDesk(
            db,
            desk.rules(),
            ledger,
            new StatusDesk.Sending(
                new Messages(),
                URI.create("https://narahubung.example"),
                "narahubung.example",
                false,
                false,
                SendingTime.USUAL),
            acts);
    this.turns =
        new Turns(
            db, clock, desk, new LetterDesk(desk, ledger), accounts.lend(), acts, mail(db, acts));
  }

  /** Its addresses are nobody's: the mails are kept to be read, and none is ever sent. */
  private static Runnable mail(Database db, Supplier<UUID> acts) {
    NoticeStore notices = new NoticeStore();
    ClockNotices clockNotices = new ClockNotices(db, notices);
    BundleNotices bundles =
        new BundleNotices(
            db,
            notices,
            new MailStore(),
            new Letters(new Messages(), URI.create("https://narahubung.example")),
            acts,
            "narahubung.example",
            false);
    return () -> {
      clockNotices.run();
      bundles.run();
    };
  }

  void load() {
    clock.set(OPENING);
    Organisation ministry = organisation(FIRST_ACT, Side.MINISTRY, "ministry", Part.Body.MINISTRY);
    people(ministry, Part.Body.MINISTRY);
    Organisation bytedance =
        organisation(acts.get(), Side.COMPANY, "bytedance", Part.Body.BYTEDANCE);
    people(bytedance, Part.Body.BYTEDANCE);
    long tiktok =
        platform(
            bytedance,
            Part.Body.BYTEDANCE,
            "tiktok",
            List.of("tiktok.example", "www.tiktok.example"));
    new TikTok2018(turns, desks, texts).play(tiktok);
    tellTheWeeks();

    clock.set(loading.minus(KLIP_JOINED));
    Organisation company = organisation(acts.get(), Side.COMPANY, "klip", Part.Body.KLIP);
    people(company, Part.Body.KLIP);
    long klip =
        platform(company, Part.Body.KLIP, "klip", List.of("klip.example", "www.klip.example"));
    new KlipToday(turns, texts, loading).play(klip);
    new DutyToday(turns, roster, loading).play();
    turns.begin(loading);

    turns.lend(
        loading.minus(Duration.ofDays(1)),
        Part.SUPERVISOR_2,
        Part.OFFICER_2,
        loading.plus(LENT_FOR),
        texts.get("loan.reason"));
    turns.deliver(loading);

    clock.set(loading.minus(KLIP_JOINED));
    accounts.make(db, ministry, Part.AUDITOR, texts.get(nameOf(Part.AUDITOR)));
    accounts.setPassword(db, Part.AUDITOR, passwords.of(Part.AUDITOR), LAST_ACT);
  }

  /** The two weeks of the case, as they were sent on the Mondays after, and to the minister. */
  private void tellTheWeeks() {
    clock.set(SendingTime.USUAL.of(WEEKS.getFirst()));
    db.run(
        turns.person(Part.ADMINISTRATOR),
        tx ->
            status.addRecipient(
                tx,
                acts.get(),
                "kantor.menteri@kementerian.example",
                texts.get("status.office"),
                Language.ID));
    for (Week week : WEEKS) {
      clock.set(SendingTime.USUAL.of(week));
      status.freeze().one(week);
      status.tell().one(week);
    }
  }

  private Organisation organisation(UUID act, Side side, String name, Part.Body body) {
    NewOrganisation wanted =
        new NewOrganisation(
            side,
            texts.get("organisation." + name),
            Optional.empty(),
            Optional.empty(),
            body.language());
    return db.as(SystemViewer.CONSOLE, tx -> makeOrganisation.run(tx, act, wanted));
  }

  private long platform(Organisation company, Part.Body body, String name, List<String> hosts) {
    NewPlatform wanted =
        new NewPlatform(
            company,
            texts.get("platform." + name),
            body.zone(),
            LocalTime.of(8, 0),
            LocalTime.of(22, 0),
            hosts);
    return db.as(SystemViewer.CONSOLE, tx -> makePlatform.run(tx, acts.get(), wanted).id());
  }

  private void people(Organisation organisation, Part.Body body) {
    for (Part part : Arrays.asList(Part.values())) {
      if (part.body() == body && part != Part.AUDITOR) {
        PersonViewer person = accounts.make(db, organisation, part, texts.get(nameOf(part)));
        accounts.setPassword(db, part, passwords.of(part), acts.get());
        turns.cast(part, person);
      }
    }
  }

  private static String nameOf(Part part) {
    return "person." + part.email();
  }
}

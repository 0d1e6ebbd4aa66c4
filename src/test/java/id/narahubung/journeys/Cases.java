package id.narahubung.journeys;

import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.evidence.AddEvidence;
import id.narahubung.evidence.EvidenceStore;
import id.narahubung.evidence.FileFault;
import id.narahubung.evidence.FileStore;
import id.narahubung.evidence.ReceivedFile;
import id.narahubung.ledger.Ledger;
import id.narahubung.meetings.Meeting;
import id.narahubung.meetings.MeetingStore;
import id.narahubung.meetings.MendMinutes;
import id.narahubung.meetings.MinutesGiven;
import id.narahubung.meetings.SignMinutes;
import id.narahubung.meetings.WriteMinutes;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.AnswerGiven;
import id.narahubung.requests.CheckGiven;
import id.narahubung.requests.Item;
import id.narahubung.requests.ItemRef;
import id.narahubung.requests.Origin;
import id.narahubung.requests.RequestContent;
import id.narahubung.requests.RequestDesk;
import id.narahubung.requests.RequesterKind;
import id.narahubung.requests.RulingOutcome;
import id.narahubung.requests.SaveDraft;
import id.narahubung.requests.Scope;
import id.narahubung.requests.Surface;
import id.narahubung.requests.TakedownRequest;
import id.narahubung.requests.Verdict;
import id.narahubung.roster.AddShifts;
import id.narahubung.roster.Place;
import id.narahubung.roster.RosterDesk;
import id.narahubung.testing.Samples;
import id.narahubung.text.Words;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests brought to where a journey begins, by the commands of those who would do it. */
final class Cases {

  static final String SUBJECT = "Promosi judi daring yang menyasar anak sekolah";

  private final Database db;
  private final House house;
  private final RequestDesk desk = new RequestDesk(new Ledger());

  Cases(Database db, House house) {
    this.db = db;
    this.house = house;
  }

  /** A complete draft of the officer's with this pasted text. */
  long draft(String pasted) {
    long id = written(pasted);
    EvidenceStore evidence = new EvidenceStore();
    AddEvidence add = new AddEvidence(evidence, new FileStore(), new Ledger());
    try (ReceivedFile file =
        ReceivedFile.of(new ByteArrayInputStream(Samples.png(8, 8)), "tangkapan-layar.png")) {
      return db.as(
          house.viewer(House.OFFICER),
          tx -> {
            add.run(
                tx, UUID.randomUUID(), evidence.draft(tx, id), Optional.empty(), file, true, "");
            return id;
          });
    } catch (FileFault e) {
      throw new IllegalStateException(e);
    }
  }

  /** Puts somebody on duty around the clock from today, in the first place. */
  void onDuty(String keeper, String who) {
    AddShifts add = new RosterDesk(new Ledger()).add();
    db.run(
        house.viewer(keeper),
        tx -> {
          LocalDate today = LocalDate.ofInstant(tx.now(), Words.WIB);
          add.run(
              tx,
              UUID.randomUUID(),
              new AddShifts.NewShifts(
                  house.viewer(who).personId(),
                  Place.FIRST,
                  List.of(today, today.plusDays(1)),
                  LocalTime.of(8, 0),
                  LocalTime.of(8, 0),
                  "+62 21 555 0117"));
        });
  }

  /** A meeting whose minutes the ministry signed and mended since. */
  long met() {
    MeetingStore meetings = new MeetingStore();
    Ledger ledger = new Ledger();
    Meeting.Text said =
        new Meeting.Text(
            "Pembersihan konten dan jumlah moderator",
            "direktur jenderal\ndua petugas",
            "narahubung\nkepala kebijakan",
            "Konten yang dilaporkan dibersihkan dalam tujuh hari.");
    return db.as(
        house.viewer(House.SUPERVISOR),
        tx -> {
          long meeting =
              new WriteMinutes(new PlatformStore(), meetings, ledger)
                  .run(
                      tx,
                      UUID.randomUUID(),
                      house.platform().id(),
                      new MinutesGiven(LocalDate.ofInstant(tx.now(), Words.WIB), "Jakarta", said));
          new SignMinutes(meetings, ledger).run(tx, UUID.randomUUID(), meeting, 1);
          new MendMinutes(meetings, ledger)
              .run(
                  tx,
                  UUID.randomUUID(),
                  meeting,
                  1,
                  new Meeting.Text(
                      said.agenda(),
                      said.ministryPresent(),
                      said.companyPresent(),
                      said.body() + "\nJumlah moderator dibahas pada rapat berikutnya."),
                  "Butir tentang moderator terlewat.");
          return meeting;
        });
  }

  private long written(String pasted) {
    return db.as(
        house.viewer(House.OFFICER),
        tx ->
            desk.save()
                .run(
                    tx,
                    UUID.randomUUID(),
                    SaveDraft.Target.startedFrom(Optional.empty()),
                    content(),
                    pasted));
  }

  long submitted(String pasted) {
    long id = draft(pasted);
    submit(id);
    return id;
  }

  void submit(long id) {
    db.run(
        house.viewer(House.OFFICER),
        tx -> desk.submit().run(tx, UUID.randomUUID(), id, draft(tx, id).version()));
  }

  /** Sent with so many items; gives its number. */
  String sent(int items) {
    long id = submitted(addresses(items));
    return db.as(
        house.viewer(House.SUPERVISOR),
        tx -> desk.send().run(tx, UUID.randomUUID(), id, draft(tx, id).version()));
  }

  /** An instance of the portal gives its sign of life. */
  void beat() {
    db.run(SystemViewer.HEALTH, tx -> desk.noticeOutages(UUID::randomUUID).run(tx, new UUID(1, 1)));
  }

  static String addresses(int items) {
    return IntStream.rangeClosed(1, items)
        .mapToObj(n -> "https://klip.example/v/" + (70_210 + n))
        .collect(Collectors.joining("\n"));
  }

  void giveBack(long id, String note) {
    db.run(
        house.viewer(House.SUPERVISOR),
        tx -> desk.giveBack().run(tx, UUID.randomUUID(), id, draft(tx, id).version(), note));
  }

  void removed(String number, int... ordinals) {
    answer(
        number,
        new AnswerGiven(
            "D1",
            Optional.empty(),
            Map.of("acted_at", now(), "rule_line", "Pedoman komunitas 4.2")),
        ordinals);
  }

  void refused(String number, int... ordinals) {
    answer(
        number,
        new AnswerGiven(
            "T1",
            Optional.of("R6"),
            Map.of("reason", "Video ini liputan berita tentang penangkapan bandar.")),
        ordinals);
  }

  void asked(String number, int... ordinals) {
    answer(
        number,
        new AnswerGiven("K1", Optional.empty(), Map.of("questions", "Menit ke berapa?")),
        ordinals);
  }

  void checked(String number, Verdict verdict, int... ordinals) {
    db.as(
        house.viewer(House.OFFICER),
        tx ->
            desk.check()
                .run(
                    tx,
                    UUID.randomUUID(),
                    items(tx, number, ordinals),
                    new CheckGiven(
                        verdict, tx.now(), "Telkomsel seluler", "ID", Surface.APP, false, "")));
  }

  /** Draws this week's samples of what was confirmed down before it. */
  void sampled() {
    desk.drawRechecks(db, UUID::randomUUID).run();
  }

  void ruled(String number, RulingOutcome outcome, int... ordinals) {
    db.as(
        house.viewer(House.SUPERVISOR),
        tx ->
            desk.rule()
                .run(
                    tx,
                    UUID.randomUUID(),
                    items(tx, number, ordinals),
                    outcome,
                    "Tautan daftar di keterangan video membuatnya promosi, bukan liputan."));
  }

  void withdrawn(String number, int... ordinals) {
    db.as(
        house.viewer(House.SUPERVISOR),
        tx ->
            desk.withdrawItems()
                .run(tx, UUID.randomUUID(), items(tx, number, ordinals), true, "Salah alamat."));
  }

  void written(String email, String number, boolean shared, String text) {
    db.run(
        house.viewer(email), tx -> desk.write().run(tx, UUID.randomUUID(), number, shared, text));
  }

  /** The items' references as they stand, as the officer sees them. */
  List<ItemRef> items(String number, int... ordinals) {
    return db.as(house.viewer(House.OFFICER), tx -> items(tx, number, ordinals));
  }

  private void answer(String number, AnswerGiven given, int... ordinals) {
    db.as(
        house.viewer(House.RESPONDER),
        tx -> desk.answer().run(tx, UUID.randomUUID(), items(tx, number, ordinals), given));
  }

  private String now() {
    return db.as(house.viewer(House.RESPONDER), Tx::now).toString();
  }

  private TakedownRequest draft(Tx tx, long id) {
    return desk.requests().fetch(tx, id);
  }

  private List<ItemRef> items(Tx tx, String number, int... ordinals) {
    long request = desk.requests().fetch(tx, number).id();
    return IntStream.of(ordinals)
        .mapToObj(ordinal -> desk.items().find(tx, request, ordinal).orElseThrow())
        .map(Item::ref)
        .toList();
  }

  private RequestContent content() {
    return new RequestContent(
        house.platform().id(),
        SUBJECT,
        "04",
        "ordinary",
        "",
        RequesterKind.AGENCY,
        "Direktorat Pengendalian Konten",
        "Petugas piket, piket@kementerian.example",
        Origin.CYBER_PATROL,
        "B-412/DJAI/AI.02/03/2026",
        Optional.of(LocalDate.of(2026, 3, 1)),
        List.of("ite_27_2", "pm5_9_4_a"),
        "Setiap video menawarkan taruhan dan menyebut alamat untuk mendaftar.",
        "remove",
        Scope.INDONESIA,
        true,
        "Keberatan dapat disampaikan dalam 7 hari kepada piket@kementerian.example.",
        "");
  }
}

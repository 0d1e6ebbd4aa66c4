package id.narahubung.verification;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.CommitmentDesk;
import id.narahubung.data.Tx;
import id.narahubung.meetings.Meeting;
import id.narahubung.meetings.MeetingStore;
import id.narahubung.meetings.MinutesGiven;
import id.narahubung.meetings.SignMinutes;
import id.narahubung.meetings.WriteMinutes;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.testing.Given;
import id.narahubung.text.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Steps a test starts from, taken through the commands that people use. */
public final class GivenVerifications {

  private final Given given;
  private final VerificationDesk desk;

  public GivenVerifications(Given given) {
    this.given = given;
    this.desk =
        new VerificationDesk(
            given.desk(),
            new CommitmentDesk(given.desk().rules(), given.ledger()),
            given.ledger(),
            given::act);
  }

  public VerificationDesk desk() {
    return desk;
  }

  /** Planned for today from a request; the officer is the one who plans. */
  public String planned(PersonViewer who, long platform, String request, String method) {
    return planned(who, platform, Optional.of(request), method);
  }

  /** Of a platform, where no request is given. */
  public String planned(PersonViewer who, long platform, Optional<String> request, String method) {
    return planned(
        who, new PlanGiven.From(platform, Optional.empty(), request, Optional.empty()), method);
  }

  String planned(PersonViewer who, PlanGiven.From from, String method) {
    return given.as(
        who,
        tx ->
            desk.plan()
                .run(
                    tx,
                    given.act(),
                    new PlanGiven(
                        from,
                        method,
                        "Item yang dijawab sudah tidak tayang",
                        new PlanGiven.When(today(), Optional.empty(), "", who.personId()))));
  }

  /** The minutes of a visit that was recorded, written by one side and signed by both. */
  public void signMinutes(PersonViewer ministry, PersonViewer company, String visit) {
    MeetingStore meetings = new MeetingStore();
    long platform = step(ministry, visit).of().platformId();
    MinutesGiven minutes =
        new MinutesGiven(
            today(), "Jakarta", new Meeting.Text("Kunjungan", "penyelia", "narahubung", "Sesuai."));
    WriteMinutes write = new WriteMinutes(new PlatformStore(), meetings, given.ledger());
    long meeting =
        given.as(ministry, tx -> write.run(tx, given.act(), platform, minutes, Optional.of(visit)));
    SignMinutes sign = new SignMinutes(meetings, given.ledger());
    for (PersonViewer side : List.of(ministry, company)) {
      given.db().run(side, tx -> sign.run(tx, given.act(), meeting, 1));
    }
  }

  public VerificationStep step(PersonViewer who, String number) {
    return given.as(who, tx -> desk.steps().fetch(tx, number));
  }

  /** With something of everything that can be told, and the whole checklist answered. */
  public void record(PersonViewer who, String number) {
    given
        .db()
        .run(
            who,
            tx ->
                desk.record()
                    .run(
                        tx,
                        given.act(),
                        number,
                        desk.steps().fetch(tx, number).version(),
                        new Recorded(
                            today(),
                            "Kantor perwakilan",
                            "Jaringan kantor",
                            "",
                            Map.of(),
                            List.of(
                                Line.read(Line.Kind.MET, "Kepala kantor").orElseThrow(),
                                Line.read(Line.Kind.HEADCOUNT, "Moderator; siang; 220")
                                    .orElseThrow(),
                                Line.read(Line.Kind.STEP, "Tautan dibuka; tidak tayang")
                                    .orElseThrow()),
                            good(tx, number))));
  }

  /** Every entry of the step's checklist that a person answers. */
  public List<Recorded.Checked> good(Tx tx, String number) {
    VerificationStep step = desk.steps().fetch(tx, number);
    return given.desk().rules().fetch(tx, step.ruleSetId()).checklist(step.methodCode()).stream()
        .filter(entry -> !entry.isOfMinutes())
        .map(entry -> new Recorded.Checked(entry.code(), Recorded.Answer.GOOD, "Sesuai."))
        .toList();
  }

  public void conclude(PersonViewer who, String number, VerificationOutcome outcome) {
    given
        .db()
        .run(
            who,
            tx ->
                desk.conclude()
                    .run(
                        tx,
                        given.act(),
                        number,
                        desk.steps().fetch(tx, number).version(),
                        new ConclusionGiven(
                                outcome,
                                Optional.empty(),
                                "Sudah dilihat.",
                                Optional.of(FollowUp.NONE),
                                Optional.empty(),
                                Optional.empty(),
                                false)
                            .because("Cukup dicatat.")));
  }

  /** Seen at a visit and found wanting by another, who asks for what is to follow. */
  public String failed(
      PersonViewer who, PersonViewer concludes, PlanGiven.From from, FollowUp next) {
    String number = planned(who, from, "visit");
    record(who, number);
    given
        .db()
        .run(
            concludes,
            tx ->
                desk.conclude()
                    .run(
                        tx,
                        given.act(),
                        number,
                        desk.steps().fetch(tx, number).version(),
                        new ConclusionGiven(
                                VerificationOutcome.FAIL,
                                from.commitment().map(id -> BigDecimal.ONE),
                                "Tidak ditemukan.",
                                Optional.of(next),
                                next == FollowUp.NEW_DUE
                                    ? Optional.of(today().plusDays(200))
                                    : Optional.empty(),
                                Optional.empty(),
                                false)
                            .because(next == FollowUp.NONE ? "Cukup dicatat." : "")));
    return number;
  }

  private LocalDate today() {
    return given.clock().instant().atZone(Words.WIB).toLocalDate();
  }
}

package id.narahubung.requests;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenEvidence;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A request on which everything has happened once, so that no table stays empty. */
public final class WallCase {

  private final Given given;

  public WallCase(Given given) {
    this.given = given;
  }

  /** Five items: checked, decided, asked and drafted about, withdrawn, and one left open. */
  public Sent of(Company company, PersonViewer responder) {
    Acts acts = new Acts(given);
    Sent sent = given.request(company).withItems(5).withoutItsLetter().sent();
    SeeRequest see = new SeeRequest(new VisitStore(), given.ledger());
    for (PersonViewer person : List.of(responder, given.officer())) {
      given.as(person, tx -> see.run(tx, given.desk().requests().fetch(tx, sent.id())));
    }
    write(responder, sent, true, "Kepada kedua pihak.");
    write(responder, sent, false, "Hanya untuk perusahaan.");
    write(given.officer(), sent, false, "Hanya untuk Kementerian.");
    acts.answer(responder, sent.ref(1), acts.removed());
    acts.answer(responder, sent.ref(2), acts.refused());
    acts.answer(responder, sent.ref(3), Acts.given("K1", "questions", "Menit ke berapa?"));
    acts.answer(responder, sent.ref(5), acts.removed());
    acts.takeBack(responder, "Item lain yang dimaksud.");
    hold(given.officer(), sent);
    acts.check(given.officer(), ref(sent, 1), Verdict.DOWN, "Dilihat dari tiga jaringan.");
    acts.rule(given.supervisor(), ref(sent, 2), RulingOutcome.ACCEPTED, "");
    acts.reply(given.officer(), ref(sent, 3), "Menit ke-2.");
    acts.answer(responder, ref(sent, 5), acts.removed());
    acts.check(given.officer(), ref(sent, 5), Verdict.STILL_UP);
    acts.object(responder, ref(sent, 5), "Sudah dihapus.");
    acts.decide(given.supervisor(), ref(sent, 5), ObjectionOutcome.UPHELD);
    acts.extend(given.supervisor(), ref(sent, 4), 5, "Pusat data pindah.");
    acts.withdraw(given.supervisor(), ref(sent, 4), "Salah alamat.");
    acts.draft(responder, ref(sent, 3), acts.removed());
    hold(responder, sent);
    GivenEvidence evidence = new GivenEvidence(given);
    byte[] file = Samples.text("Bukti " + company.id());
    long wrong = evidence.onRequest(responder, sent.number(), file, "bukti.txt");
    evidence.takeBack(responder, sent.number(), wrong, "Salah berkas.");
    evidence.forOneself(responder, sent.number(), file, "bukti.txt");
    evidence.onItem(given.officer(), sent.number(), 1, file, "bukti.txt");
    anOutage();
    return sent;
  }

  /** The portal is away for ten minutes, and every clock that ran gets them back. */
  private void anOutage() {
    NoticeOutages notice = given.desk().noticeOutages(given::act);
    UUID instance = given.act();
    given.db().run(SystemViewer.HEALTH, tx -> notice.run(tx, instance));
    given.clock().advance(Duration.ofMinutes(10));
    given.db().run(SystemViewer.HEALTH, tx -> notice.run(tx, instance));
    given
        .db()
        .run(
            given.supervisor(),
            tx -> {
              long outage = new OutageStore().list(tx, Optional.empty(), 1).getFirst().id();
              given.desk().decideOutage().run(tx, given.act(), outage, true, "Gangguan listrik.");
            });
  }

  private List<ItemRef> ref(Sent sent, int ordinal) {
    return List.of(given.refs(given.officer(), sent.id()).get(ordinal - 1));
  }

  /** Whatever of it waits for the person's side. */
  private void hold(PersonViewer person, Sent sent) {
    given
        .db()
        .run(
            person,
            tx ->
                given
                    .desk()
                    .hold()
                    .run(
                        tx,
                        given.refs(given.officer(), sent.id()),
                        Optional.of(person.personId()),
                        tx.now().plus(HoldItems.LONGEST)));
  }

  private void write(PersonViewer viewer, Sent sent, boolean shared, String text) {
    given
        .db()
        .run(viewer, tx -> given.desk().write().run(tx, given.act(), sent.number(), shared, text));
  }
}

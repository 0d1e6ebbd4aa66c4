package id.narahubung.demo;

import static id.narahubung.demo.Part.BYTEDANCE_LEAD;
import static id.narahubung.demo.Part.DECISION_MAKER;
import static id.narahubung.demo.Part.OFFICER_1;
import static id.narahubung.demo.Part.OFFICER_2;
import static id.narahubung.demo.Part.SUPERVISOR_1;
import static id.narahubung.demo.Part.SUPERVISOR_2;

import id.narahubung.decisions.CellKey;
import id.narahubung.decisions.Decision;
import id.narahubung.decisions.DecisionContent;
import id.narahubung.decisions.DecisionContent.Body;
import id.narahubung.decisions.DecisionContent.Opinion;
import id.narahubung.decisions.DecisionContent.Said;
import id.narahubung.decisions.DecisionContent.Watch;
import id.narahubung.decisions.DecisionDesk;
import id.narahubung.decisions.ExecutionGiven;
import id.narahubung.decisions.ExecutionState;
import id.narahubung.decisions.PaperGiven;
import id.narahubung.decisions.SigningGiven;
import id.narahubung.decisions.Target;
import id.narahubung.decisions.WaiverGiven;
import id.narahubung.evidence.FileFault;
import id.narahubung.evidence.ReceivedFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The block of 3 July 2018 and the reopening of the 10th. Days, the eight names and what was open
 * are from the press; who signed, what was waived and which provider when is made up, and the texts
 * say so.
 */
final class Access2018 {

  private static final LocalDate CALLED_TEMPORARY_UNTIL = LocalDate.of(2018, 7, 17);

  private final Scene scene;
  private final DecisionDesk desk;
  private final long platform;
  private long opened;

  Access2018(Scene scene, DecisionDesk desk, long platform) {
    this.scene = scene;
    this.desk = desk;
    this.platform = platform;
  }

  /** On the morning of 3 July, before anybody could have answered; signed at noon. */
  void block(String reports) {
    DecisionContent content =
        content(
            "partial_block",
            "block",
            List.of(reports),
            List.of(),
            Map.of("milder_step", new Said(Optional.of(false), scene.text("block.milder_step"))));
    long id =
        scene.give(
            "2018-07-03T09:30",
            OFFICER_1,
            tx -> desk.prepare().run(tx, scene.nextAct(), platform, content));
    waive("2018-07-03T10:", id, "block", Map.of());
    sign("2018-07-03T12:00", id);
    execute("2018-07-03T12:10", id, "a", ExecutionState.ORDERED);
    execute("2018-07-03T12:11", id, "b", ExecutionState.ORDERED);
    execute("2018-07-03T12:12", id, "c", ExecutionState.ORDERED);
    execute("2018-07-03T13:40", id, "a", ExecutionState.DONE);
    execute("2018-07-03T14:20", id, "b", ExecutionState.DONE);
    execute("2018-07-03T16:05", id, "c", ExecutionState.DONE);
    execute("2018-07-03T19:00", id, "a", ExecutionState.CONFIRMED);
  }

  /** All papers but the last, which comes a day later: from then on the ministry's clock runs. */
  void askToOpen() {
    String number =
        withFiles(
            files ->
                scene.give(
                    "2018-07-08T14:00",
                    BYTEDANCE_LEAD,
                    tx ->
                        desk.askNormalisation()
                            .run(
                                tx,
                                scene.nextAct(),
                                platform,
                                scene.text("ask.statement"),
                                Stream.of(
                                        "request_letter",
                                        "responsible_person",
                                        "identity_document",
                                        "proof_gone",
                                        "legitimacy")
                                    .map(code -> paper(code, files))
                                    .toList())));
    scene.act(
        "2018-07-09T16:30",
        BYTEDANCE_LEAD,
        tx -> desk.addPaper().run(tx, scene.nextAct(), number, paper("recommendation", Map.of())));
  }

  /**
   * With the files of the papers that no words stand for; what they hold is made up and says so.
   */
  private String withFiles(Function<Map<String, ReceivedFile>, String> work) {
    try (ReceivedFile identity = file("identity_document", "paspor.txt");
        ReceivedFile proof = file("proof_gone", "alamat.txt")) {
      return work.apply(Map.of("identity_document", identity, "proof_gone", proof));
    } catch (FileFault e) {
      throw new IllegalStateException(e);
    }
  }

  private ReceivedFile file(String code, String name) throws FileFault {
    byte[] text = scene.text("ask." + code + ".file").getBytes(StandardCharsets.UTF_8);
    return ReceivedFile.of(new ByteArrayInputStream(text), name);
  }

  private PaperGiven paper(String code, Map<String, ReceivedFile> files) {
    return new PaperGiven(code, scene.text("ask." + code), Optional.ofNullable(files.get(code)));
  }

  /** At noon of 10 July, with one of the ten requirements open and one item never answered. */
  void open(List<String> requests) {
    DecisionContent content =
        content(
            "full_restore",
            "open",
            requests,
            List.of(
                new Watch(LocalDate.of(2018, 8, 9), scene.text("open.watch.30")),
                new Watch(LocalDate.of(2018, 10, 8), scene.text("open.watch.90"))),
            Map.of("hours_minded", new Said(Optional.of(true), scene.text("open.hours_minded"))));
    long id =
        scene.give(
            "2018-07-10T11:15",
            OFFICER_1,
            tx -> desk.prepare().run(tx, scene.nextAct(), platform, content));
    waive("2018-07-10T11:", id, "open", Map.of("KM-2018-0010", LocalDate.of(2018, 8, 9)));
    sign("2018-07-10T12:00", id);
    execute("2018-07-10T12:10", id, "a", ExecutionState.ORDERED);
    execute("2018-07-10T12:11", id, "b", ExecutionState.ORDERED);
    execute("2018-07-10T12:12", id, "c", ExecutionState.ORDERED);
    execute("2018-07-10T12:45", id, "a", ExecutionState.DONE);
    execute("2018-07-10T13:30", id, "a", ExecutionState.CONFIRMED);
    opened = id;
  }

  /** The others follow in the course of the day: 'tonight at the latest'. */
  void openEverywhere() {
    execute("2018-07-10T17:05", opened, "b", ExecutionState.DONE);
    execute("2018-07-10T21:30", opened, "c", ExecutionState.DONE);
  }

  private DecisionContent content(
      String kind, String key, List<String> links, List<Watch> watch, Map<String, Said> checks) {
    return new DecisionContent(
        kind,
        scene.text(key + ".recommendation"),
        scene.text(key + ".basis"),
        scene.text(key + ".grounds"),
        scene.text(key + ".reasons"),
        scene.text(key + ".statement"),
        scene.text(key + ".scope"),
        Optional.empty(),
        Optional.empty(),
        scene.text("names").lines().map(name -> Target.read(Target.Kind.DOMAIN, name)).toList(),
        List.of(
            new Body(scene.text("body.pppa"), Opinion.AGREES, scene.text(key + ".body.pppa")),
            new Body(scene.text("body.kpai"), Opinion.AGREES, scene.text(key + ".body.kpai"))),
        links,
        watch,
        checks);
  }

  /** What is open is let be until a day by two supervisors, cell by cell. */
  private void waive(String hour, long id, String key, Map<String, LocalDate> until) {
    List<CellKey> open =
        scene.give(
            hour + "20",
            SUPERVISOR_1,
            tx -> {
              List<CellKey> cells =
                  desk.open(tx, id).stream()
                      .filter(cell -> !cell.code().equals("conditions_verified"))
                      .toList();
              for (CellKey cell : cells) {
                String what = key + ".waiver." + cell.code();
                desk.proposeWaiver()
                    .run(
                        tx,
                        scene.nextAct(),
                        id,
                        new WaiverGiven(
                            cell,
                            scene.text(what),
                            until.getOrDefault(cell.code(), CALLED_TEMPORARY_UNTIL),
                            scene.text(what + ".owner")));
              }
              return cells;
            });
    scene.act(
        hour + "35",
        SUPERVISOR_2,
        tx -> {
          List<Decision.Waiver> waivers = desk.fetch(tx, id).waivers();
          if (waivers.size() != open.size()) {
            throw new IllegalStateException("waivers of " + open);
          }
          waivers.forEach(waiver -> desk.secondWaiver().run(tx, scene.nextAct(), id, waiver.id()));
        });
  }

  private void sign(String when, long id) {
    scene.act(
        when,
        DECISION_MAKER,
        tx -> {
          Decision now = desk.fetch(tx, id);
          desk.sign()
              .run(
                  tx,
                  scene.nextAct(),
                  id,
                  now.version(),
                  new SigningGiven(
                      now.content().kindCode(),
                      now.content().endsAt(),
                      now.content().watch(),
                      "",
                      false));
        });
  }

  private void execute(String when, long id, String provider, ExecutionState state) {
    scene.act(
        when,
        OFFICER_2,
        tx ->
            desk.execute()
                .run(
                    tx,
                    scene.nextAct(),
                    id,
                    new ExecutionGiven(
                        scene.text("provider." + provider),
                        state,
                        tx.now(),
                        scene.text("executed"))));
  }
}

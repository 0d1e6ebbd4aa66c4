package id.narahubung.verification;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.testing.Doors;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A company, who checks what it promised, and the visitors of both sides: where a test begins. */
abstract class VerificationWorld {

  static final String STEP = "/verifications/VR-2026-0001";

  static final Map<String, String> VISITED =
      Map.of(
          "met", "Kepala kantor\nPengelola konten",
          "check_address", "good",
          "check_people", "good",
          "check_headcount", "not_applicable",
          "check_photos", "good");

  final Given given;
  final Visitors visitors;
  final GivenVerifications steps;
  private final RunningPortal serving;
  Company klip;
  PersonViewer who;
  Http officer;
  Http supervisor;
  Http lead;

  VerificationWorld(RunningPortal serving) {
    this.serving = serving;
    given = new Given(serving.database(), serving.clock());
    visitors = new Visitors(serving, given);
    steps = new GivenVerifications(given);
  }

  @BeforeEach
  void signIn() {
    klip = given.company("Klip");
    who = given.person(given.ministry(), Role.SUPERVISOR);
    officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    supervisor = serving.visitor();
    supervisor.carry("session", new Doors(given.db()).session(who.personId()));
    lead = visitors.signedIn(klip.organisation(), Role.LEAD);
  }

  Page plan(Http by, String method, String day) {
    return by.submit(
        "/verifications/new",
        "/verifications",
        Map.of(
            "platform",
            Long.toString(klip.platform().id()),
            "method",
            method,
            "claim",
            "220 moderator sampai 31 Desember",
            "day",
            day,
            "time",
            "09:00",
            "place",
            "Kantor perwakilan"));
  }

  /** Time passes, and the session is a new one. */
  void clock(Duration passes) {
    serving.clock().advance(passes);
    supervisor.carry("session", new Doors(given.db()).session(who.personId()));
  }

  /** What somebody sees in the database itself. */
  List<String> see(PersonViewer viewer, String sql) {
    return given.as(viewer, tx -> tx.sql().fetch(sql).map(row -> row.get(0, String.class)));
  }
}

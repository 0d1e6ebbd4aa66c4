package id.narahubung;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Http;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import id.narahubung.verification.FollowUp;
import id.narahubung.verification.GivenVerifications;
import id.narahubung.verification.PlanGiven;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How many statements a page runs, counted where the driver sends them: the number may not grow
 * with what the page shows.
 */
final class StatementsTest {

  /** A page of a person signed in, with its session, its viewer and its transactions. */
  private static final int MOST = 40;

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

  private final Given given = new Given(portal.database(), portal.clock());
  private final Counter counter = new Counter();
  private Company klip;
  private Http officer;
  private Http responder;

  @BeforeEach
  void count() {
    klip = given.company("Klip");
    Visitors visitors = new Visitors(portal, given);
    officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    responder = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    DRIVER.setLevel(Level.FINEST);
    DRIVER.setUseParentHandlers(false);
    DRIVER.addHandler(counter);
  }

  @AfterEach
  void stopCounting() {
    DRIVER.removeHandler(counter);
    DRIVER.setLevel(null);
    DRIVER.setUseParentHandlers(true);
  }

  @Test
  void a_list_runs_as_many_statements_for_many_requests_as_for_one() {
    given.request(klip).sent();
    int one = statements(officer, "/requests");
    int ofCompany = statements(responder, "/requests");
    for (int n = 0; n < 8; n++) {
      given.request(klip).sent();
    }
    assertThat(statements(officer, "/requests")).isEqualTo(one).isBetween(1, MOST);
    assertThat(statements(responder, "/requests")).isEqualTo(ofCompany).isBetween(1, MOST);
  }

  @Test
  void a_queue_runs_as_many_statements_for_many_items_as_for_one() {
    given.request(klip).sent();
    int one = statements(responder, "/");
    int ofMinistry = statements(officer, "/?show=companies");
    for (int n = 0; n < 4; n++) {
      given.request(klip).withItems(6).sent();
    }
    assertThat(statements(responder, "/")).isEqualTo(one).isBetween(1, MOST);
    assertThat(statements(officer, "/?show=companies")).isEqualTo(ofMinistry).isBetween(1, MOST);
  }

  @Test
  void a_request_runs_as_many_statements_for_many_items_as_for_one() {
    Sent small = given.request(klip).sent();
    Sent large = given.request(klip).withItems(60).sent();
    for (Http reader : List.of(officer, responder)) {
      int one = statements(reader, "/requests/" + small.number());
      assertThat(statements(reader, "/requests/" + large.number()))
          .isEqualTo(one)
          .isBetween(1, MOST);
    }
  }

  @Test
  void a_search_runs_as_many_statements_for_many_hits_as_for_one() {
    given.request(klip).sent();
    int one = statements(officer, "/search?q=klip.example");
    int ofWords = statements(responder, "/search?q=perjudian");
    for (int n = 0; n < 4; n++) {
      given.request(klip).withItems(6).sent();
    }
    assertThat(statements(officer, "/search?q=klip.example")).isEqualTo(one).isBetween(1, MOST);
    assertThat(statements(responder, "/search?q=perjudian")).isEqualTo(ofWords).isBetween(1, MOST);
  }

  @Test
  void commitments_run_as_many_statements_for_many_as_for_one() {
    GivenCommitments commitments = new GivenCommitments(given);
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    String number = commitments.agreed(lead, klip, commitments.moderators(60));
    commitments.prove(lead, number, 60);
    String set = "/platforms/" + klip.platform().id() + "/commitments";
    String whole = "/companies/" + klip.id() + "/commitments";
    List<String> pages = List.of("/commitments", set, whole, "/commitments/" + number);
    List<Integer> one = pages.stream().map(page -> statements(officer, page)).toList();
    for (int n = 0; n < 3; n++) {
      commitments.prove(lead, number, 60 + n);
      commitments.report(
          lead, commitments.agreed(lead, klip, commitments.moderators(60)), 30, false);
    }
    assertThat(pages.stream().map(page -> statements(officer, page)).toList())
        .isEqualTo(one)
        .allMatch(statements -> statements <= MOST);
  }

  @Test
  void what_follows_from_checks_runs_as_many_statements_for_many_as_for_one() {
    GivenCommitments commitments = new GivenCommitments(given);
    GivenVerifications checks = new GivenVerifications(given);
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    PersonViewer concludes = given.person(given.ministry(), Role.SUPERVISOR);
    String promise = commitments.agreed(lead, klip, commitments.moderators(60));
    PlanGiven.From from =
        new PlanGiven.From(
            klip.platform().id(),
            Optional.of(commitments.read(lead, promise).id()),
            Optional.empty(),
            Optional.empty());
    checks.failed(given.officer(), concludes, from, FollowUp.NEW_DUE);
    int one = statements(officer, "/verifications?show=follow");
    for (int n = 0; n < 3; n++) {
      checks.failed(given.officer(), concludes, from, FollowUp.NEW_DUE);
    }
    assertThat(statements(officer, "/verifications?show=follow")).isEqualTo(one).isBetween(1, MOST);
  }

  /** Looked at once before, so that what is read once a day is not counted. */
  private int statements(Http reader, String path) {
    assertThat(reader.get(path).status()).isEqualTo(200);
    counter.seen.set(0);
    assertThat(reader.get(path).status()).isEqualTo(200);
    return counter.seen.get();
  }

  private static final class Counter extends Handler {

    private final AtomicInteger seen = new AtomicInteger();

    @Override
    public void publish(LogRecord record) {
      if (String.valueOf(record.getMessage()).contains("FE=> Execute(")) {
        seen.incrementAndGet();
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}

package id.narahubung.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.commitments.FindingResult;
import id.narahubung.figures.Figures;
import id.narahubung.figures.Period;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenDecisions;
import id.narahubung.testing.GivenLetters;
import id.narahubung.testing.GivenRequest;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the colour of a company is taken from, beside its figures. */
final class ReadWeekTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);

  @Test
  void the_light_sees_access_and_commitments_as_they_stand() {
    GivenCommitments commitments = new GivenCommitments(given);
    GivenDecisions decisions = new GivenDecisions(given);
    Company klip = given.company("Klip");
    Company video = given.company("Video");
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    String promise = commitments.agreed(lead, klip, commitments.moderators(5));
    soon(3);
    assertThat(light(klip)).isEqualTo(verdict("nothing_open", "", ""));
    soon(14);
    assertThat(light(klip)).as("due soon").isEqualTo(verdict("evidence_missing", promise, "1"));
    commitments.find(given.officer(), promise, FindingResult.FAIL, 90);
    assertThat(light(klip)).as("access").isEqualTo(verdict("condition_broken", promise, "1"));
    assertThat(light(video)).isEqualTo(verdict("nothing_open", "", ""));

    String began = clock.instant().toString();
    Company warta = given.company("Warta");
    String freeze = decisions.signed(warta, "registration_freeze");
    assertThat(light(warta))
        .as("not shut, and not as it was")
        .isEqualTo(verdict("access_shut", freeze, began));
    String block = decisions.signed(video, "partial_block");
    assertThat(light(video)).as("shut").isEqualTo(verdict("access_shut", block, began));
    clock.advance(Duration.ofDays(1));
    Instant end = clock.instant().plus(Duration.ofDays(20));
    long opening =
        decisions.prepare(
            given.officer(),
            video,
            GivenDecisions.timed(
                decisions.content("temporary_restore"), Optional.empty(), Optional.of(end)));
    decisions.waiveChecks(opening);
    String opened = decisions.sign(decisions.signer(), opening, "temporary_restore");
    assertThat(light(video).reason()).as("three weeks to go").isEqualTo("nothing_open");
    clock.advance(Duration.ofDays(6));
    assertThat(light(video))
        .as("two to go")
        .isEqualTo(verdict("restore_ends", opened, end.toString()));
  }

  @Test
  void of_a_letter_about_a_restricted_category_a_week_holds_number_and_clock() {
    GivenLetters letters = new GivenLetters(given);
    Company klip = given.company("Klip");
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    List<String> numbers = new ArrayList<>();
    for (Sent sent :
        List.of(
            given.request(klip).urgent().withItems(3).sent(),
            GivenRequest.restricted(given, klip, 3))) {
      clock.advance(Duration.ofHours(30));
      String letter =
          letters.send(given.supervisor(), sent.number(), letters.about(sent.id(), "ST1", 1, 2));
      letters.object(lead, letter, "Keliru.");
      numbers.add(letter);
    }
    CompanyWeek read = read(klip);
    assertThat(read.letters())
        .extracting(
            CompanyWeek.Warning::number, CompanyWeek.Warning::stage, CompanyWeek.Warning::items)
        .containsExactly(tuple(numbers.getFirst(), "ST1", 2), tuple(numbers.getLast(), "", 0));
    assertThat(read.letters().getLast().due()).isGreaterThan(clock.instant().toString());
    MinistryWeek ministry =
        given.as(
            SystemViewer.AUDIT,
            tx ->
                new ReadWeek(new Figures(), new WeekFactStore())
                    .ministry(tx, List.of(klip.id()), Period.soFar(tx.now())));
    assertThat(ministry.needed())
        .extracting(MinistryWeek.Need::number, each -> each.platform() == 0)
        .containsExactly(tuple(numbers.getFirst(), false), tuple(numbers.getLast(), true));
  }

  /** What the rules call soon, in days. */
  private static void soon(int days) {
    db.asOwner(
        "alter table rule_set disable trigger user; update rule_set set commitment_soon_days = "
            + days
            + "; alter table rule_set enable trigger user");
  }

  private static Light.Verdict verdict(String reason, String first, String second) {
    return new Light.Verdict(reason, first, second);
  }

  private Light.Verdict light(Company of) {
    return read(of).light();
  }

  private CompanyWeek read(Company of) {
    return given.as(
        SystemViewer.AUDIT,
        tx ->
            Objects.requireNonNull(
                new ReadWeek(new Figures(), new WeekFactStore())
                    .companies(tx, List.of(of.id()), new Figures().soFar(tx, of.id()), false)
                    .get(of.id())));
  }
}

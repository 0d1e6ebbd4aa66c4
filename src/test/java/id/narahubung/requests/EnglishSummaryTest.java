package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest;
import id.narahubung.testing.Http;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A company that declared English is written to in both languages. */
final class EnglishSummaryTest {

  private static final String MISSING = "PT Klip memilih bahasa Inggris";

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());

  @Test
  void a_draft_says_that_its_company_declared_english_until_the_summary_is_written() {
    Company klip = given.company("Klip");
    Http officer = new Visitors(portal, given).signedIn(given.ministry(), Role.OFFICER);
    long draft = given.request(klip).drafted();
    assertThat(officer.get("/drafts/" + draft).text()).doesNotContain(MISSING);
    portal.db().asOwner("update organisation set language = 'en' where name = 'PT Klip'");
    assertThat(officer.get("/drafts/" + draft).text()).contains(MISSING);
    long summed =
        given
            .request(klip)
            .with(content -> GivenRequest.withEnglish(content, "It offers gambling."))
            .drafted();
    assertThat(officer.get("/drafts/" + summed).text())
        .doesNotContain(MISSING)
        .contains("It offers gambling.");
  }
}

package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A company that declared English is written to in both languages. */
final class EnglishSummaryTest {

  private static final String MISSING = "PT Klip memilih bahasa Inggris";

  private static final String UNPRINTED = "tetap disimpan, tetapi tidak dicetak pada perintah";

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
        .doesNotContain(MISSING, UNPRINTED)
        .contains("It offers gambling.");
  }

  @Test
  void the_form_asks_for_it_where_it_was_declared_and_keeps_it_where_it_was_not() {
    Company klip = given.company("Klip");
    Http officer = new Visitors(portal, given).signedIn(given.ministry(), Role.OFFICER);
    long draft =
        given
            .request(klip)
            .with(content -> GivenRequest.withEnglish(content, "It offers gambling."))
            .drafted();
    String path = "/drafts/" + draft;
    assertThat(officer.get(path).text()).contains(UNPRINTED, "It offers gambling.");
    Page form = officer.get(path + "/edit");
    assertThat(form.text())
        .contains("tidak perlu diisi")
        .doesNotContain("dengan ringkasan Inggris");
    assertThat(form.document().select("#english_summary[aria-required]")).isEmpty();
    Page saved = officer.submit(form, path, Map.of("subject", "Lain", "urgency", ""));
    assertThat(saved.status()).as(saved.document().select(".faults").text()).isEqualTo(303);
    assertThat(officer.get(path).text()).contains("Lain", "It offers gambling.");

    portal.db().asOwner("update organisation set language = 'en' where name = 'PT Klip'");
    Page asking = officer.get(path + "/edit");
    assertThat(asking.document().select("#english_summary-hint").text())
        .startsWith("PT Klip memilih bahasa Inggris: tulis");
    assertThat(asking.document().select("#english_summary[aria-required]").text())
        .isEqualTo("It offers gambling.");
    assertThat(asking.document().select("#platform option[selected]").text())
        .isEqualTo("Klip · PT Klip (dengan ringkasan Inggris)");
  }
}

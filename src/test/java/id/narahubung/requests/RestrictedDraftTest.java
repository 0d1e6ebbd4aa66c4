package id.narahubung.requests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.Role;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A draft that turns restricted keeps nothing of its addresses from before. */
final class RestrictedDraftTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private static final String ADDRESS = "https://klip.example/rahasia/7";
  private static final String KEPT =
      "select content from draft_return union all select cells from draft_upload";

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Http trusted;
  private String draft = "";
  private String upload = "";

  @BeforeEach
  void aDraftThatWasReturnedAndHasATable() {
    Company klip = given.company("Klip");
    trusted = visitors.signedIn(given.ministry(), Role.OFFICER, Role.RESTRICTED_OFFICER);
    draft =
        "/drafts/"
            + given
                .request(klip)
                .withoutScreenshot()
                .pasting(ADDRESS + "\nhttps://klip.example/v/8")
                .submitted();
    visitors
        .signedIn(given.ministry(), Role.SUPERVISOR)
        .submit(draft, draft + "/return", Map.of("note", "Perbaiki."));
    byte[] table = ("Tautan;Akun\n" + ADDRESS + ";@rahasia7\n").getBytes(UTF_8);
    Map<String, java.util.List<String>> form = trusted.get(draft).form(draft + "/uploads");
    upload = trusted.upload(draft + "/uploads", form, "daftar.csv", table).location();
    assertThat(trusted.get(upload).text()).contains("rahasia/7");
    assertThat(String.join("\n", portal.db().rows(KEPT))).contains("rahasia/7", "@rahasia7");
  }

  @Test
  void its_tables_and_what_was_pasted_when_it_was_returned_are_gone() {
    Page edit = trusted.get(draft + "/edit");
    Page saved = trusted.submit(edit, draft, Map.of("urgency", "", "category", "01"));
    assertThat(saved.status()).as(saved.text()).isEqualTo(303);
    assertThat(portal.db().rows(KEPT)).hasSize(1).noneMatch(text -> text.contains("rahasia"));
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    assertThat(officer.get(upload).status()).isEqualTo(404);
    assertThat(officer.get(draft).body()).doesNotContain("rahasia/7");
  }

  @Test
  void no_table_of_it_is_read_even_if_one_were_left() {
    portal.db().asOwner("create table kept as select cells, guessed from draft_upload");
    Page edit = trusted.get(draft + "/edit");
    trusted.submit(edit, draft, Map.of("urgency", "", "category", "01"));
    portal
        .db()
        .asOwner(
            "insert into draft_upload (id, request_id, company_id, person_id, name, cells, guessed,"
                + " uploaded_at) overriding system value select "
                + upload.substring(upload.lastIndexOf('/') + 1)
                + ", r.id, r.company_id, (select min(id) from person), 'x', k.cells, k.guessed,"
                + " r.created_at from request r, kept k");
    portal.db().asOwner("drop table kept");
    assertThat(trusted.get(upload).status()).isEqualTo(404);
  }

  @Test
  void a_draft_from_which_such_rows_are_split_off_forgets_them_too() {
    Page made = trusted.submit(draft, draft + "/splits", Map.of("row", "1", "category", "01"));
    assertThat(made.status()).isEqualTo(303);
    assertThat(portal.db().rows(KEPT)).hasSize(1).noneMatch(text -> text.contains("rahasia"));
  }

  @Test
  void a_draft_forgets_rows_that_were_split_off_and_restricted_later() {
    Page made = trusted.submit(draft, draft + "/splits", Map.of("row", "1", "category", "03"));
    assertThat(String.join("\n", portal.db().rows(KEPT))).contains("rahasia/7");
    String path = made.location();
    trusted.submit(path + "/edit", path, Map.of("urgency", "", "category", "01"));
    assertThat(portal.db().rows(KEPT)).hasSize(1).noneMatch(text -> text.contains("rahasia"));
  }

  @Test
  void a_return_is_not_changed_otherwise() {
    for (String change :
        new String[] {
          "update draft_return set content = (content::jsonb || '{\"pasted\": \"\"}')::text",
          "update draft_return set content = '{}'",
          "delete from draft_return"
        }) {
      assertThatThrownBy(() -> portal.db().asOwner(change))
          .as(change)
          .rootCause()
          .hasMessageContaining("only added, never changed");
    }
  }
}

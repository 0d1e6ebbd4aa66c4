package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.Refused;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an order must hold, what it may go without, and what its category usually says. */
final class OverrideNeedTest {

  private static final String WHY = "Surat menyusul, perkara mendesak.";

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private PersonViewer officer;
  private long draft;

  @BeforeEach
  void aDraftWithoutItsLetter() {
    klip = given.company("Klip");
    given.responder(klip);
    officer = given.officer();
    draft = given.request(klip).with(GivenRequest::withoutLetter).drafted();
  }

  @Test
  void what_is_missing_is_named_with_its_article_and_may_be_left_out_for_a_reason() {
    Http visitor = visitors.signedIn(given.ministry(), Role.OFFICER);
    String page = "/drafts/" + draft;
    assertThat(visitor.get(page).text())
        .contains(
            "8 dari 10 syarat terpenuhi.",
            "Nomor surat PM Kominfo 5/2020 Pasal 16 ayat (4): surat resmi");

    Page refused =
        visitor.submit(
            page, page + "/overrides", Map.of("need", "letter_number", "reason_letter_date", WHY));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("Tulis alasannya.");
    assertThat(refused.document().select("textarea[name=reason_letter_date]").text())
        .as("what was typed for the other need")
        .isEqualTo(WHY);

    Page done =
        visitor.follow(
            visitor.submit(
                page,
                page + "/overrides",
                Map.of("need", "letter_number", "reason_letter_number", WHY)));
    assertThat(done.text()).contains("9 dari 10 syarat terpenuhi.", "Nomor surat: " + WHY);

    Page back =
        visitor.follow(
            visitor.submit(page, page + "/overrides/end", Map.of("need", "letter_number")));
    assertThat(back.text()).contains("8 dari 10 syarat terpenuhi.").doesNotContain(WHY);
    assertThat(portal.db().rows("select kind, body from event order by id desc limit 2"))
        .containsExactly(
            "request.override_ended|{\"need\":\"letter_number\"}",
            "request.overridden|{\"need\":\"letter_number\"}");
  }

  @Test
  void the_order_says_what_it_went_without_to_both_sides_and_for_good() {
    override(1, "letter_number");
    override(2, "letter_date");
    given.db().run(officer, tx -> given.desk().submit().run(tx, given.act(), draft, 3));
    String number =
        given.as(given.supervisor(), tx -> given.desk().send().run(tx, given.act(), draft, 4));

    assertThat(
            visitors
                .signedIn(klip.organisation(), Role.RESPONDER)
                .get("/requests/" + number)
                .text())
        .contains("Dikirim tanpa Nomor surat " + WHY);
    for (String change :
        new String[] {
          "delete from request_override",
          "update request_override set reason = 'lain'",
          "insert into request_override select request_id, company_id, side, 'redress', 'lain'"
              + " from request_override limit 1"
        }) {
      Refused.byConstraint(
          "request_override_only_added",
          () -> given.db().run(officer, tx -> tx.sql().execute(change)));
    }
  }

  @Test
  void it_is_refused_where_the_law_does_not_allow_it_for_the_stale_and_after_submission() {
    Refused.byRule("draft.refused.override", () -> override(1, "analysis"));
    Refused.byRule("draft.refused.override", () -> override(1, "no_such_need"));
    Refused.asStale(() -> override(9, "letter_date"));
    Refused.forLackOf(
        Permission.DRAFT_REQUESTS,
        () -> override(given.person(given.ministry(), Role.AUDITOR), 1, "letter_date"));
    override(1, "letter_date");
    override(2, "letter_number");
    given.db().run(officer, tx -> given.desk().submit().run(tx, given.act(), draft, 3));
    Refused.byRule("request.refused.edit", () -> override(4, "letter_date"));
  }

  @Test
  void the_standard_texts_fill_what_is_still_empty_and_save_nothing() {
    Http visitor = visitors.signedIn(given.ministry(), Role.OFFICER);
    Page none = visitor.submit("/drafts/new", "/drafts", Map.of("fill", "yes"));
    assertThat(none.text()).contains("Pilih kategori.");

    Page filled =
        visitor.submit(
            "/drafts/new",
            "/drafts",
            Map.of("fill", "yes", "category", "04", "redress", "Tulis kepada kami."));
    assertThat(filled.status()).isEqualTo(200);
    assertThat(filled.document().select("textarea[name=analysis]").text())
        .contains("perjudian daring", "Pasal 27 ayat (2) UU ITE");
    assertThat(filled.document().select("textarea[name=redress]").text())
        .isEqualTo("Tulis kepada kami.");
    assertThat(filled.document().select("input[name=basis][checked]").eachAttr("value"))
        .contains("ite_27_2", "kuhp_426")
        .doesNotContain("kuhp_303");
    assertThat(portal.db().rows("select id from request where id > " + draft)).isEmpty();
  }

  private void override(int version, String need) {
    override(officer, version, need);
  }

  private void override(PersonViewer who, int version, String need) {
    given
        .db()
        .run(
            who,
            tx ->
                given
                    .desk()
                    .override()
                    .run(tx, given.act(), draft, version, need, Optional.of(WHY)));
  }
}

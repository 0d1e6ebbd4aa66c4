package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A draft before it is filed, as an officer sees it. */
final class SplitPagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private Http officer;
  private String draft = "";

  @BeforeEach
  void aDraftOfManyThings() {
    klip = given.company("Klip");
    given.company("Video");
    officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    draft =
        "/drafts/"
            + given
                .request(klip)
                .pasting(
                    """
                    https://klip.example/v/1
                    https://klip.example/v/2
                    https://klip.example/v/2
                    https://m.video.example/v/3
                    judi.example
                    """)
                .drafted();
  }

  @Test
  void it_says_whose_the_rows_are_and_what_stands_twice() {
    String text = officer.get(draft).text();
    assertThat(text)
        .contains(
            "1 baris adalah milik Video, bukan layanan ini.",
            "1 baris bukan milik layanan mana pun di portal ini.",
            "Seluruh situs atau halaman depannya",
            "sama dengan baris 2");
  }

  @Test
  void it_says_what_would_happen_if_it_were_sent_now() {
    given.request(klip).withItems(2).sent();
    assertThat(officer.get(draft).text())
        .contains(
            "Bila dikirim sekarang, tenggatnya 3 Mar 2026 08.15 WIB.",
            "Klip sekarang dapat dihubungi (jam kontak 08.00 sampai 17.00)",
            "Sampai saat itu 2 item lain jatuh tempo di sana.");
  }

  @Test
  void chosen_rows_move_to_a_draft_of_another_category() {
    Page made =
        officer.follow(
            officer.submit(draft, draft + "/splits", Map.of("row", "2", "category", "03")));
    assertThat(made.path()).isNotEqualTo(draft);
    assertThat(made.text())
        .contains("Baris dipindahkan", "hxxps://klip[.]example/v/2", "Terorisme", "Mendesak");
    assertThat(made.document().select("h1").text())
        .as("the subject tells it apart")
        .startsWith(officer.get(draft).document().select("h1").text() + " – ")
        .contains("erorisme");
    assertThat(officer.get(draft).text()).doesNotContain("hxxps://klip[.]example/v/2");
    assertThat(officer.get(draft).document().select("a[href='" + made.path() + "']")).hasSize(1);
  }

  @Test
  void without_a_row_the_draft_says_that_none_was_chosen() {
    Page page = officer.submit(draft, draft + "/splits", Map.of("category", "02"));
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.text()).contains("Belum ada baris yang dipilih.");
    assertThat(page.form(draft + "/splits")).containsEntry("category", List.of("02"));
  }

  @Test
  void the_next_rows_are_one_button_away_after_a_refusal_too() {
    String many = "/drafts/" + given.request(klip).withItems(201).drafted();
    Page refused = officer.submit(many, many + "/splits", Map.of("category", "02"));
    Page rest = turn(refused, many, "200", List.of());
    assertThat(rest.document().select("input[name=row]").eachAttr("value")).containsExactly("201");
    Page again = officer.submit(rest, many + "/splits", Map.of("category", "02"));
    assertThat(again.document().select("input[name=row]").eachAttr("value"))
        .as("the same rows")
        .containsExactly("201");
  }

  @Test
  void chosen_rows_go_along_over_the_pages() {
    long id = given.request(klip).withItems(405).drafted();
    String many = "/drafts/" + id;
    Page second = turn(officer.get(many), many, "200", List.of("3", "7"));
    assertThat(second.text()).contains("2 baris dipilih");
    assertThat(second.document().select("button[name=turn]").eachAttr("value"))
        .containsExactly("0", "400");
    Page third = turn(second, many, "400", List.of("399"));
    assertThat(third.text()).contains("3 baris dipilih");
    Page first = turn(third, many, "0", List.of("405"));
    assertThat(first.document().select("input[name=row][checked]").eachAttr("value"))
        .containsExactly("3", "7");
    Map<String, List<String>> form = first.form(many + "/splits");
    form.put("row", List.of("3"));
    form.put("category", List.of("03"));
    Page made = officer.follow(officer.post(many + "/splits", form));
    assertThat(made.document().select("#preview .mono").eachText())
        .as("7 was unticked on the page that shows it")
        .containsExactly(
            "hxxps://klip[.]example/v/3",
            "hxxps://klip[.]example/v/399",
            "hxxps://klip[.]example/v/405");
    assertThat(given.read(given.officer(), id).counts().items()).isEqualTo(402);
  }

  @Test
  void who_only_reads_turns_the_page_by_a_link() {
    String many = "/drafts/" + given.request(klip).withItems(201).drafted();
    Http auditor = visitors.signedIn(given.ministry(), Role.AUDITOR);
    Page rest = auditor.get(auditor.get(many).document().select("a[rel=next]").attr("href"));
    assertThat(rest.text()).contains("hxxps://klip[.]example/v/201");
    assertThat(rest.document().select("a[rel=prev]").attr("href")).isEqualTo(many + "?after=0");
  }

  private Page turn(Page page, String draft, String after, List<String> rows) {
    Map<String, List<String>> form = page.form(draft + "/splits");
    form.put("row", rows);
    form.put("turn", List.of(after));
    Page turned = officer.post(draft + "/rows", form);
    assertThat(turned.status()).isEqualTo(200);
    return turned;
  }

  @Test
  void the_rows_of_another_platform_move_to_a_draft_for_it() {
    Page made = officer.follow(officer.submit(draft, draft + "/transfers", Map.of()));
    assertThat(made.text()).contains("Video", "hxxps://m[.]video[.]example/v/3");
    assertThat(made.document().select("h1").text()).endsWith(" – Video");
    assertThat(officer.get(draft).text()).doesNotContain("m[.]video[.]example");
  }

  @Test
  void rows_on_no_platform_leave_as_a_file_that_can_be_fetched_again() {
    assertThat(officer.get(draft).document().select(".notice details li").eachText())
        .as("looked at first: they do not come back")
        .containsExactly("judi[.]example");
    Page page = officer.follow(officer.submit(draft, draft + "/block-lists", Map.of()));
    String file = page.document().select("a[href*=/block-lists/]").attr("href");
    Page list = officer.get(file);
    assertThat(list.body()).isEqualTo("judi.example\n");
    assertThat(list.header("Content-Disposition")).startsWith("attachment;");
    assertThat(officer.get(draft + "/block-lists/999").status()).isEqualTo(404);
    assertThat(officer.get(draft + "/block-lists/x").status()).isEqualTo(404);
  }
}

package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

  @Test
  void the_rows_are_narrowed_by_text_kind_and_what_is_wrong_with_them() {
    String many = aDraftWorthNarrowing();
    assertThat(rows(officer.get(many + "?text=KLIP[.]example/v/1")))
        .as("as it is shown, in capitals or not")
        .containsExactly("hxxps://klip[.]example/v/1", "hxxps://klip[.]example/v/10");
    assertThat(rows(officer.get(many + "?kind=account"))).containsExactly("Akun: @judi_1");
    assertThat(rows(officer.get(many + "?look=warned")))
        .containsExactly("hxxps://klip[.]example/", "hxxps://judi[.]example/");
    assertThat(rows(officer.get(many + "?look=elsewhere")))
        .containsExactly("hxxps://judi[.]example/", "hxxps://m[.]video[.]example/v/3");
    assertThat(rows(officer.get(many + "?look=filed")))
        .containsExactly("hxxps://klip[.]example/v/9");
    Page twice = officer.get(many + "?look=twice");
    assertThat(rows(twice)).containsExactly("hxxps://klip[.]example/v/2");
    assertThat(twice.text()).contains("sama dengan baris 2", "1 dari 15 baris cocok");
    Page bad = officer.get(many + "?look=bad");
    assertThat(rows(bad)).isEmpty();
    assertThat(bad.text()).contains("klip[.]example/x", "1 dari 15 baris cocok");
    assertThat(officer.get(many + "?text=nowhere").text()).contains("Tidak ada baris yang cocok");
    assertThat(officer.get(many + "?look=odd").status()).isEqualTo(400);
    assertThat(officer.get(many + "?kind=odd").status()).isEqualTo(400);
  }

  @Test
  void what_is_chosen_stays_so_behind_a_filter_and_all_that_it_finds_is_chosen_at_once() {
    String many = aDraftWorthNarrowing();
    Page narrow =
        rows(
            officer.get(many),
            many,
            Map.of("row", "9", "text", "klip.example/v/1", "filter", "yes"));
    assertThat(rows(narrow)).hasSize(2);
    assertThat(narrow.text()).contains("1 baris dipilih");
    Page chosen = rows(narrow, many, Map.of("pick", "found"));
    assertThat(chosen.text()).contains("3 baris dipilih");
    assertThat(rows(rows(chosen, many, Map.of("clear", "yes")))).hasSizeGreaterThan(10);
    assertThat(rows(chosen, many, Map.of("drop", "yes")).text()).contains("Belum ada baris");

    Map<String, List<String>> form = form(chosen, many);
    form.put("category", List.of("03"));
    Map<String, List<String>> stale = new LinkedHashMap<>(form);
    stale.put("version", List.of("0"));
    Page refused = officer.post(many + "/splits", stale);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(rows(refused)).as("narrowed as before").hasSize(2);
    form.put("act", refused.form(many + "/splits").get("act"));
    Page made = officer.follow(officer.post(many + "/splits", form));
    assertThat(rows(made))
        .containsExactly(
            "hxxps://klip[.]example/v/1",
            "hxxps://klip[.]example/v/9",
            "hxxps://klip[.]example/v/10");
  }

  @Test
  void another_language_keeps_the_rows_that_are_chosen_on_other_pages_and_behind_the_filter() {
    String many = "/drafts/" + given.request(klip).withItems(405).drafted();
    Page second = turn(officer.get(many + "?text=klip"), many, "200", List.of("3"));
    String keeping = second.document().select("#striking button.keeping").attr("formaction");
    Map<String, List<String>> form = form(second, many);
    form.put("row", List.of("201"));

    Page english = officer.follow(officer.post(keeping, form));
    assertThat(english.path()).isEqualTo(many + "?text=klip&after=200");
    assertThat(english.document().select("input[name=row][checked]").eachAttr("value"))
        .containsExactly("201");
    assertThat(english.form(many + "/splits")).containsEntry("rows", List.of("3"));
  }

  /** Ten of its own, one of them filed before, and one of each sort that needs a look. */
  private String aDraftWorthNarrowing() {
    given.request(klip).pasting("https://klip.example/v/9").sent();
    StringBuilder pasted = new StringBuilder();
    for (int n = 1; n <= 10; n++) {
      pasted.append("https://klip.example/v/").append(n).append('\n');
    }
    pasted.append("https://klip.example/v/2\nhttps://klip.example/\nhttps://judi.example/\n");
    pasted.append("https://m.video.example/v/3\nftp://klip.example/x\nAkun: judi_1\n");
    return "/drafts/" + given.request(klip).pasting(pasted.toString()).drafted();
  }

  private static List<String> rows(Page page) {
    return page.document().select("#preview li:has(input[name=row]) > .mono").eachText();
  }

  /** The form of the rows with what belongs to it outside: the filter, and the boxes. */
  private static Map<String, List<String>> form(Page page, String draft) {
    Map<String, List<String>> form = page.form(draft + "/splits");
    page.document()
        .select("input[form=striking]:not([type=checkbox])")
        .forEach(input -> form.put(input.attr("name"), List.of(input.val())));
    page.document()
        .select("select[form=striking]")
        .forEach(
            select ->
                form.put(
                    select.attr("name"), List.of(select.select("option[selected]").attr("value"))));
    page.document()
        .select("input[form=striking][type=checkbox][checked]")
        .forEach(
            box ->
                form.merge(
                    "row",
                    List.of(box.val()),
                    (before, more) -> Stream.concat(before.stream(), more.stream()).toList()));
    return form;
  }

  /** Presses a button of the rows. */
  private Page rows(Page page, String draft, Map<String, String> typed) {
    Map<String, List<String>> form = form(page, draft);
    typed.forEach((name, value) -> form.put(name, List.of(value)));
    Page shown = officer.post(draft + "/rows", form);
    assertThat(shown.status()).isEqualTo(200);
    return shown;
  }

  private Page turn(Page page, String draft, String after, List<String> rows) {
    Map<String, List<String>> form = form(page, draft);
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

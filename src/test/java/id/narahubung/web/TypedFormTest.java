package id.narahubung.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.web.FormEncoding.Pair;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

final class TypedFormTest {

  private static final String PAGE =
      """
      <form method=post action=/x><input name=note value=""></form>
      <details><form method=post action=/a><input type=hidden name=need value=law>
      <input name=why value=""></form></details>
      <details><form id=f method=post action=/a><input type=hidden name=need value=letter>
      <input type=hidden name=token value=new><input type=hidden name=name value=own>
      <input type=text name=name value=""><textarea name=why>\nold</textarea>
      <select name=zone><option value=1 selected>one<option value=2>two</select>
      <input type=radio name=kind value=a checked><input type=radio name=kind value=b>
      <details id=more><input type=checkbox name=box value=1></details>
      <input type=checkbox name=box value=2 checked>
      <input type=password name=secret></form></details>
      <input type=checkbox name=row value=7 form=f>
      """;

  private static final List<Pair> TYPED =
      List.of(
          new Pair("need", "letter"),
          new Pair("token", "old"),
          new Pair("name", "own"),
          new Pair("name", "\"<b>\""),
          new Pair("why", "\r\nline one\r\n</textarea><script>"),
          new Pair("zone", "2"),
          new Pair("kind", "b"),
          new Pair("box", "1"),
          new Pair("secret", "x"),
          new Pair("row", "7"),
          new Pair("rows", "401 402"));

  private final Document page = Jsoup.parse(new TypedForm("/a", TYPED).into(PAGE));

  @Test
  void each_control_holds_again_what_was_typed_and_ticked_in_it() {
    assertThat(value("#f input[type=text]")).isEqualTo("\"<b>\"");
    assertThat(page.expectFirst("#f textarea").wholeText())
        .endsWith("line one\r\n</textarea><script>");
    assertThat(page.select("#f option[selected]").eachAttr("value")).containsExactly("2");
    assertThat(page.select("#f [type=radio][checked]").eachAttr("value")).containsExactly("b");
    assertThat(page.select("#f [name=box][checked]").eachAttr("value")).containsExactly("1");
    assertThat(page.select("[name=row]").hasAttr("checked")).as("of the form, outside it").isTrue();
    assertThat(value("#f [type=hidden][name=rows]"))
        .as("no control of its own")
        .isEqualTo("401 402");
  }

  @Test
  void what_the_page_says_of_itself_stays_and_a_password_is_not_given_back() {
    assertThat(value("#f [name=token]")).isEqualTo("new");
    assertThat(value("#f [type=hidden][name=name]")).isEqualTo("own");
    assertThat(page.select("[name=secret]").hasAttr("value")).isFalse();
  }

  @Test
  void of_two_forms_to_one_address_it_is_the_one_about_the_same() {
    assertThat(page.select("form[data-typed]").eachAttr("id")).containsExactly("f");
    assertThat(value("[name=why]:not(textarea)")).isEmpty();
    assertThat(value("[name=note]")).isEmpty();
  }

  @Test
  void what_was_typed_is_seen_at_once() {
    assertThat(page.select("details[open]")).hasSize(2);
    assertThat(page.select("#more").hasAttr("open")).isTrue();
  }

  private String value(String css) {
    return page.select(css).attr("value");
  }
}

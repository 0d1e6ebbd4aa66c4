package id.narahubung.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the tests' own eyes to what they claim, on a page of three elements. */
final class BrowserTest {

  private static final String FORM =
      """
      <!doctype html><html lang="id"><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Coba</title><body><main><h1>Coba</h1>
      <form method="post" action="/said"><input type="hidden" name="token" value="t1">
      <label for="name">Nama orang</label> <input id="name" name="name">
      <label><input type="checkbox" name="agreed" value="yes"> Setuju</label>
      <button>Kirim</button></form></main>
      <script>document.querySelector("h1").textContent = "Berjalan";</script>
      """;
  private static final String WIDE =
      """
      <!doctype html><html lang="id"><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Lebar</title><main><h1>Lebar</h1><p style="width: 700px">lebar</p><img src="x"></main>
      """;

  private static HttpServer server;
  private static URI address;

  @BeforeAll
  static void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    address = URI.create("http://localhost:" + server.getAddress().getPort());
    server.createContext("/form", exchange -> answer(exchange, FORM));
    server.createContext("/wide", exchange -> answer(exchange, WIDE));
    server.createContext(
        "/said",
        exchange -> {
          String said =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          answer(exchange, "<!doctype html><html lang=id><title>Terima</title><p>" + said);
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, String page) throws IOException {
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.getResponseHeaders().add("Set-Cookie", "seen=yes; Path=/");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void a_visitor_fills_in_by_label_and_presses_by_name() {
    Browser browser = Browser.visit(address).open("/form");
    assertThat(browser.text()).contains("Berjalan");

    browser.fill("Nama orang", "Sari").choose("Setuju").press("Kirim");

    assertThat(browser.text()).isEqualTo("token=t1&name=Sari&agreed=yes");
  }

  @Test
  void a_visitor_without_javascript_sees_the_page_as_sent() {
    Browser browser = Browser.withoutJavaScript(address).open("/form");
    assertThat(browser.text()).contains("Coba");

    browser.fill("Nama orang", "Budi").press("Kirim");

    assertThat(browser.text()).isEqualTo("token=t1&name=Budi");
  }

  @Test
  void a_visitor_gets_along_with_the_keyboard() {
    Browser browser = Browser.visit(address).open("/form");

    browser.tabTo("Nama orang").keys("Tini").tabTo("Kirim").enter();

    assertThat(browser.text()).isEqualTo("token=t1&name=Tini");
  }

  @Test
  void the_next_visitor_has_no_cookie_of_the_last() {
    Browser.visit(address).open("/form");
    assertThat(Browser.visit(address).driver().manage().getCookies()).isEmpty();
  }

  @Test
  void a_picture_of_390_pixels_is_390_wide() throws Exception {
    Browser.visit(address).at(390).open("/form").picture("browser-test");

    assertThat(ImageIO.read(Path.of("target/screens/browser-test-390.png").toFile()).getWidth())
        .isEqualTo(390);
  }

  @Test
  void what_is_wider_than_the_screen_is_told() {
    Browser browser = Browser.visit(address).at(390);
    assertThatThrownBy(() -> browser.open("/wide")).hasMessageContaining("wider than the screen");
    assertThat(Browser.visit(address).open("/wide").narrow().wideness()).isGreaterThan(390);
    assertThat(Browser.visit(address).open("/form").narrow().wideness()).isEqualTo(390);
  }

  @Test
  void faults_of_accessibility_are_told() {
    Browser.visit(address).open("/form").axe();
    Browser faulty = Browser.visit(address).open("/wide");
    assertThatThrownBy(faulty::axe).hasMessageContaining("alternative text");
  }

  @Test
  void a_form_is_sent_with_what_the_page_prefilled() {
    try (Http http = new Http(address)) {
      Http.Page answer = http.submit("/form", "/said", Map.of("name", "Sari & Co"));
      assertThat(answer.text()).isEqualTo("token=t1&name=Sari+%26+Co");
      assertThat(http.cookieNames()).containsExactly("seen");
    }
  }
}

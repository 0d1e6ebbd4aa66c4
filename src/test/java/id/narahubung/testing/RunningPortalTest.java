package id.narahubung.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RunningPortalTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  @Test
  void it_answers_a_visitor_with_and_without_a_browser() {
    assertThat(portal.visitor().get("/health").status()).isEqualTo(200);

    Browser browser = portal.browser().open("/sign-in").axe().screenshot("sign-in");
    browser.at(390).open("/sign-in").axe().screenshot("sign-in");
    assertThat(browser.find("html").getDomAttribute("lang")).isEqualTo("id");
    assertThat(portal.browserWithoutJavaScript().open("/sign-in").find("h1").getText())
        .isEqualTo(browser.find("h1").getText());
  }
}

package id.narahubung.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The browsers of this JVM: one with JavaScript and one without, started when first asked for. */
final class Chromium {

  /** Selenium warns that it knows no newer DevTools; we use only what does not change. */
  private static final Logger DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools");

  private static @Nullable ChromeDriver scripted;
  private static @Nullable ChromeDriver plain;

  private Chromium() {}

  static synchronized ChromeDriver scripted() {
    ChromeDriver driver = scripted;
    if (driver == null) {
      driver = launch(Map.of());
      scripted = driver;
    }
    return driver;
  }

  static synchronized ChromeDriver withoutJavaScript() {
    ChromeDriver driver = plain;
    if (driver == null) {
      driver = launch(Map.of("profile.managed_default_content_settings.javascript", 2));
      plain = driver;
    }
    return driver;
  }

  private static ChromeOptions options(Map<String, Integer> more) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(
        program("CHROMIUM", "chromium", "chromium-browser", "google-chrome").toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--window-size=1280,900",
        "--hide-scrollbars",
        "--no-first-run",
        "--no-default-browser-check",
        "--no-pings",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-domain-reliability",
        "--disable-extensions",
        "--disable-sync",
        "--disable-features=OptimizationHints,MediaRouter,Translate",
        "--metrics-recording-only",
        "--password-store=basic",
        "--force-color-profile=srgb");
    Map<String, Object> preferences = new HashMap<>(more);
    preferences.put("intl.accept_languages", "id");
    return options.setExperimentalOption("prefs", preferences);
  }

  private static ChromeDriver launch(Map<String, Integer> preferences) {
    DEVTOOLS.setLevel(Level.SEVERE);
    // Named, so that Selenium looks for no driver in the network.
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(program("CHROMEDRIVER", "chromedriver").toFile())
            .usingAnyFreePort()
            .build();
    ChromeDriver driver = new ChromeDriver(service, options(preferences));
    driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(30));
    Runtime.getRuntime().addShutdownHook(new Thread(driver::quit, "browser-stop"));
    return driver;
  }

  /** The program named in the environment, or the first of these names on the path. */
  private static Path program(String variable, String... names) {
    String named = System.getenv(variable);
    if (named != null) {
      return Path.of(named);
    }
    for (String name : names) {
      for (String folder :
          List.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(File.pathSeparator, -1))) {
        Path program = Path.of(folder, name);
        if (Files.isExecutable(program)) {
          return program;
        }
      }
    }
    throw new IllegalStateException(names[0] + " is not installed: bin/test says how");
  }
}

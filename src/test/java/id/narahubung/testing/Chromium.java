package id.narahubung.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The browsers of this JVM: one with JavaScript and one without, started when first asked for. */
final class Chromium {

  /** Selenium warns that it knows no newer DevTools; we use only what does not change. */
  private static final Logger DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools");

  private static @Nullable ChromeDriver scripted;
  private static @Nullable ChromeDriver plain;
  private static final Map<ChromeDriver, String> compiled = new HashMap<>();

  private Chromium() {}

  static synchronized ChromeDriver scripted() {
    ChromeDriver driver = scripted;
    if (driver == null) {
      driver = launch();
      scripted = driver;
    }
    return driver;
  }

  static synchronized ChromeDriver withoutJavaScript() {
    ChromeDriver driver = plain;
    if (driver == null) {
      driver = launch();
      driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
      plain = driver;
    }
    return driver;
  }

  /**
   * Runs a long script in the page: sent and compiled once for all pages of one process of the
   * browser, which takes longer than most of them to load.
   */
  static void runIn(ChromeDriver driver, String script) {
    String kept = compiled.get(driver);
    if (kept != null && ran(driver, kept)) {
      return;
    }
    Map<String, Object> answer =
        driver.executeCdpCommand(
            "Runtime.compileScript",
            Map.of("expression", script, "sourceURL", "", "persistScript", true));
    String fresh = String.valueOf(answer.get("scriptId"));
    if (!ran(driver, fresh)) {
      throw new IllegalStateException("the browser does not run what it has just compiled");
    }
    compiled.put(driver, fresh);
  }

  private static boolean ran(ChromeDriver driver, String script) {
    try {
      driver.executeCdpCommand("Runtime.runScript", Map.of("scriptId", script, "silent", true));
      return true;
    } catch (WebDriverException e) {
      // Another process shows the page now.
      return false;
    }
  }

  private static ChromeOptions options() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(
        program(
                "CHROMIUM",
                // The same engine without a window: a third less work.
                "chromium-headless-shell",
                "chromium",
                "chromium-browser",
                "google-chrome")
            .toFile());
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
    return options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "id"));
  }

  private static ChromeDriver launch() {
    DEVTOOLS.setLevel(Level.SEVERE);
    // Named, so that Selenium looks for no driver in the network.
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(program("CHROMEDRIVER", "chromedriver").toFile())
            .usingAnyFreePort()
            .build();
    Set<ProcessHandle> before = children();
    ChromeDriver driver = new ChromeDriver(service, options());
    Set<ProcessHandle> started = children();
    started.removeAll(before);
    driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(30));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(driver, started), "browser-stop"));
    return driver;
  }

  private static Set<ProcessHandle> children() {
    return ProcessHandle.current().descendants().collect(Collectors.toSet());
  }

  /** The driver ends what it started: Debian's script around the browser, which would stay. */
  private static void stop(ChromeDriver driver, Set<ProcessHandle> started) {
    try {
      driver.quit();
    } finally {
      started.forEach(ProcessHandle::destroy);
    }
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

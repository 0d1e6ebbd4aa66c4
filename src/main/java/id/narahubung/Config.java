package id.narahubung;

import id.narahubung.data.Login;
import id.narahubung.data.Logins;
import id.narahubung.mail.MailSettings;
import id.narahubung.mail.MailSettings.Dkim;
import id.narahubung.mail.MailSettings.Tls;
import id.narahubung.status.SendingTime;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateKey;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everything the portal is told from outside, read once from the environment and checked.
 *
 * @param publicUrl scheme, host and port people reach it by; no path
 * @param trustedProxies addresses whose forwarded headers are believed
 * @param database the login that serves; none where an embedded server is to be started
 * @param owner the login that migrates; without one the schema is only checked
 * @param mail how mail leaves
 * @param demonstration whether an empty database gets the demonstration
 * @param monitor where a monitor reads meters; none where nobody asks for them
 */
public record Config(
    String host,
    int port,
    URI publicUrl,
    Set<String> trustedProxies,
    Optional<Login> database,
    Optional<Login> owner,
    int pool,
    Path data,
    MailSettings mail,
    boolean demonstration,
    Optional<Monitor> monitor,
    SendingTime status) {

  private static final Pattern ADDRESS =
      Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  public Config {
    trustedProxies = Set.copyOf(trustedProxies);
  }

  /** Reads the variables, or throws one error that lists every fault. */
  public static Config fromEnvironment(Map<String, String> environment) {
    return new Reading(environment).config();
  }

  /** The same, connected to a server that was started for it. */
  public Config connected(Logins logins) {
    return new Config(
        host,
        port,
        publicUrl,
        trustedProxies,
        Optional.of(logins.serving()),
        Optional.of(logins.owner()),
        pool,
        data,
        mail,
        demonstration,
        monitor,
        status);
  }

  /** The same on another port; an address that was not set follows it. */
  public Config on(int other) {
    return new Config(
        host,
        other,
        publicUrl.equals(local(port)) ? local(other) : publicUrl,
        trustedProxies,
        database,
        owner,
        pool,
        data,
        mail,
        demonstration,
        monitor,
        status);
  }

  private static URI local(int port) {
    return URI.create("http://localhost:" + port);
  }

  /** Whether only this machine can reach the portal. */
  public boolean isLoopback() {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
  }

  /** Whether others can reach the portal: it listens to them, or a proxy lets them through. */
  public boolean isOpen() {
    String name = String.valueOf(publicUrl.getHost());
    return !isLoopback()
        || !(name.equals("localhost") || name.startsWith("127.") || name.equals("[::1]"));
  }

  /** What can be set, in the order of the README's table. */
  public static List<Variable> variables() {
    return List.of(
        new Variable("PORT", "8080", "port to listen on"),
        new Variable("HOST", "localhost", "address to listen on"),
        new Variable("PUBLIC_URL", "http://localhost:PORT", "address people reach the portal by"),
        new Variable("TRUSTED_PROXY", "", "addresses whose forwarded headers are believed"),
        new Variable("DATABASE_URL", "", "PostgreSQL to use instead of the embedded one"),
        new Variable("DATABASE_USER", "", "login that serves, owner of nothing"),
        new Variable("DATABASE_PASSWORD", "", "its password (also DATABASE_PASSWORD_FILE)"),
        new Variable("DATABASE_POOL", "10", "connections kept open, besides two for jobs"),
        new Variable("MIGRATE_USER", "", "login that owns the schema and migrates at start"),
        new Variable("MIGRATE_PASSWORD", "", "its password (also MIGRATE_PASSWORD_FILE)"),
        new Variable("DATA", "data", "folder of the embedded server's data"),
        new Variable("SMTP_HOST", "", "server that sends the mail; without one it is kept"),
        new Variable("SMTP_PORT", "587", "its port"),
        new Variable("SMTP_TLS", "starttls", "starttls, tls, or none"),
        new Variable("SMTP_USER", "", "account there, where it asks for one"),
        new Variable("SMTP_PASSWORD", "", "its password (also SMTP_PASSWORD_FILE)"),
        new Variable("SMTP_CA", "", "file of the certificate to trust, where it is your own"),
        new Variable("MAIL_FROM", "", "address the mail comes from; needed with SMTP_HOST"),
        new Variable("MAIL_REPLY_TO", "", "address where answers to the weekly status are read"),
        new Variable("MAIL_DKIM_KEY", "", "PEM file of the RSA key that signs (PKCS #8)"),
        new Variable("MAIL_DKIM_SELECTOR", "", "name under which its public half is published"),
        new Variable("DEMONSTRATION", "", "yes or no: load it when empty; else only if embedded"),
        new Variable("STATUS_AT", "MON 07:00", "when the week before is mailed, MON to SUN"),
        new Variable("STATUS_ZONE", "Asia/Jakarta", "time zone of that"),
        new Variable("METRICS_PORT", "", "port where a monitor reads /metrics (Prometheus)"),
        new Variable("METRICS_HOST", "localhost", "address for that"),
        new Variable("LOG_FORMAT", "text", "text, or json: one object a line"));
  }

  /** Where a monitor asks. */
  public record Monitor(String host, int port) {}

  /** A variable of the environment; the default is empty where there is none. */
  public record Variable(String name, String fallback, String purpose) {}

  /** A configuration that cannot be used: every fault, one line each. */
  public static final class Faulty extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    Faulty(List<String> faults) {
      super(String.join("\n", faults), null, false, false);
      this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
      return faults;
    }
  }

  /** Reads on after a fault, so that all of them are told at once. */
  private static final class Reading {

    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();

    Reading(Map<String, String> environment) {
      this.environment = environment;
    }

    Config config() {
      int port = number("PORT", 8080, 0, 65_535);
      int pool = number("DATABASE_POOL", 10, 2, 200);
      URI publicUrl = publicUrl(port);
      Set<String> proxies = proxies();
      Optional<Login> database = database();
      Optional<Login> owner = owner(database);
      boolean demonstration = yes("DEMONSTRATION", database.isEmpty());
      Path data = Path.of(text("DATA").orElse("data"));
      MailSettings mail = mail(publicUrl);
      Optional<Monitor> monitor = monitor();
      SendingTime status = status();
      if (!Set.of("text", "json").contains(text("LOG_FORMAT").orElse("text"))) {
        faults.add("LOG_FORMAT: is neither 'text' nor 'json'");
      }
      if (!faults.isEmpty()) {
        throw new Faulty(faults);
      }
      return new Config(
          text("HOST").orElse("localhost"),
          port,
          publicUrl,
          proxies,
          database,
          owner,
          pool,
          data,
          mail,
          demonstration,
          monitor,
          status);
    }

    private Optional<String> text(String name) {
      return Optional.ofNullable(environment.get(name))
          .map(String::strip)
          .filter(s -> !s.isEmpty());
    }

    /** A secret, or the content of the file that X_FILE names. */
    private Optional<String> secret(String name) {
      Optional<String> file = text(name + "_FILE");
      if (file.isEmpty()) {
        return text(name);
      }
      if (text(name).isPresent()) {
        faults.add(name + ": set either " + name + " or " + name + "_FILE, not both");
      }
      try {
        return Optional.of(Files.readString(Path.of(file.get())).strip());
      } catch (IOException e) {
        faults.add(name + "_FILE: cannot read '" + file.get() + "'");
        return Optional.empty();
      }
    }

    private int number(String name, int fallback, int from, int to) {
      Optional<String> value = text(name);
      if (value.isEmpty()) {
        return fallback;
      }
      if (value.get().matches("[0-9]{1,9}")) {
        int number = Integer.parseInt(value.get());
        if (number >= from && number <= to) {
          return number;
        }
      }
      faults.add(name + ": '" + value.get() + "' is no number from " + from + " to " + to);
      return fallback;
    }

    private boolean yes(String name, boolean fallback) {
      String value = text(name).orElse(fallback ? "yes" : "no");
      if (!Set.of("yes", "no").contains(value)) {
        faults.add(name + ": '" + value + "' is neither 'yes' nor 'no'");
      }
      return value.equals("yes");
    }

    private URI publicUrl(int port) {
      URI fallback = local(port);
      Optional<String> value = text("PUBLIC_URL");
      if (value.isEmpty()) {
        return fallback;
      }
      Optional<URI> url = Optional.of(value.get()).flatMap(Reading::uri).filter(Reading::isOrigin);
      if (url.isEmpty()) {
        faults.add(
            "PUBLIC_URL: '"
                + value.get()
                + "' is no address like https://portal.example.go.id, without a path");
      }
      return url.orElse(fallback);
    }

    private static boolean isOrigin(URI url) {
      return Set.of("http", "https").contains(String.valueOf(url.getScheme()))
          && url.getHost() != null
          && url.getUserInfo() == null
          && url.getQuery() == null
          && url.getFragment() == null
          && Set.of("", "/").contains(url.getPath());
    }

    private static Optional<URI> uri(String text) {
      try {
        return Optional.of(URI.create(text));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    private Set<String> proxies() {
      Set<String> addresses =
          Arrays.stream(text("TRUSTED_PROXY").orElse("").split("[,\\s]+", -1))
              .filter(address -> !address.isEmpty())
              .collect(Collectors.toUnmodifiableSet());
      addresses.stream()
          .filter(address -> !ADDRESS.matcher(address).matches())
          .sorted()
          .forEach(address -> faults.add("TRUSTED_PROXY: '" + address + "' is no IP address"));
      return addresses;
    }

    private MailSettings mail(URI publicUrl) {
      Optional<String> host = text("SMTP_HOST");
      int port = number("SMTP_PORT", 587, 1, 65_535);
      String tls = text("SMTP_TLS").orElse("starttls");
      if (!Set.of("starttls", "tls", "none").contains(tls)) {
        faults.add("SMTP_TLS: '" + tls + "' is none of 'starttls', 'tls' and 'none'");
        tls = "starttls";
      }
      Tls way = Tls.valueOf(tls.toUpperCase(Locale.ROOT));
      Optional<String> user = text("SMTP_USER");
      Optional<String> password = secret("SMTP_PASSWORD");
      if (user.isPresent() != password.isPresent()) {
        faults.add("SMTP_USER: set it and SMTP_PASSWORD together, or neither");
      }
      Optional<Path> trusted = file("SMTP_CA");
      Optional<MailSettings.Account> account =
          user.flatMap(name -> password.map(secret -> new MailSettings.Account(name, secret)));
      String from = from(host.isPresent()).orElse("narahubung@" + publicUrl.getHost());
      return new MailSettings(
          host.map(name -> new MailSettings.Server(name, port, way, account, trusted)),
          from,
          address("MAIL_REPLY_TO"),
          dkim());
    }

    private Optional<Monitor> monitor() {
      String host = text("METRICS_HOST").orElse("localhost");
      return text("METRICS_PORT")
          .map(set -> new Monitor(host, number("METRICS_PORT", 0, 0, 65_535)));
    }

    private SendingTime status() {
      String zone = text("STATUS_ZONE").orElse(SendingTime.USUAL.zone().getId());
      if (!ZoneId.getAvailableZoneIds().contains(zone)) {
        faults.add("STATUS_ZONE: '" + zone + "' is no time zone like Asia/Jakarta");
        return SendingTime.USUAL;
      }
      String at = text("STATUS_AT").orElse("MON 07:00");
      Optional<SendingTime> time = SendingTime.find(at, ZoneId.of(zone));
      if (time.isEmpty()) {
        faults.add("STATUS_AT: '" + at + "' is no day and time like MON 07:00");
      }
      return time.orElse(SendingTime.USUAL);
    }

    private Optional<String> from(boolean needed) {
      if (text("MAIL_FROM").isEmpty() && needed) {
        faults.add("MAIL_FROM: is missing (the address the mail comes from)");
      }
      return address("MAIL_FROM");
    }

    private Optional<String> address(String name) {
      Optional<String> given = text(name);
      if (given.isPresent() && !given.get().matches("[^@\\s<>]+@[A-Za-z0-9.-]+")) {
        faults.add(name + ": '" + given.get() + "' is no address like narahubung@example.go.id");
        return Optional.empty();
      }
      return given;
    }

    private Optional<Dkim> dkim() {
      Optional<Path> file = file("MAIL_DKIM_KEY");
      Optional<String> selector = text("MAIL_DKIM_SELECTOR");
      if (text("MAIL_DKIM_KEY").isPresent() != selector.isPresent()) {
        faults.add("MAIL_DKIM_SELECTOR: set it and MAIL_DKIM_KEY together, or neither");
      }
      Optional<RSAPrivateKey> key = file.flatMap(Dkim::key);
      if (file.isPresent() && key.isEmpty()) {
        faults.add("MAIL_DKIM_KEY: holds no RSA key as 'openssl genrsa' writes it");
      }
      return key.flatMap(secret -> selector.map(name -> new Dkim(secret, name)));
    }

    /** A file that must be readable. */
    private Optional<Path> file(String name) {
      Optional<Path> file = text(name).map(Path::of);
      if (file.isPresent() && !Files.isReadable(file.get())) {
        faults.add(name + ": cannot read '" + file.get() + "'");
        return Optional.empty();
      }
      return file;
    }

    private Optional<Login> database() {
      Optional<String> address = text("DATABASE_URL");
      Optional<String> password = secret("DATABASE_PASSWORD");
      if (address.isEmpty()) {
        for (String name : List.of("DATABASE_USER", "MIGRATE_USER")) {
          text(name).ifPresent(value -> faults.add(name + ": is set, but DATABASE_URL is not"));
        }
        return Optional.empty();
      }
      Optional<Address> parsed = Address.of(address.get());
      if (parsed.isEmpty()) {
        // The value may hold a password, so it is not repeated.
        faults.add(
            "DATABASE_URL: is no address like jdbc:postgresql://host:5432/narahubung"
                + " or postgres://user:password@host/narahubung");
        return Optional.empty();
      }
      Optional<String> user = text("DATABASE_USER").or(parsed.get()::user);
      if (user.isEmpty()) {
        faults.add("DATABASE_USER: is missing (the login that serves)");
      }
      return user.map(
          name ->
              new Login(parsed.get().url(), name, password.or(parsed.get()::password).orElse("")));
    }

    private Optional<Login> owner(Optional<Login> database) {
      Optional<String> user = text("MIGRATE_USER");
      Optional<String> password = secret("MIGRATE_PASSWORD");
      if (user.isEmpty() && password.isPresent()) {
        faults.add("MIGRATE_USER: is missing, but MIGRATE_PASSWORD is set");
      }
      if (database.isPresent() && user.equals(database.map(Login::user))) {
        faults.add("MIGRATE_USER: must be another login than DATABASE_USER, who may own nothing");
      }
      Function<Login, Login> migrating =
          serving -> new Login(serving.url(), user.orElse(""), password.orElse(""));
      return user.isEmpty() ? Optional.empty() : database.map(migrating);
    }
  }

  /** A database's address in the driver's form, with the login where the address held one. */
  private record Address(String url, Optional<String> user, Optional<String> password) {

    static Optional<Address> of(String text) {
      if (text.matches("jdbc:postgresql://[^\\s@]+/[^\\s@]+")) {
        return Optional.of(new Address(text, Optional.empty(), Optional.empty()));
      }
      if (!text.matches("postgres(ql)?://\\S+")) {
        return Optional.empty();
      }
      return Reading.uri(text)
          .filter(uri -> uri.getHost() != null && uri.getPath().length() > 1)
          .map(Address::of);
    }

    private static Address of(URI uri) {
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      List<String> login =
          uri.getUserInfo() == null ? List.of() : List.of(uri.getUserInfo().split(":", 2));
      return new Address(
          "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
          login.stream().findFirst(),
          login.stream().skip(1).findFirst());
    }
  }
}

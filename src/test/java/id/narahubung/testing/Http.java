package id.narahubung.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * One visitor without a browser: keeps cookies, follows no redirect, fills in forms. Each visitor
 * is a new Http.
 */
public final class Http implements AutoCloseable {

  private final URI address;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client;

  public Http(URI address) {
    this(address, HttpClient.newBuilder());
  }

  /** One that trusts no other certificates. */
  public Http(URI address, SSLContext trusting) {
    this(address, HttpClient.newBuilder().sslContext(trusting));
  }

  private Http(URI address, HttpClient.Builder builder) {
    this.address = address;
    this.client =
        builder
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
  }

  /** Takes a cookie along that the portal would have set. */
  public void carry(String name, String value) {
    HttpCookie cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(address, cookie);
  }

  /** The portal's. */
  public URI address() {
    return address;
  }

  /** As a request's header has them. */
  public String cookies() {
    return cookies.getCookieStore().get(address).stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  /** An answer: what a test may ask of it. */
  public record Page(String path, HttpResponse<String> response) {

    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    /** Where a redirect leads; empty where there is none. */
    public String location() {
      return header("Location");
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public Document document() {
      return Jsoup.parse(body());
    }

    /** What a reader sees, white space collapsed. */
    public String text() {
      return document().body().text();
    }

    /** Every field of the form that posts to this path, as the page prefilled it. */
    public Map<String, List<String>> form(String action) {
      Element found = document().selectFirst("form[action='" + action + "']");
      if (!(found instanceof FormElement form)) {
        throw new AssertionError("no form to " + action + " on " + path + ": " + text());
      }
      Map<String, List<String>> fields = new LinkedHashMap<>();
      for (Connection.KeyVal field : form.formData()) {
        fields.merge(
            field.key(),
            List.of(field.value()),
            (earlier, later) -> Stream.concat(earlier.stream(), later.stream()).toList());
      }
      return fields;
    }
  }

  public Page get(String path) {
    return send(path, HttpRequest.newBuilder().GET());
  }

  /** A file as it is. */
  public byte[] getBytes(String path) {
    try {
      HttpResponse<byte[]> response =
          client.send(
              HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofMinutes(5)).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertThat(response.statusCode()).as(path).isEqualTo(200);
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Any request, for tests of what browsers do not send. */
  public Page send(String path, HttpRequest.Builder request) {
    try {
      return new Page(
          path,
          client.send(
              request.uri(address.resolve(path)).timeout(Duration.ofSeconds(30)).build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Posts exactly these fields, as a form of the same site would. */
  public Page post(String path, Map<String, List<String>> fields) {
    String body =
        fields.entrySet().stream()
            .flatMap(f -> f.getValue().stream().map(v -> encode(f.getKey()) + "=" + encode(v)))
            .collect(Collectors.joining("&"));
    return send(
        path,
        HttpRequest.newBuilder()
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Posts a form with a file in it, as a browser sends it. */
  public Page upload(String path, Map<String, List<String>> fields, String name, byte[] file) {
    return upload(path, fields, "file", name, file);
  }

  /** The same where the file's field has another name. */
  public Page upload(
      String path, Map<String, List<String>> fields, String fileField, String name, byte[] file) {
    String boundary = "----narahubung";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach(
        (field, values) ->
            values.forEach(value -> part(body, boundary, field, "", value.getBytes(UTF_8))));
    part(body, boundary, fileField, "; filename=\"" + name + "\"", file);
    body.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
    return send(
        path,
        HttpRequest.newBuilder()
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static void part(
      ByteArrayOutputStream body, String boundary, String field, String more, byte[] content) {
    body.writeBytes(
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\""
                + field
                + "\""
                + more
                + "\r\n\r\n")
            .getBytes(UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(UTF_8));
  }

  /** Fills in the form on the page that posts to this path and sends it, hidden fields included. */
  public Page submit(Page page, String action, Map<String, String> typed) {
    Map<String, List<String>> fields = page.form(action);
    typed.forEach((name, value) -> fields.put(name, List.of(value)));
    return post(action, fields);
  }

  /** Opens the page, fills in its form and sends it. */
  public Page submit(String path, String action, Map<String, String> typed) {
    return submit(get(path), action, typed);
  }

  /** Goes where the answer leads. */
  public Page follow(Page page) {
    assertThat(page.location()).as("%s %s", page.status(), page.path()).isNotEmpty();
    return get(page.location());
  }

  public List<String> cookieNames() {
    return cookies.getCookieStore().getCookies().stream().map(cookie -> cookie.getName()).toList();
  }

  @Override
  public void close() {
    client.close();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

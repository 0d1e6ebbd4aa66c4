package id.narahubung.install;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** nginx with the archive's own site, a certificate of its own, on a free port. */
final class Nginx implements AutoCloseable {

  private final Process process;
  private final URI address;
  private final SSLContext trust;

  private Nginx(Process process, URI address, SSLContext trust) {
    this.process = process;
    this.address = address;
    this.trust = trust;
  }

  /**
   * @param site the archive's file
   * @param folder where it may write
   */
  static Nginx start(Path site, Path folder, int port, int portal)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path certificate = folder.resolve("certificate.pem");
    Path key = folder.resolve("key.pem");
    Programs.run(
        folder,
        Map.of(),
        Programs.asNobody(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=localhost",
            "-addext",
            "subjectAltName=DNS:localhost",
            "-keyout",
            key.toString(),
            "-out",
            certificate.toString()));
    String own =
        Files.readString(site)
            .replace("listen 443 ssl", "listen 127.0.0.1:" + port + " ssl")
            .replace("/etc/ssl/narahubung/certificate.pem", certificate.toString())
            .replace("/etc/ssl/narahubung/key.pem", key.toString())
            .replace("127.0.0.1:8080", "127.0.0.1:" + portal);
    Path settings = folder.resolve("nginx.conf");
    Files.writeString(
        settings,
        """
        daemon off;
        pid %1$s/nginx.pid;
        error_log %1$s/nginx.log;
        events {}
        http {
          access_log off;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
        %2$s
        }
        """
            .formatted(folder, own));
    Process process =
        new ProcessBuilder(Programs.asNobody("nginx", "-c", settings.toString()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nginx.out").toFile())
            .start();
    return new Nginx(process, URI.create("https://localhost:" + port), trusting(certificate));
  }

  /** Where people reach the portal. */
  URI address() {
    return address;
  }

  /** Trusts its certificate and no other. */
  SSLContext trust() {
    return trust;
  }

  private static SSLContext trusting(Path certificate)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null);
    try (var in = Files.newInputStream(certificate)) {
      store.setCertificateEntry(
          "own", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

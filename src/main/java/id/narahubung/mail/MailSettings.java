package id.narahubung.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How mail leaves.
 *
 * @param server none where nobody named one: then mails are kept to be read, and none is sent
 * @param from the address it comes from; its host also names the messages
 * @param replyTo where answers to the weekly status are read; none where nobody reads any
 */
public record MailSettings(
    Optional<Server> server, String from, Optional<String> replyTo, Optional<Dkim> dkim) {

  /** How the way to the server is held. */
  public enum Tls {
    NONE,
    STARTTLS,
    TLS
  }

  /**
   * The server that takes mail from us.
   *
   * @param trusted a file with the certificate to trust, where no public authority signed it
   */
  public record Server(
      String host, int port, Tls tls, Optional<Account> account, Optional<Path> trusted) {}

  /** What the server asks to be told. */
  public record Account(String user, String password) {

    @Override
    public String toString() {
      return user;
    }
  }

  /** The key that signs, and under which name its public half stands in the sender's domain. */
  public record Dkim(RSAPrivateKey key, String selector) {

    private static final Pattern PEM =
        Pattern.compile(
            "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*");

    /** The key in a PEM file ('openssl genrsa'); none where that holds no such key. */
    public static Optional<RSAPrivateKey> key(Path file) {
      try {
        Matcher pem = PEM.matcher(Files.readString(file));
        if (!pem.matches()) {
          return Optional.empty();
        }
        byte[] key = Base64.getMimeDecoder().decode(pem.group(1));
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key))
                instanceof RSAPrivateKey rsa
            ? Optional.of(rsa)
            : Optional.empty();
      } catch (IOException | GeneralSecurityException e) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return selector;
    }
  }

  /** The domain of the sender. */
  public String domain() {
    return from.substring(from.lastIndexOf('@') + 1);
  }
}

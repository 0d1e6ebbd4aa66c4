package id.narahubung.mail;

import id.narahubung.mail.Delivery.Outcome;
import id.narahubung.mail.MailSettings.Server;
import id.narahubung.mail.MailSettings.Tls;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.api.email.EmailPopulatingBuilder;
import org.simplejavamail.converter.EmailConverter;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.utils.mail.dkim.DkimException;
import org.simplejavamail.utils.mail.dkim.DkimMessage;
import org.simplejavamail.utils.mail.dkim.DkimSigner;

/** Hands mails to the SMTP server, one at a time, and says what it answered. */
public final class Postman {

  private static final String CONNECT_WITHIN_MS = "10000";
  private static final String SILENT_AT_MOST_MS = "20000";
  private static final int PERMANENT = 500;

  private final Server server;
  private final MailSettings settings;
  private final URI publicUrl;
  private final String sender;
  private final Properties properties;

  /**
   * For a server.
   *
   * @param sender the name the mails come from
   */
  public Postman(Server server, MailSettings settings, URI publicUrl, String sender) {
    this(server, settings, publicUrl, sender, SILENT_AT_MOST_MS);
  }

  Postman(Server server, MailSettings settings, URI publicUrl, String sender, String silentAtMost) {
    this.server = server;
    this.settings = settings;
    this.publicUrl = publicUrl;
    this.sender = sender;
    this.properties = properties(server, settings, silentAtMost);
  }

  private static Properties properties(Server server, MailSettings settings, String silent) {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", server.host());
    properties.put("mail.smtp.port", Integer.toString(server.port()));
    properties.put("mail.smtp.connectiontimeout", CONNECT_WITHIN_MS);
    properties.put("mail.smtp.timeout", silent);
    properties.put("mail.smtp.writetimeout", silent);
    properties.put("mail.smtp.from", settings.from());
    properties.put("mail.smtp.auth", Boolean.toString(server.account().isPresent()));
    // What follows the server's 'yes' changes nothing any more.
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.starttls.enable", Boolean.toString(server.tls() == Tls.STARTTLS));
    properties.put("mail.smtp.starttls.required", Boolean.toString(server.tls() == Tls.STARTTLS));
    properties.put("mail.smtp.ssl.enable", Boolean.toString(server.tls() == Tls.TLS));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    server
        .trusted()
        .ifPresent(file -> properties.put("mail.smtp.ssl.socketFactory", trusting(file)));
    return properties;
  }

  /** Trusts what this certificate signed, and nobody else. */
  private static SSLSocketFactory trusting(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      int number = 0;
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        trusted.setCertificateEntry("trusted-" + ++number, certificate);
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("SMTP_CA: is no file of certificates", e);
    }
  }

  /** Gives a mail to the server. Never throws: what went wrong is the answer. */
  Delivery deliver(Outgoing mail) {
    Session session = Session.getInstance(properties);
    try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
      return deliver(mail, session, transport);
    } catch (MessagingException e) {
      return new Delivery(Outcome.FAILED, 0, told(e));
    }
  }

  private Delivery deliver(Outgoing mail, Session session, SMTPTransport transport) {
    try {
      MimeMessage message = message(mail, session);
      if (server.account().isPresent()) {
        transport.connect(
            server.host(),
            server.port(),
            server.account().get().user(),
            server.account().get().password());
      } else {
        transport.connect(server.host(), server.port(), null, null);
      }
      transport.sendMessage(message, new Address[] {new InternetAddress(mail.address())});
      return new Delivery(
          Outcome.SENT, transport.getLastReturnCode(), transport.getLastServerResponse());
    } catch (AddressException e) {
      return new Delivery(Outcome.REFUSED, 0, told(e));
    } catch (AuthenticationFailedException e) {
      // Our own fault, not this mail's: all would be parked for a mistyped password.
      return new Delivery(Outcome.FAILED, 535, told(e));
    } catch (MessagingException e) {
      int code = code(e);
      return new Delivery(code >= PERMANENT ? Outcome.REFUSED : Outcome.FAILED, code, told(e));
    }
  }

  /**
   * The server's code, wherever in the chain of what went wrong it stands; 0 where it gave none.
   */
  private static int code(MessagingException failure) {
    int code = 0;
    for (@Nullable Exception e = failure; code == 0 && e != null; e = next(e)) {
      code =
          switch (e) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException from -> from.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
          };
    }
    return Math.max(code, 0);
  }

  private static @Nullable Exception next(Exception e) {
    return e instanceof MessagingException more ? more.getNextException() : null;
  }

  private static String told(Exception e) {
    return String.valueOf(e.getMessage());
  }

  private MimeMessage message(Outgoing mail, Session session) throws MessagingException {
    EmailPopulatingBuilder email =
        EmailBuilder.startingBlank()
            .from(sender, settings.from())
            .to(mail.name(), mail.address())
            .withSubject(mail.letter().subject())
            .withPlainText(mail.letter().text())
            .withHTMLText(mail.letter().html())
            .fixingMessageId(mail.messageId())
            .withHeader("Content-Language", mail.letter().language().code())
            .withHeader("Auto-Submitted", "auto-generated")
            .withHeader("X-Auto-Response-Suppress", "All")
            .withHeader("Precedence", mail.unsubscribe().isPresent() ? "bulk" : "list");
    // All mails of a case answer one that never was: programs show them as one conversation.
    mail.request()
        .map(request -> "<request-" + request + "@" + settings.domain() + ">")
        .ifPresent(root -> email.withHeader("In-Reply-To", root).withHeader("References", root));
    mail.unsubscribe()
        .map(token -> publicUrl.resolve("/unsubscribe/" + token))
        .ifPresent(
            url ->
                email
                    .withHeader("List-Unsubscribe", "<" + url + ">")
                    .withHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    MimeMessage message = EmailConverter.emailToMimeMessage(email.buildEmail(), session);
    return settings.dkim().isPresent() ? signed(message, settings.dkim().get()) : message;
  }

  private MimeMessage signed(MimeMessage message, MailSettings.Dkim dkim)
      throws MessagingException {
    try {
      DkimSigner signer = new DkimSigner(settings.domain(), dkim.selector(), dkim.key());
      // Whether the public half is published is asked by who reads the mail, not for each we send.
      signer.setCheckDomainKey(false);
      return new DkimMessage(message, signer);
    } catch (DkimException e) {
      throw new MessagingException("the mail could not be signed", e);
    }
  }
}

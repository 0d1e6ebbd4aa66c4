package id.narahubung.mail;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import id.narahubung.mail.Delivery.Outcome;
import id.narahubung.mail.Delivery.Reached;
import id.narahubung.mail.MailSettings.Server;
import id.narahubung.mail.MailSettings.Tls;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.api.email.EmailPopulatingBuilder;
import org.simplejavamail.converter.EmailConverter;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.utils.mail.dkim.DkimException;
import org.simplejavamail.utils.mail.dkim.DkimMessage;
import org.simplejavamail.utils.mail.dkim.DkimSigner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands mails to the SMTP server, one at a time, and says what it answered. */
public final class Postman {

  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

  private static final String CONNECT_WITHIN_MS = "10000";

  /** From the first knock to the last line of a mail. */
  private static final Duration UNTIL_THE_END = Duration.ofMinutes(2);

  /**
   * Filters look at a mail before they say yes: who hangs up sends it again (RFC 5321 4.5.3.2.6).
   */
  private static final Duration AFTER_THE_END = Duration.ofMinutes(10);

  /** No attempt takes longer. */
  static final Duration LONGEST = UNTIL_THE_END.plus(AFTER_THE_END);

  private final Server server;
  private final MailSettings settings;
  private final URI publicUrl;
  private final String sender;
  private final Duration untilTheEnd;
  private final Duration afterTheEnd;
  private final Properties properties;

  /**
   * For a server.
   *
   * @param sender the name the mails come from
   */
  public Postman(Server server, MailSettings settings, URI publicUrl, String sender) {
    this(server, settings, publicUrl, sender, UNTIL_THE_END, AFTER_THE_END);
  }

  Postman(
      Server server,
      MailSettings settings,
      URI publicUrl,
      String sender,
      Duration untilTheEnd,
      Duration afterTheEnd) {
    this.server = server;
    this.settings = settings;
    this.publicUrl = publicUrl;
    this.sender = sender;
    this.untilTheEnd = untilTheEnd;
    this.afterTheEnd = afterTheEnd;
    this.properties = properties(server, settings, afterTheEnd);
  }

  private static Properties properties(Server server, MailSettings settings, Duration silent) {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", server.host());
    properties.put("mail.smtp.port", Integer.toString(server.port()));
    properties.put("mail.smtp.connectiontimeout", CONNECT_WITHIN_MS);
    properties.put("mail.smtp.timeout", Long.toString(silent.toMillis()));
    properties.put("mail.smtp.from", settings.from());
    properties.put("mail.smtp.auth", Boolean.toString(server.account().isPresent()));
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
    try {
      MimeMessage message = message(mail, session);
      Address[] to = {new InternetAddress(mail.address())};
      return inTime(new Progress(session), message, to);
    } catch (AddressException e) {
      return new Delivery(Outcome.REFUSED, Reached.MAILBOX, 0, told(e));
    } catch (MessagingException e) {
      return Delivery.failed(Reached.SERVER, 0, told(e));
    }
  }

  /**
   * In a thread that can be told to let go: a limit of the socket's own is kept by a server that
   * says a line now and then for ever.
   */
  private Delivery inTime(Progress transport, MimeMessage message, Address[] to) {
    FutureTask<Delivery> attempt = new FutureTask<>(() -> attempt(transport, message, to));
    Thread hand =
        Thread.ofVirtual()
            .name("mail")
            .start(
                () -> {
                  attempt.run();
                  close(transport);
                });
    try {
      return await(attempt, transport);
    } catch (TimeoutException e) {
      // This closes the connection.
      hand.interrupt();
      return Delivery.failed(transport.reached, 0, "no answer in time");
    } catch (InterruptedException e) {
      hand.interrupt();
      Thread.currentThread().interrupt();
      return Delivery.failed(transport.reached, 0, "told to stop");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private Delivery await(FutureTask<Delivery> attempt, Progress transport)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      return attempt.get(untilTheEnd.toMillis(), MILLISECONDS);
    } catch (TimeoutException e) {
      if (transport.reached != Reached.END) {
        throw e;
      }
      return attempt.get(afterTheEnd.toMillis(), MILLISECONDS);
    }
  }

  private Delivery attempt(Progress transport, MimeMessage message, Address[] to) {
    try {
      Optional<MailSettings.Account> account = server.account();
      transport.connect(
          server.host(),
          server.port(),
          account.map(MailSettings.Account::user).orElse(null),
          account.map(MailSettings.Account::password).orElse(null));
      transport.sendMessage(message, to);
      return Delivery.sent(transport.getLastReturnCode(), transport.getLastServerResponse());
    } catch (AuthenticationFailedException e) {
      return Delivery.failed(Reached.SERVER, 535, told(e));
    } catch (MessagingException e) {
      return answer(e)
          .map(said -> Delivery.failed(transport.reached, said.code(), said.reply()))
          .orElseGet(() -> Delivery.failed(transport.reached, 0, told(e)));
    }
  }

  /** What follows the server's answer changes nothing any more. */
  private static void close(Progress transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("the server had hung up already: {}", e.getMessage());
    }
  }

  /** Tells how far it came. */
  private static final class Progress extends SMTPTransport {

    volatile Reached reached = Reached.SERVER;

    Progress(Session session) {
      super(session, new URLName("smtp", null, -1, null, null, null));
    }

    @Override
    protected void rcptTo() throws MessagingException {
      reached = Reached.MAILBOX;
      super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
      reached = Reached.CONTENT;
      return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
      reached = Reached.END;
      super.finishData();
    }
  }

  private record Answer(int code, String reply) {}

  /** What the server said, wherever in the chain of what went wrong it stands. */
  private static Optional<Answer> answer(MessagingException failure) {
    for (@Nullable Exception e = failure; e != null; e = next(e)) {
      int code =
          switch (e) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
          };
      if (code > 0) {
        return Optional.of(new Answer(code, told(e)));
      }
    }
    return Optional.empty();
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
    if (mail.kind() == NewMail.Kind.STATUS) {
      settings.replyTo().ifPresent(email::withReplyTo);
    }
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
      // One click ends news only where both of its lines are signed (RFC 8058 section 4).
      signer.addHeaderToSign("List-Unsubscribe-Post");
      return new DkimMessage(message, signer);
    } catch (DkimException e) {
      throw new MessagingException("the mail could not be signed", e);
    }
  }
}

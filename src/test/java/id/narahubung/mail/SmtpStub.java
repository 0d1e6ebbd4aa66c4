package id.narahubung.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server that misbehaves as told, one connection after the other, and then behaves. */
final class SmtpStub implements AutoCloseable {

  /** What it does with a connection. */
  enum Manner {
    GOOD,
    /** 'No such mailbox', for good. */
    REFUSES,
    /** 'Come back later', after the whole message. */
    BUSY,
    /** Says line after line and comes to no end. */
    DRIPS,
    /** Looks at a mail for longer than any other answer may take, and then takes it. */
    SLOW,
    /** Takes nothing from this sender. */
    REFUSES_SENDER,
    /** Passes nothing on for us, whoever it is for. */
    REFUSES_RELAY,
    /** 'That mailbox is full', for now. */
    FULL,
    /** Hangs up in the middle of the message. */
    DROPS,
    /** Lets nobody in without a password it does not know. */
    ASKS_WHO
  }

  private final ServerSocket socket;
  private final @Nullable SSLContext tls;
  private final Queue<Manner> manners = new ConcurrentLinkedQueue<>();
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private volatile boolean encrypted;
  private volatile @Nullable Runnable beforeItsFirstYes;

  SmtpStub(@Nullable SSLContext tls, Manner... manners) {
    this.tls = tls;
    this.manners.addAll(List.of(manners));
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Every message it said yes to. */
  List<String> messages() {
    return messages;
  }

  /** What is done once it has the first message, before it says so. */
  void beforeItsFirstYes(Runnable first) {
    beforeItsFirstYes = first;
  }

  boolean wasEncrypted() {
    return encrypted;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Manner next = manners.poll();
        Thread.ofVirtual().start(() -> serve(client, next == null ? Manner.GOOD : next));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket first, Manner manner) {
    try (Socket client = first) {
      if (manner == Manner.DRIPS) {
        while (isHeldFor(client, 50)) {
          say(client, "220-one moment");
        }
        return;
      }
      say(client, "220 stub");
      talk(client, manner);
    } catch (IOException e) {
      // The other one hung up.
    }
  }

  /** Whether the other one, who has nothing to say now, is still there after so long. */
  private static boolean isHeldFor(Socket client, int millis) throws IOException {
    client.setSoTimeout(millis);
    try {
      return client.getInputStream().read() >= 0;
    } catch (SocketTimeoutException e) {
      return true;
    }
  }

  private void talk(Socket client, Manner manner) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String verb = line.split(" ", 2)[0].toUpperCase(java.util.Locale.ROOT);
      switch (verb) {
        case "EHLO" -> {
          boolean offers = tls != null && !(client instanceof SSLSocket);
          say(client, "250-stub");
          say(client, manner == Manner.ASKS_WHO ? "250-AUTH PLAIN" : "250-8BITMIME");
          say(client, offers ? "250 STARTTLS" : "250 SIZE");
        }
        case "STARTTLS" -> {
          say(client, "220 go ahead");
          talk(encrypt(client), manner);
          return;
        }
        case "AUTH" -> say(client, "535 5.7.8 who are you");
        case "MAIL" ->
            say(client, manner == Manner.REFUSES_SENDER ? "553 5.7.1 not your address" : "250 ok");
        case "RCPT" ->
            say(
                client,
                switch (manner) {
                  case REFUSES -> "550 5.1.1 no such mailbox";
                  case REFUSES_RELAY -> "554 5.7.1 relay access denied";
                  case FULL -> "452 4.2.2 mailbox full";
                  default -> "250 ok";
                });
        case "DATA" -> {
          say(client, "354 go on");
          if (manner == Manner.DROPS) {
            in.readLine();
            return;
          }
          take(client, in, manner);
        }
        case "QUIT" -> {
          say(client, "221 bye");
          return;
        }
        default -> say(client, "250 ok");
      }
    }
  }

  private void take(Socket client, BufferedReader in, Manner manner) throws IOException {
    StringBuilder message = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      message.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
    }
    if (manner == Manner.BUSY) {
      say(client, "451 4.3.0 come back later");
      return;
    }
    if (manner == Manner.SLOW && !isHeldFor(client, 2_500)) {
      return;
    }
    messages.add(message.toString());
    Runnable first = beforeItsFirstYes;
    if (first != null) {
      beforeItsFirstYes = null;
      first.run();
    }
    say(client, "250 2.0.0 taken");
  }

  private Socket encrypt(Socket client) throws IOException {
    SSLContext context = java.util.Objects.requireNonNull(tls);
    SSLSocket wrapped =
        (SSLSocket)
            context.getSocketFactory().createSocket(client, "localhost", client.getPort(), true);
    wrapped.setUseClientMode(false);
    wrapped.startHandshake();
    encrypted = true;
    return wrapped;
  }

  private static void say(Socket client, String line) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write((line + "\r\n").getBytes(UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

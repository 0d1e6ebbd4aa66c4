package id.narahubung.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;

/**
 * One connection that reads pages and throws them away. It shares the machine with what it
 * measures: java.net.http took a millisecond of processor time a page, as much as the portal itself
 * for some.
 */
final class PageReader implements AutoCloseable {

  private static final int BUFFER = 1 << 15;

  private final Socket socket;
  private final InputStream in;
  private final String head;

  PageReader(URI address, String cookies) throws IOException {
    socket = new Socket(address.getHost(), address.getPort());
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    head = " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nCookie: " + cookies + "\r\n\r\n";
  }

  /** Reads a page to its end; anything but 200 is a fault of the measurement. */
  void read(String path) throws IOException {
    socket.getOutputStream().write(("GET " + path + head).getBytes(ISO_8859_1));
    String status = line();
    if (!status.startsWith("HTTP/1.1 200 ")) {
      throw new IOException(path + " answered " + status);
    }
    long length = -1;
    for (String header = line(); !header.isEmpty(); header = line()) {
      int colon = header.indexOf(':');
      if (header.regionMatches(true, 0, "Content-Length", 0, colon)) {
        length = Long.parseLong(header.substring(colon + 1).strip());
      }
    }
    if (length >= 0) {
      in.skipNBytes(length);
    } else {
      skipChunks();
    }
  }

  private void skipChunks() throws IOException {
    long size;
    do {
      size = Long.parseLong(line(), 16);
      in.skipNBytes(size + 2);
    } while (size > 0);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the portal hung up");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

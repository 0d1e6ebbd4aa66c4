package id.narahubung.data;

/** Why the embedded server cannot be started, in one line for the one who typed the command. */
public final class CannotStart extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CannotStart(String line) {
    super(line);
  }

  CannotStart(String line, Throwable cause) {
    super(line, cause);
  }
}

package id.narahubung.evidence;

/** A file that is not taken, with the sentence that says why. */
public final class FileFault extends Exception {

  private static final long serialVersionUID = 1L;

  private final String key;

  FileFault(String key) {
    super(key);
    this.key = key;
  }

  /** The message's key; its one argument is the largest size in megabytes. */
  public String key() {
    return key;
  }
}

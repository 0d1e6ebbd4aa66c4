package id.narahubung.addresses;

/** Why something that was meant as a content address cannot be taken as one. */
public enum Fault {
  /** There is a scheme and nothing it could lead to, such as {@code http://}. */
  NO_HOST,
  /** The scheme is neither http nor https, such as {@code ftp:} or {@code javascript:}. */
  NOT_HTTP,
  /** Longer than {@link Canonicaliser#MAX_LENGTH} characters, as given or in canonical form. */
  TOO_LONG,
  /** A private, local or reserved address or host name: nobody outside could reach it. */
  PRIVATE,
  /** The host or port breaks the rules, such as {@code https://a..b/} or {@code :99999}. */
  MALFORMED
}

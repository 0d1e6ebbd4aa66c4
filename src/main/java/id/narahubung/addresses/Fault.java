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
  MALFORMED,
  /** An account needs its name, its number or its address. */
  BAD_ACCOUNT,
  /** A live stream needs its room number or its address. */
  BAD_LIVE,
  /** A comment needs the address of its post, or its own. */
  BAD_COMMENT,
  /** A group needs its name, its number or its address. */
  BAD_GROUP,
  /** A word needs a letter or digit, and at most 200 characters. */
  BAD_KEYWORD,
  /** An advertisement needs its number or its address. */
  BAD_AD,
  /** An app needs the name of its package, its number in the store, or its address. */
  BAD_APP,
  /** A hash is 64, 40 or 32 hexadecimal digits: SHA-256, SHA-1 or MD5. */
  BAD_HASH;

  /** What is wrong with a line that names a kind and gives nothing it could be known by. */
  static Fault ofKind(ItemKind kind) {
    return switch (kind) {
      case URL -> MALFORMED;
      case ACCOUNT -> BAD_ACCOUNT;
      case LIVE -> BAD_LIVE;
      case COMMENT -> BAD_COMMENT;
      case GROUP -> BAD_GROUP;
      case KEYWORD -> BAD_KEYWORD;
      case AD -> BAD_AD;
      case APP -> BAD_APP;
      case HASH -> BAD_HASH;
    };
  }
}

package id.narahubung.addresses;

import static id.narahubung.addresses.Identifier.ACCESS;
import static id.narahubung.addresses.Identifier.ACCOUNT_OF;
import static id.narahubung.addresses.Identifier.ADVERTISER;
import static id.narahubung.addresses.Identifier.COUNTRY;
import static id.narahubung.addresses.Identifier.DEVELOPER;
import static id.narahubung.addresses.Identifier.FILE_NAME;
import static id.narahubung.addresses.Identifier.FOLLOWERS;
import static id.narahubung.addresses.Identifier.ID;
import static id.narahubung.addresses.Identifier.LANGUAGE;
import static id.narahubung.addresses.Identifier.LINK;
import static id.narahubung.addresses.Identifier.MEMBERS;
import static id.narahubung.addresses.Identifier.NAME;
import static id.narahubung.addresses.Identifier.PERCEPTUAL;
import static id.narahubung.addresses.Identifier.PRODUCT;
import static id.narahubung.addresses.Identifier.RUN;
import static id.narahubung.addresses.Identifier.START;
import static id.narahubung.addresses.Identifier.STORE;
import static id.narahubung.addresses.Identifier.VERSION;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an item is: a page by its address, or something that has identifiers of its own. Each kind
 * knows the words that name it at the head of a line, and what may be said about it behind the
 * first value.
 */
public enum ItemKind {
  URL(List.of("tautan", "url", "link"), List.of()),
  ACCOUNT(List.of("akun", "profil", "account", "profile"), List.of(LINK, ID, NAME, FOLLOWERS)),
  LIVE(
      List.of("siaran langsung", "siaran", "live stream", "livestream", "live"),
      List.of(LINK, ACCOUNT_OF, START)),
  COMMENT(List.of("komentar", "comment"), List.of(LINK, ACCOUNT_OF)),
  GROUP(
      List.of("grup", "kanal", "saluran", "group", "channel"),
      List.of(LINK, ID, NAME, MEMBERS, ACCESS)),
  KEYWORD(List.of("kata kunci", "tagar", "keyword", "hashtag"), List.of(LANGUAGE, PRODUCT)),
  AD(List.of("iklan", "advertisement", "ad"), List.of(LINK, ADVERTISER, RUN)),
  APP(List.of("aplikasi", "app"), List.of(LINK, STORE, VERSION, DEVELOPER, COUNTRY)),
  HASH(
      List.of("hash berkas", "file hash", "hash", "sha-256", "sha256"),
      List.of(LINK, FILE_NAME, PERCEPTUAL));

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> names;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Identifier> parts;

  ItemKind(List<String> names, List<Identifier> parts) {
    this.names = names;
    this.parts = parts;
  }

  /** As it stands in a row, in a canonical form and in message keys. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind that a word names, in either language and in capitals or not. */
  public static Optional<ItemKind> named(String word) {
    String name = word.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    for (ItemKind kind : values()) {
      if (kind.names.contains(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** What may be said about it behind its first value. */
  List<Identifier> parts() {
    return parts;
  }

  /** The longest word that names a kind. */
  static final int LONGEST_NAME = 20;
}

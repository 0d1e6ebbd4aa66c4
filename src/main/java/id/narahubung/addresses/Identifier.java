package id.narahubung.addresses;

import java.util.List;
import java.util.Locale;

/** What is known of an item besides its canonical form; a row holds it by its code. */
public enum Identifier {
  /** The first value of a line where it names an account. */
  HANDLE,
  /** The first value of a line where it is a word, exactly as it was written. */
  WORD,
  /** The first value of a line where it is a hash, with its method before it. */
  HASH,
  ID("id", "nomor", "number"),
  LINK("url", "tautan", "link"),
  ACCOUNT_OF("akun", "account"),
  NAME("nama", "name"),
  FOLLOWERS("pengikut", "followers"),
  MEMBERS("anggota", "members"),
  ACCESS("akses", "access"),
  START("mulai", "start"),
  LANGUAGE("bahasa", "language"),
  PRODUCT("produk", "product"),
  ADVERTISER("pengiklan", "advertiser"),
  RUN("tayang", "run"),
  STORE("toko", "store"),
  VERSION("versi", "version"),
  DEVELOPER("pengembang", "developer"),
  COUNTRY("negara", "country"),
  FILE_NAME("nama berkas", "berkas", "file name", "file"),
  PERCEPTUAL("pdq", "phash");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> names;

  Identifier(String... names) {
    this.names = List.of(names);
  }

  /** The words that name it behind the first value of a line. */
  List<String> names() {
    return names;
  }

  /** As it stands in a row and in message keys. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

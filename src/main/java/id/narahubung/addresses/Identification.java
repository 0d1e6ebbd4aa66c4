package id.narahubung.addresses;

import static id.narahubung.addresses.Identifier.HANDLE;
import static id.narahubung.addresses.Identifier.HASH;
import static id.narahubung.addresses.Identifier.ID;
import static id.narahubung.addresses.Identifier.LINK;
import static id.narahubung.addresses.Identifier.PRODUCT;
import static id.narahubung.addresses.Identifier.WORD;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What identifies an item that a line names by its kind: one canonical form, by which the same
 * thing is found again, and its other identifiers beside it.
 *
 * <p>Where the line gives an address, that identifies: so an account that somebody else pasted as a
 * plain address is the same one. A comment and a live stream stand behind the address of their post
 * or account, as its fragment. Where there is none, the kind's own identifier does: {@code
 * account:@nama}, {@code keyword:slot gacor}, {@code hash:sha256:…}.
 */
final class Identification {

  /** What came of a line: never both. */
  sealed interface Outcome {}

  /** An item. */
  record Known(ContentAddress address, Map<String, String> identifiers) implements Outcome {
    Known {
      identifiers = Map.copyOf(identifiers);
    }
  }

  /** None, and why. */
  record Unknown(Fault fault) implements Outcome {}

  /** The longest value that may stand beside the canonical form. */
  private static final int MOST = 300;

  private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9_:.=+-]{1,200}");
  private static final Pattern HANDLE_SHAPE = Pattern.compile("@?[\\p{L}\\p{N}._-]{1,100}");
  private static final Pattern GROUP_SHAPE = Pattern.compile("@?[\\p{L}\\p{N}._:+-]{1,200}");
  private static final Pattern APP_SHAPE =
      Pattern.compile("(?:[A-Za-z0-9_-]+\\.)+[A-Za-z0-9_-]+|(?:id)?\\d{5,20}");
  private static final Pattern HASH_SHAPE =
      Pattern.compile("(?:(sha-?256|sha-?1|md5)[:=\\s]\\s*)?([0-9a-f]{32,64})");
  private static final Pattern BARE_ADDRESS = Pattern.compile("[^\\s/@]+\\.[^\\s/@]+/\\S*");

  private final KindLine line;
  private final Map<String, String> identifiers = new TreeMap<>();

  private Identification(KindLine line) {
    this.line = line;
  }

  static Outcome of(KindLine line) {
    return new Identification(line).outcome();
  }

  private Outcome outcome() {
    boolean tooLong = line.rest().stream().anyMatch(part -> part.value().length() > MOST);
    if (tooLong || line.first().length() > Canonicaliser.MAX_LENGTH) {
      return new Unknown(Fault.TOO_LONG);
    }
    if (line.kind() == ItemKind.KEYWORD || line.kind() == ItemKind.HASH) {
      return named();
    }
    Optional<String> link = isAddress(line.first()) ? Optional.of(line.first()) : line.value(LINK);
    return link.isPresent() ? addressed(link.get()) : named();
  }

  private static boolean isAddress(String text) {
    boolean one = text.chars().noneMatch(Character::isWhitespace);
    return one && (Scheme.hostAfter(text, 0) >= 0 || BARE_ADDRESS.matcher(text).matches());
  }

  /** An item with an address. */
  private Outcome addressed(String link) {
    Optional<String> first = isAddress(line.first()) ? line.value(ID) : Optional.of(line.first());
    Optional<String> own = first.filter(text -> !text.isEmpty());
    if (own.isPresent() && !fits(own.get())) {
      return new Unknown(fault());
    }
    return switch (canonical(link)) {
      case Canonicaliser.Refused(Fault fault) -> new Unknown(fault);
      case Canonicaliser.Canonical(ContentAddress address) -> {
        remember();
        own.ifPresent(this::rememberFirst);
        identifiers.remove(LINK.code());
        yield new Known(own.map(id -> behind(address, id)).orElse(address), identifiers);
      }
    };
  }

  /** A part of what stands at an address: no canonical form has a fragment of its own. */
  private ContentAddress behind(ContentAddress address, String id) {
    return switch (line.kind()) {
      case LIVE, COMMENT ->
          new ContentAddress(
              address.canonical() + "#" + line.kind().code() + "=" + id, address.host());
      case URL, ACCOUNT, GROUP, KEYWORD, AD, APP, HASH -> address;
    };
  }

  /** An item that has no address. */
  private Outcome named() {
    String first = first();
    if (!fits(first) || line.kind() == ItemKind.COMMENT) {
      return new Unknown(fault());
    }
    Optional<String> link = line.value(LINK);
    if (link.isPresent() && canonical(link.get()) instanceof Canonicaliser.Refused refused) {
      return new Unknown(refused.fault());
    }
    remember();
    rememberFirst(first);
    return new Known(ContentAddress.of(line.kind(), canonicalName(first)), identifiers);
  }

  /** A line may give the number of an account or a group by its name alone. */
  private String first() {
    return switch (line.kind()) {
      case KEYWORD -> KindLine.unquoted(line.first());
      case HASH -> hash(line.first());
      case ACCOUNT, GROUP -> line.first().isEmpty() ? line.value(ID).orElse("") : line.first();
      case URL, LIVE, COMMENT, AD, APP -> line.first();
    };
  }

  private boolean fits(String text) {
    return switch (line.kind()) {
      case ACCOUNT -> HANDLE_SHAPE.matcher(text).matches();
      case GROUP -> GROUP_SHAPE.matcher(text).matches();
      case APP -> APP_SHAPE.matcher(text).matches() && text.length() <= 200;
      case KEYWORD ->
          text.length() <= 200 && text.codePoints().anyMatch(Character::isLetterOrDigit);
      case HASH -> !text.isEmpty();
      case URL, LIVE, COMMENT, AD -> PLAIN_ID.matcher(text).matches();
    };
  }

  /** 'sha256:…' whatever the spelling; empty where the method and the length do not agree. */
  private static String hash(String text) {
    Matcher matcher = HASH_SHAPE.matcher(KindLine.folded(text));
    if (!matcher.matches()) {
      return "";
    }
    String method =
        switch (matcher.group(2).length()) {
          case 64 -> "sha256";
          case 40 -> "sha1";
          case 32 -> "md5";
          default -> "";
        };
    String said = matcher.group(1) == null ? method : matcher.group(1).replace("-", "");
    return method.isEmpty() || !said.equals(method) ? "" : method + ":" + matcher.group(2);
  }

  /** A name may be asked for in several products: that is several items. */
  private String canonicalName(String first) {
    return switch (line.kind()) {
      case KEYWORD ->
          KindLine.folded(first)
              + line.value(PRODUCT)
                  .map(product -> " [" + KindLine.folded(product) + "]")
                  .orElse("");
      case ACCOUNT ->
          first.chars().allMatch(Character::isDigit)
              ? first
              : "@" + KindLine.folded(withoutAt(first));
      case GROUP -> first.startsWith("@") ? KindLine.folded(first) : first;
      case URL, LIVE, COMMENT, AD, APP, HASH -> first;
    };
  }

  private static String withoutAt(String handle) {
    return handle.startsWith("@") ? handle.substring(1) : handle;
  }

  private void remember() {
    line.rest().stream()
        .filter(part -> !part.value().isEmpty())
        .forEach(part -> identifiers.put(part.name().code(), part.value()));
  }

  private void rememberFirst(String first) {
    Identifier name =
        switch (line.kind()) {
          case ACCOUNT -> first.chars().allMatch(Character::isDigit) ? ID : HANDLE;
          case KEYWORD -> WORD;
          case HASH -> HASH;
          case URL, LIVE, COMMENT, GROUP, AD, APP -> ID;
        };
    identifiers.putIfAbsent(name.code(), first);
  }

  private static Canonicaliser.Outcome canonical(String link) {
    return Canonicaliser.canonicalise(Scheme.hostAfter(link, 0) < 0 ? "https://" + link : link);
  }

  private Fault fault() {
    return Fault.ofKind(line.kind());
  }
}

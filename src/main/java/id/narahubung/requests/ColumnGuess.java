package id.narahubung.requests;

import id.narahubung.addresses.AddressFinder;
import id.narahubung.addresses.ItemKind;
import id.narahubung.sheets.Sheet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which column of an uploaded table is what, as far as headings in both languages and the cells
 * themselves tell. A person looks at it before anything is done.
 */
public final class ColumnGuess {

  /** What a column can be. */
  public enum Meaning {
    ADDRESS,
    KIND,
    NOTE,
    ACCOUNT,
    TIME;

    private Set<String> names() {
      return switch (this) {
        case ADDRESS ->
            Set.of(
                "tautan",
                "alamat",
                "url",
                "urls",
                "link",
                "links",
                "laman",
                "situs",
                "address",
                "pengenal",
                "identifier");
        case KIND -> Set.of("jenis", "tipe", "kind", "type");
        case NOTE ->
            Set.of("catatan", "keterangan", "uraian", "deskripsi", "note", "notes", "remark");
        case ACCOUNT ->
            Set.of("akun", "account", "user", "username", "pengguna", "kanal", "channel", "profil");
        case TIME -> Set.of("waktu", "tanggal", "tgl", "jam", "time", "date", "timestamp");
      };
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int LOOKED_AT = 200;
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");
  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d\\d?-\\d\\d?\\b.*|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}\\b.*");

  private final boolean header;
  private final Map<Meaning, Integer> columns = new EnumMap<>(Meaning.class);

  private ColumnGuess(boolean header) {
    this.header = header;
  }

  public static ColumnGuess of(Sheet sheet) {
    List<String> first = sheet.rows().getFirst();
    boolean header = sheet.rows().size() > 1 && first.stream().noneMatch(ColumnGuess::holdsAddress);
    ColumnGuess guess = new ColumnGuess(header);
    List<List<String>> rows =
        sheet.rows().subList(header ? 1 : 0, sheet.rows().size()).stream()
            .limit(LOOKED_AT)
            .toList();
    for (Meaning meaning : Meaning.values()) {
      guess.best(meaning, first, rows, sheet.width());
    }
    return guess;
  }

  /** Whether the first row names the columns. */
  public boolean header() {
    return header;
  }

  public Optional<Integer> column(Meaning meaning) {
    return Optional.ofNullable(columns.get(meaning));
  }

  private void best(Meaning meaning, List<String> first, List<List<String>> rows, int width) {
    double best = 0.5;
    for (int column = 0; column < width; column++) {
      if (columns.containsValue(column)) {
        continue;
      }
      boolean named = header && isNamed(meaning, Sheet.cell(first, column));
      double score = share(meaning, rows, column) * 2 + (named ? 1 : 0);
      if (score > best) {
        best = score;
        columns.put(meaning, column);
      }
    }
  }

  private static boolean isNamed(Meaning meaning, String heading) {
    Set<String> words = new HashSet<>(List.of(NOT_LETTERS.split(heading.toLowerCase(Locale.ROOT))));
    words.retainAll(meaning.names());
    return !words.isEmpty();
  }

  /** The share of a column's cells that look like it; a note looks like nothing. */
  private static double share(Meaning meaning, List<List<String>> rows, int column) {
    return switch (meaning) {
      case ADDRESS -> share(rows, column, ColumnGuess::holdsAddress);
      case ACCOUNT -> share(rows, column, cell -> cell.startsWith("@"));
      case TIME -> share(rows, column, cell -> DATE.matcher(cell).matches());
      case KIND -> share(rows, column, cell -> ItemKind.named(cell).isPresent());
      case NOTE -> 0;
    };
  }

  private static double share(List<List<String>> rows, int column, Predicate<String> fits) {
    long fitting = rows.stream().map(row -> Sheet.cell(row, column)).filter(fits).count();
    return rows.isEmpty() ? 0 : fitting / (double) rows.size();
  }

  private static boolean holdsAddress(String cell) {
    return !AddressFinder.in(cell).good().isEmpty();
  }
}

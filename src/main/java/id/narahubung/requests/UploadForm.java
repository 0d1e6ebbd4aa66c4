package id.narahubung.requests;

import id.narahubung.addresses.ContentAddress;
import id.narahubung.requests.ColumnGuess.Meaning;
import id.narahubung.requests.DraftUploadStore.DraftUpload;
import id.narahubung.sheets.Sheet;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Controls;
import id.narahubung.web.Field;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Form;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The form that says which column of an uploaded table is what; columns are numbered from 0. */
final class UploadForm {

  private static final int ROWS_SHOWN = 5;
  private static final int SHOWN_OF_A_CELL = 120;

  private final Words words;
  private final Form form;

  UploadForm(Words words, Form form) {
    this.words = words;
    this.form = form;
  }

  /** The form as it is guessed before anybody chose. */
  static Form guess(Sheet sheet) {
    ColumnGuess guess = ColumnGuess.of(sheet);
    Map<String, List<String>> values = new LinkedHashMap<>();
    values.put("header", guess.header() ? List.of("yes") : List.of());
    for (Meaning meaning : Meaning.values()) {
      guess
          .column(meaning)
          .ifPresent(column -> values.put(meaning.code(), List.of(column.toString())));
    }
    return Form.of(values);
  }

  /** The rows as they were chosen; faults are noted in the form, and then there are none. */
  static Optional<UploadedRows> read(Form form, Sheet sheet) {
    Map<Meaning, Integer> columns = new EnumMap<>(Meaning.class);
    for (Meaning meaning : Meaning.values()) {
      String typed = form.text(meaning.code());
      if (typed.matches("\\d{1,3}") && Integer.parseInt(typed) < sheet.width()) {
        int column = Integer.parseInt(typed);
        if (columns.containsValue(column)) {
          form.refuse(meaning.code(), "upload.fault.twice");
        }
        columns.put(meaning, column);
      }
    }
    if (!columns.containsKey(Meaning.ADDRESS)) {
      form.refuse("address", "upload.fault.address");
    }
    UploadedRows rows = new UploadedRows(sheet, form.has("header"), columns);
    rows.tooLong()
        .ifPresent(
            row ->
                form.refuse(
                    "note",
                    "upload.fault.too_long",
                    row,
                    ItemAbout.MOST_NOTE,
                    ItemAbout.MOST_ACCOUNT,
                    ItemAbout.MOST_TIME));
    return form.isGood() ? Optional.of(rows) : Optional.empty();
  }

  UploadPage page(TakedownRequest draft, DraftUpload upload) {
    Sheet sheet = upload.sheet();
    boolean header = form.has("header");
    List<List<String>> rows = sheet.rows().subList(header ? 1 : 0, sheet.rows().size());
    Controls controls = new Controls(words, form, "upload.");
    List<Field> fields = new ArrayList<>();
    for (Meaning meaning : Meaning.values()) {
      fields.add(
          controls
              .of(
                  Control.Kind.SELECT,
                  meaning.code(),
                  meaning == Meaning.ADDRESS,
                  choices(controls, meaning, sheet, header))
              .field());
    }
    return new UploadPage(
        words.say("upload.title"),
        words.say("upload.eyebrow", upload.name(), draft.content().subject()),
        "/drafts/" + draft.id() + "/uploads/" + upload.id(),
        "/drafts/" + draft.id(),
        draft.version(),
        words.say("upload.size", rows.size(), sheet.width()),
        sheet.guessed() ? words.say("upload.guessed") : "",
        fields,
        header,
        words.say("upload.first", Math.min(ROWS_SHOWN, rows.size())),
        IntStream.range(0, sheet.width()).mapToObj(c -> name(sheet, header, c)).toList(),
        rows.stream().limit(ROWS_SHOWN).map(row -> shown(row, sheet.width())).toList(),
        words.say("upload.do", rows.size()),
        form.errors(words));
  }

  private List<Choice> choices(Controls controls, Meaning meaning, Sheet sheet, boolean header) {
    List<Choice> choices = new ArrayList<>();
    choices.add(controls.choice(meaning.code(), "", words.say("upload.none")));
    for (int column = 0; column < sheet.width(); column++) {
      choices.add(
          controls.choice(meaning.code(), Integer.toString(column), name(sheet, header, column)));
    }
    return choices;
  }

  /** 'A: Tautan', or 'A' where the table has no headings. */
  private String name(Sheet sheet, boolean header, int column) {
    String letters = letters(column);
    String heading = header ? Sheet.cell(sheet.rows().getFirst(), column) : "";
    return heading.isEmpty()
        ? words.say("upload.column", letters)
        : words.say("upload.column_named", letters, cut(heading));
  }

  /** What spreadsheet programs call it. */
  private static String letters(int column) {
    String last = Character.toString((char) ('A' + column % 26));
    return column < 26 ? last : letters(column / 26 - 1) + last;
  }

  /** Addresses are never shown as ones that a mail program or a browser would open. */
  private static List<String> shown(List<String> row, int width) {
    return IntStream.range(0, width)
        .mapToObj(column -> ContentAddress.defanged(cut(Sheet.cell(row, column))))
        .toList();
  }

  private static String cut(String cell) {
    if (cell.codePointCount(0, cell.length()) <= SHOWN_OF_A_CELL) {
      return cell;
    }
    return cell.substring(0, cell.offsetByCodePoints(0, SHOWN_OF_A_CELL)) + "…";
  }
}

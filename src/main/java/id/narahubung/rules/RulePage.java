package id.narahubung.rules;

import id.narahubung.web.Control;
import id.narahubung.web.Field;
import id.narahubung.web.Form;
import java.util.List;
import java.util.Optional;

/** All that the templates under rules/ may see, one record a page. */
final class RulePage {

  private RulePage() {}

  /**
   * rules/list.html.
   *
   * @param told when the reader's company was told how orders work; empty where it was not
   * @param mayDraft whether the form to begin a version stands below
   */
  record Versions(
      String title,
      List<Version> versions,
      String told,
      boolean mayDraft,
      Field name,
      String refusal,
      List<Form.FieldError> errors) {}

  /**
   * A version in the list.
   *
   * @param state draft, next, now or past, with its word in {@code stateLabel}
   */
  record Version(
      String href, String label, String version, String state, String stateLabel, String since) {

    /** The tag's class. */
    public String css() {
      return switch (state) {
        case "now" -> "good";
        case "next" -> "info";
        case "draft" -> "private";
        default -> "";
      };
    }
  }

  /**
   * rules/show.html.
   *
   * @param parts its sections
   * @param compared with which version; empty where there is none before
   * @param release the form of whoever may release it; else what it waits for stands in {@code
   *     waits}
   */
  record Shown(
      String title,
      Version version,
      String by,
      List<Part> parts,
      String compared,
      List<RuleWording.Told> difference,
      Optional<Field> release,
      String waits,
      boolean mayDiscard,
      String act,
      int revision,
      String refusal,
      List<Form.FieldError> errors) {}

  /** A section as the version's page offers it. */
  record Part(String href, String label, String hint, String count) {}

  /**
   * rules/section.html.
   *
   * @param wide whether its rows have more columns than a table can show side by side
   * @param addHref where a row is added; empty where none may be
   * @param pasteHref where many are; empty where none may be
   */
  record Sheet(
      String title,
      String hint,
      Version version,
      String backHref,
      boolean wide,
      List<String> columns,
      List<Line> rows,
      String addHref,
      String pasteHref) {}

  /**
   * rules/rows.html.
   *
   * @param save what the button to save says; empty while there is nothing to save
   */
  record Pasted(
      String title,
      String section,
      Version version,
      String backHref,
      String action,
      Control lines,
      List<String> columns,
      List<Line> good,
      List<BadLine> bad,
      String found,
      String save,
      String refusal,
      List<Form.FieldError> errors) {}

  /** A pasted line that is to be mended. */
  record BadLine(String line, String given, String why) {}

  /** A row, its first column apart; the address where it is changed, or empty. */
  record Line(String title, String href, List<Cell> cells) {}

  /** What a row says in a column. */
  record Cell(String label, String text, boolean number) {}

  /**
   * rules/row.html.
   *
   * @param read the print of the row as it was read; empty for a new one
   * @param removal where the form to take it out goes; empty where it may not go
   * @param stays why it cannot go; empty where it can
   */
  record Edited(
      String title,
      String section,
      Version version,
      String backHref,
      String action,
      String read,
      List<Control> controls,
      String removal,
      String stays,
      String refusal,
      List<Form.FieldError> errors) {}
}

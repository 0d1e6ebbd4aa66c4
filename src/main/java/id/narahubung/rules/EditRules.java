package id.narahubung.rules;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Writes a row of a draft of the rules, or many new ones, or takes one out. Refused when the viewer
 * may not write rules, when the set is no draft, when the row is not as it was read, and, to take
 * one out, while other rows name it or the section needs it.
 */
public final class EditRules {

  private final RuleStore rules;
  private final RuleDraftStore drafts;
  private final Ledger ledger;

  public EditRules(RuleStore rules, RuleDraftStore drafts, Ledger ledger) {
    this.rules = rules;
    this.drafts = drafts;
    this.ledger = ledger;
  }

  /**
   * Writes it.
   *
   * @param read the print of the row as it was read; empty for a new one
   * @param place where it shall stand in its section, from 1; as before where nobody said
   */
  public void run(Tx tx, UUID act, long id, Row row, Optional<String> read, OptionalInt place) {
    Sheets sheets = begin(tx, id);
    requireAsRead(sheets.find(row.section(), row.key()), read);
    drafts.put(tx, id, row);
    if (row.section().isOrdered() && place.isPresent()) {
      drafts.order(tx, id, row.section(), ordered(sheets, row, place.getAsInt()));
    }
    ledger.add(tx, told(tx, act, id, row));
  }

  /** Writes many new rows of a section at once. */
  public void addAll(Tx tx, UUID act, long id, Section section, List<Row> rows) {
    Sheets sheets = begin(tx, id);
    for (Row row : rows) {
      requireAsRead(sheets.find(section, row.key()), Optional.empty());
      drafts.put(tx, id, row);
    }
    ledger.add(
        tx,
        RuleAct.of(tx, act, EventKind.RULES_EDITED, Permission.WRITE_RULES, id)
            .with("section", section.code())
            .with("rows", rows.size()));
  }

  /** Takes it out. */
  public void remove(Tx tx, UUID act, long id, Section section, String key, String read) {
    Sheets sheets = begin(tx, id);
    Optional<Row> found = sheets.find(section, key);
    requireAsRead(found, Optional.of(read));
    Row row = found.orElseThrow(() -> new Stale("rules"));
    if (!section.mayShrink()) {
      throw new RuleBroken("rules.refused.needed");
    }
    int naming = sheets.naming(section, key).size();
    if (naming > 0) {
      throw new RuleBroken("rules.refused.named", naming);
    }
    drafts.remove(tx, id, row);
    ledger.add(tx, told(tx, act, id, row).with("removed", true));
  }

  /** The draft is locked before it is read: what is written next is judged by what is read here. */
  private Sheets begin(Tx tx, long id) {
    tx.viewer().require(Permission.WRITE_RULES);
    drafts.change(tx, id);
    return Sheets.of(rules.fetch(tx, id));
  }

  private static void requireAsRead(Optional<Row> now, Optional<String> read) {
    if (!now.map(Row::print).equals(read)) {
      throw new Stale("rules");
    }
  }

  private static List<Row> ordered(Sheets sheets, Row row, int place) {
    List<Row> rows = new ArrayList<>(sheets.rows(row.section()));
    rows.removeIf(other -> other.key().equals(row.key()));
    rows.add(Math.clamp(place - 1, 0, rows.size()), row);
    return rows;
  }

  private static Act told(Tx tx, UUID act, long id, Row row) {
    return RuleAct.of(tx, act, EventKind.RULES_EDITED, Permission.WRITE_RULES, id)
        .with("section", row.section().code())
        .with("row", row.key());
  }
}

package id.narahubung.commitments;

import id.narahubung.commitments.Commitment.History;
import id.narahubung.commitments.Commitment.Version;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.rules.CommitmentField;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All versions of a commitment side by side, with what each changed. */
record CommitmentVersions(Words words, Commitment of, History history, CommitmentKind rules) {

  CommitmentPage.Versions page() {
    CommitmentWording wording = new CommitmentWording(words);
    List<Version> all = history.versions();
    List<CommitmentPage.Column> columns = new ArrayList<>();
    for (Version each : all) {
      columns.add(
          new CommitmentPage.Column(
              words.say("commitment.version", each.number()),
              versionState(each),
              wording.told(each.ofSide(), each.by(), each.at()),
              each.reason(),
              history
                  .version(each.number() - 1)
                  .map(last -> wording.changes(of.kind(), rules, last, each))
                  .orElse(List.of())));
    }
    List<CommitmentPage.Row> rows = new ArrayList<>();
    rows.add(row("commitment.text", all, version -> version.terms().text()));
    if (of.kind().direction() != CommitmentKind.Direction.DONE) {
      rows.add(
          row(
              "commitment.baseline",
              all,
              version -> wording.value(version.terms().baseline(), of.kind().unit())));
      rows.add(
          row(
              "commitment.target",
              all,
              version -> wording.value(version.terms().target(), of.kind().unit())));
      rows.add(
          row(
              "commitment.milestones",
              all,
              version -> wording.milestones(version.terms(), of.kind().unit())));
    }
    for (String called : Breakdown.called(all.stream().map(Version::terms).toList())) {
      rows.add(
          new CommitmentPage.Row(
              called,
              cells(all, version -> Breakdown.says(words, version.terms().rows(), called))));
    }
    rows.add(row("commitment.due_on", all, version -> words.date(version.terms().dueOn())));
    rows.add(
        row(
            "commitment.grace_days",
            all,
            version -> words.say("commitment.days", version.terms().graceDays())));
    rows.add(row("commitment.condition", all, version -> wording.yes(version.terms().condition())));
    for (CommitmentField field : rules.fields()) {
      rows.add(
          new CommitmentPage.Row(
              words.label(field.label()),
              cells(
                  all,
                  version ->
                      Optional.ofNullable(version.terms().fields().get(field.code()))
                          .map(value -> wording.field(field, value))
                          .orElse("–"))));
    }
    return new CommitmentPage.Versions(
        columns,
        rows.stream()
            .filter(row -> row.cells().stream().anyMatch(cell -> !cell.text().equals("–")))
            .toList());
  }

  private Tag versionState(Version each) {
    if (each.refusal().isPresent()) {
      return new Tag(words.say("commitment.version.refused"), "withdrawn", "");
    }
    if (each.isInForce()) {
      boolean counts = of.standing().inForce().filter(now -> now == each.number()).isPresent();
      return counts
          ? new Tag(words.say("commitment.version.in_force"), "good", "")
          : new Tag(words.say("commitment.version.replaced"), "", "");
    }
    return each.number() == of.standing().latest()
        ? new Tag(words.say("commitment.version.open"), "info", "")
        : new Tag(words.say("commitment.version.unsigned"), "", "");
  }

  private CommitmentPage.Row row(
      String key, List<Version> versions, Function<Version, String> says) {
    return new CommitmentPage.Row(words.say(key), cells(versions, says));
  }

  private static List<CommitmentPage.Cell> cells(
      List<Version> versions, Function<Version, String> says) {
    List<CommitmentPage.Cell> cells = new ArrayList<>();
    for (Version each : versions) {
      String said = says.apply(each);
      String text = said.isEmpty() ? "–" : said;
      boolean changed = !cells.isEmpty() && !cells.getLast().text().equals(text);
      cells.add(new CommitmentPage.Cell(text, changed));
    }
    return cells;
  }
}

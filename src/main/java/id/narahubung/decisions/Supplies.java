package id.narahubung.decisions;

import id.narahubung.access.Permission;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.rules.ChecklistEntry.Evidence;
import id.narahubung.rules.RuleSet;
import id.narahubung.text.Words;
import id.narahubung.web.FormPage.Link;
import java.util.ArrayList;
import java.util.List;

/** Where what a cell lacks is done, as far as the reader may do it. */
final class Supplies {

  private final Words words;
  private final PersonViewer viewer;
  private final Decision decision;
  private final RuleSet rules;

  Supplies(Words words, PersonViewer viewer, Decision decision, RuleSet rules) {
    this.words = words;
    this.viewer = viewer;
    this.decision = decision;
    this.rules = rules;
  }

  /** None of a cell that is fine, nor of a decision that was made. */
  List<Link> of(Cell cell) {
    if (!decision.stage().isOpen() || cell.row().state().isFine()) {
      return List.of();
    }
    return cell.key().kind() == CellKey.Kind.COMMITMENT ? ofCommitment(cell) : ofEntry(cell);
  }

  private List<Link> ofCommitment(Cell cell) {
    List<Link> links = new ArrayList<>();
    String number = cell.key().code();
    add(
        links,
        Permission.RECORD_VERIFICATIONS,
        "verify",
        "/verifications/new?commitment=" + number);
    if (cell.row().state() == CellState.NOT_MET) {
      add(
          links,
          Permission.PROPOSE_COMMITMENTS,
          "revise",
          "/commitments/" + number + "/versions/new");
    }
    return links;
  }

  private List<Link> ofEntry(Cell cell) {
    List<Link> links = new ArrayList<>();
    rules.checklist(DecisionRule.list(rules.decisionKind(decision.content().kindCode()))).stream()
        .filter(entry -> entry.code().equals(cell.key().code()))
        .flatMap(entry -> entry.evidence().stream())
        .forEach(evidence -> add(links, evidence));
    return links;
  }

  private void add(List<Link> links, Evidence evidence) {
    long platform = decision.of().platformId();
    switch (evidence) {
      case ORDER_RECEIVED, DEADLINE_PASSED, ITEMS_CHECKED ->
          add(links, Permission.VIEW_REQUESTS, "requests", "/requests?platform=" + platform);
      case LETTERS_SERVED, FINE_STATE, FINES_SETTLED ->
          add(links, Permission.VIEW_REQUESTS, "letters", "/platforms/" + platform);
      case REASONS_CONSIDERED, MILDER_STEP, BODIES_CONSULTED, WATCH_PLAN -> {
        if (DecisionAct.CHANGE.isOffered(decision, viewer)) {
          links.add(new Link(decision.path() + "/edit", words.say("decision.supply.edit")));
        }
      }
      case REQUEST_COMPLETE, HOURS_MINDED ->
          add(links, Permission.VIEW_DECISIONS, "papers", "/platforms/" + platform);
      case CONDITIONS_VERIFIED ->
          add(
              links,
              Permission.PROPOSE_COMMITMENTS,
              "commitment",
              "/commitments/new?condition=yes&platform=" + platform);
      case SAMPLE_PASSED ->
          add(
              links,
              Permission.RECORD_VERIFICATIONS,
              "sample",
              "/verifications/new?method=sample&decision=" + decision.id());
      case CONTACT_TESTED -> add(links, Permission.SET_ROSTER, "call", "/roster");
      case BLOCKS_COUNTED, MINUTES_SIGNED -> {}
    }
  }

  private void add(List<Link> links, Permission needed, String what, String href) {
    if (viewer.may(needed)) {
      links.add(new Link(href, words.say("decision.supply." + what)));
    }
  }
}

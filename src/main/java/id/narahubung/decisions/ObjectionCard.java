package id.narahubung.decisions;

import id.narahubung.access.Permission;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.requests.Address;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.text.Words;
import id.narahubung.web.FormPage.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a decision's page tells of what is said against it. */
final class ObjectionCard {

  private final Words words;
  private final PersonViewer viewer;
  private final ObjectionAct.Case of;

  ObjectionCard(Words words, PersonViewer viewer, ObjectionAct.Case of) {
    this.words = words;
    this.viewer = viewer;
    this.of = of;
  }

  Optional<DecisionPage.Contested> draw() {
    DecisionWording wording = new DecisionWording(words);
    return of.objection()
        .map(
            each ->
                new DecisionPage.Contested(
                    state(each),
                    each.reason(),
                    wording.signed(each.filedAt(), each.by()),
                    each.end().isPresent()
                        ? ""
                        : words.say("decision.objection.due", words.deadline(each.dueAt())),
                    each.end()
                        .map(
                            end ->
                                new DecisionPage.Said(
                                    words.say("decision.objection.outcome." + end.outcome().code()),
                                    wording.signed(end.at(), end.by()),
                                    end.reason())),
                    links(each)));
  }

  /** To contest it; the rest stands with what was said. */
  Optional<Link> offer() {
    return of.until()
        .filter(until -> ObjectionAct.OBJECT.isOffered(of, viewer))
        .map(
            until ->
                new Link(
                    of.decision().path() + "/" + ObjectionAct.OBJECT.path(),
                    words.say("decision.objection.object.link", words.deadline(until))));
  }

  private Tag state(Objection each) {
    return each.end()
        .map(
            end ->
                new Tag(
                    words.say("decision.objection.state." + end.outcome().code()),
                    switch (end.outcome()) {
                      case ACCEPTED, NARROWED -> "good";
                      case UPHELD -> "";
                      case WITHDRAWN -> "withdrawn";
                    },
                    ""))
        .orElseGet(
            () ->
                new Tag(
                    words.say("decision.objection.state.open"),
                    each.isLate(of.now()) ? "late" : "contested",
                    ""));
  }

  private List<Link> links(Objection each) {
    List<Link> links = new ArrayList<>();
    link(ObjectionAct.DECIDE).ifPresent(links::add);
    link(ObjectionAct.TAKE_BACK).ifPresent(links::add);
    each.end()
        .filter(Objection.End::asksForDecision)
        .filter(end -> viewer.may(Permission.PREPARE_DECISIONS))
        .ifPresent(
            end ->
                links.add(
                    new Link(
                        Address.of("/decisions/new")
                            .with("platform", Long.toString(each.platformId()))
                            .with("decision", each.number())
                            .toString(),
                        words.say("decision.prepare.link"))));
    return links;
  }

  private Optional<Link> link(ObjectionAct act) {
    return act.isOffered(of, viewer)
        ? Optional.of(
            new Link(
                of.decision().path() + "/" + act.path(),
                words.say("decision.objection." + act.code() + ".link")))
        : Optional.empty();
  }
}

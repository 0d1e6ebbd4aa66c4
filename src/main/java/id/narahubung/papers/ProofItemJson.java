package id.narahubung.papers;

import static id.narahubung.papers.ProofFields.by;
import static id.narahubung.papers.ProofFields.instant;
import static id.narahubung.papers.ProofFields.lower;
import static id.narahubung.papers.ProofFields.map;
import static id.narahubung.papers.ProofFields.text;
import static id.narahubung.papers.ProofFields.undone;

import com.fasterxml.jackson.core.JsonGenerator;
import id.narahubung.requests.Answer;
import id.narahubung.requests.Check;
import id.narahubung.requests.Clarification;
import id.narahubung.requests.Credit;
import id.narahubung.requests.Deadline;
import id.narahubung.requests.Extension;
import id.narahubung.requests.Item;
import id.narahubung.requests.ItemAbout;
import id.narahubung.requests.ItemFacts;
import id.narahubung.requests.Objection;
import id.narahubung.requests.Round;
import id.narahubung.requests.Ruling;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An item in proof.json: its clock, and all that was said and found. */
final class ProofItemJson {

  private final JsonGenerator json;

  ProofItemJson(JsonGenerator json) {
    this.json = json;
  }

  void write(Item item, ItemAbout about, ItemFacts facts) throws IOException {
    json.writeStartObject();
    json.writeStringField("number", item.shortNumber());
    json.writeStringField("kind", item.kind().code());
    text(json, "address", AddressOnPaper.plain(item));
    map(json, "identifiers", AddressOnPaper.identifiers(about));
    json.writeStringField("account", about.account());
    json.writeStringField("content_time", about.time());
    json.writeStringField("note", about.note());
    json.writeStringField("standing", lower(item.standing()));
    instant(json, "due_at", item.dueAt());
    json.writeArrayFieldStart("rounds");
    for (Round round : facts.rounds()) {
      json.writeStartObject();
      json.writeNumberField("number", round.number());
      json.writeStringField("cause", lower(round.cause()));
      instant(json, "started_at", Optional.of(round.startedAt()));
      json.writeNumberField("minutes", round.span().toMinutes());
      json.writeEndObject();
    }
    json.writeEndArray();
    clock(facts.deadline());
    answers(facts);
    checks(facts.checks());
    rulings(facts.rulings());
    objections(facts.objections());
    clarifications(facts.clarifications());
    extensions(facts.extensions());
    credits(facts.credits());
    withdrawal(facts);
    json.writeEndObject();
  }

  private void withdrawal(ItemFacts facts) throws IOException {
    if (facts.withdrawal().isEmpty()) {
      json.writeNullField("withdrawal");
    } else {
      json.writeObjectFieldStart("withdrawal");
      json.writeBooleanField("our_error", facts.withdrawal().get().ourError());
      json.writeStringField("reason", facts.withdrawal().get().reason());
      instant(json, "withdrawn_at", Optional.of(facts.withdrawal().get().withdrawnAt()));
      by(json, facts.withdrawal().get().by());
      json.writeEndObject();
    }
  }

  private void clock(Deadline deadline) throws IOException {
    json.writeObjectFieldStart("clock");
    instant(json, "start", Optional.of(deadline.round().startedAt()));
    json.writeArrayFieldStart("lines");
    for (Deadline.Line line : deadline.lines()) {
      json.writeStartObject();
      json.writeStringField("reason", lower(line.reason()));
      instant(json, "since", Optional.of(line.since()));
      json.writeNumberField("seconds", line.added().toSeconds());
      json.writeEndObject();
    }
    json.writeEndArray();
    instant(json, "due", Optional.of(deadline.due()));
    json.writeBooleanField("paused", deadline.paused());
    json.writeEndObject();
  }

  private void answers(ItemFacts facts) throws IOException {
    json.writeArrayFieldStart("answers");
    for (Answer answer : facts.answers()) {
      Instant due = facts.deadlineOf(answer).due();
      Answer judged = answer.type().isFinal() ? facts.firstOfTurn(answer) : answer;
      json.writeStartObject();
      json.writeNumberField("id", answer.id());
      json.writeStringField("type", answer.code());
      json.writeStringField("class", lower(answer.type()));
      text(json, "ground", answer.ground());
      map(json, "details", answer.details());
      instant(json, "answered_at", Optional.of(answer.answeredAt()));
      instant(json, "due_at", Optional.of(due));
      json.writeBooleanField("on_time", !judged.answeredAt().isAfter(due));
      by(json, answer.by());
      undone(
          json,
          "taken_back",
          answer
              .takenBack()
              .map(back -> new ProofFields.Undone(back.reason(), back.at(), back.by())));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void checks(List<Check> checks) throws IOException {
    json.writeArrayFieldStart("checks");
    for (Check check : checks) {
      json.writeStartObject();
      json.writeNumberField("answer", check.answerId());
      json.writeBooleanField("again", check.again());
      json.writeStringField("verdict", lower(check.verdict()));
      instant(json, "observed_at", Optional.of(check.observedAt()));
      instant(json, "checked_at", Optional.of(check.checkedAt()));
      json.writeStringField("network", check.network());
      json.writeStringField("country", check.country());
      json.writeStringField("surface", lower(check.surface()));
      json.writeBooleanField("signed_in", check.signedIn());
      json.writeStringField("note", check.note());
      by(json, check.by());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void rulings(List<Ruling> rulings) throws IOException {
    json.writeArrayFieldStart("rulings");
    for (Ruling ruling : rulings) {
      json.writeStartObject();
      json.writeNumberField("answer", ruling.answerId());
      json.writeStringField("outcome", lower(ruling.outcome()));
      json.writeStringField("reason", ruling.reason());
      instant(json, "ruled_at", Optional.of(ruling.ruledAt()));
      by(json, ruling.by());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void objections(List<Objection> objections) throws IOException {
    json.writeArrayFieldStart("objections");
    for (Objection objection : objections) {
      json.writeStartObject();
      json.writeNumberField("answer", objection.answerId());
      json.writeStringField("reason", objection.reason());
      instant(json, "filed_at", Optional.of(objection.filedAt()));
      instant(json, "due_at", Optional.of(objection.dueAt()));
      by(json, objection.by());
      if (objection.decision().isPresent()) {
        Objection.Decision end = objection.decision().get();
        json.writeObjectFieldStart("decision");
        json.writeStringField("outcome", lower(end.outcome()));
        json.writeStringField("reason", end.reason());
        instant(json, "decided_at", Optional.of(end.decidedAt()));
        by(json, end.by());
        json.writeEndObject();
      } else {
        json.writeNullField("decision");
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void extensions(List<Extension> extensions) throws IOException {
    json.writeArrayFieldStart("extensions");
    for (Extension more : extensions) {
      json.writeStartObject();
      json.writeNumberField("round", more.round());
      json.writeNumberField("seconds", more.added().toSeconds());
      json.writeStringField("reason", more.reason());
      instant(json, "granted_at", Optional.of(more.grantedAt()));
      by(json, more.by());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void credits(List<Credit> credits) throws IOException {
    json.writeArrayFieldStart("outage_credits");
    for (Credit credit : credits) {
      json.writeStartObject();
      instant(json, "outage_from", Optional.of(credit.outage().from()));
      instant(json, "outage_to", Optional.of(credit.outage().to()));
      instant(json, "granted_at", Optional.of(credit.grantedAt()));
      by(json, credit.by());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void clarifications(List<Clarification> replies) throws IOException {
    json.writeArrayFieldStart("clarifications");
    for (Clarification reply : replies) {
      json.writeStartObject();
      json.writeNumberField("answer", reply.answerId());
      json.writeStringField("reply", reply.reply());
      instant(json, "replied_at", Optional.of(reply.repliedAt()));
      by(json, reply.by());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}

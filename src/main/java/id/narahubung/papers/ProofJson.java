package id.narahubung.papers;

import static id.narahubung.papers.ProofFields.by;
import static id.narahubung.papers.ProofFields.instant;
import static id.narahubung.papers.ProofFields.lower;
import static id.narahubung.papers.ProofFields.map;
import static id.narahubung.papers.ProofFields.text;
import static id.narahubung.papers.ProofFields.undone;

import com.fasterxml.jackson.core.JsonGenerator;
import id.narahubung.evidence.Evidence;
import id.narahubung.ledger.Event;
import id.narahubung.letters.FineGiven;
import id.narahubung.letters.Letter;
import id.narahubung.requests.Item;
import id.narahubung.requests.OverrideGiven;
import id.narahubung.requests.RequestContent;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * The proof pack for programs: proof.json, UTF-8, fields always in this order.
 *
 * <pre>
 * format        "narahubung-proof/2"
 * number, made_at, made_for (ministry or company)
 * order         file, sha256 of order.pdf
 * request       platform, company, subject, category, urgency, measure, scope, bases [], analysis,
 *               without [] (need, reason), rule_set, sent_at, acknowledged_at, withdrawn_at
 * items []      number, kind, address (what identifies it, defanged; null of a restricted one),
 *               identifiers {}, account, content_time, note, standing, due_at,
 *               rounds []          number, cause, started_at, minutes
 *               clock              start, lines [] (reason, since, seconds), due, paused
 *               answers []         id, type, class, ground, details {}, answered_at, due_at, on_time, by,
 *                                  taken_back (reason, at, by)
 *               checks []          answer, verdict, observed_at, checked_at, network, country, surface,
 *                                  signed_in, note, by
 *               rulings []         answer, outcome, reason, ruled_at, by
 *               objections []      answer, reason, filed_at, due_at, by,
 *                                  decision (outcome, reason, decided_at, by)
 *               clarifications []  answer, reply, replied_at, by
 *               withdrawal         our_error, reason, withdrawn_at, by
 * evidence []   name, kind, size, sha256, item, owner, share, note, added_at, by, removed (reason, at, by)
 * letters []    number, file, stage, sent_at, due_at, items, fine (of each item), owed, paid, acknowledged_at,
 *               pay_by, payments [] (recorded, amount, paid_on, reference, told_at, by),
 *               objection (reason, filed_at, due_at, outcome, decided_at), withdrawn (reason, at, by), note, by
 * events []     at, kind, by, body {}
 * </pre>
 *
 * <p>What one side keeps to itself stands only in that side's pack, without its note. Instants are
 * UTC in ISO 8601; what there is none of is null; 'by' is side, role and code, never a name; codes
 * are those of the rule set.
 */
final class ProofJson {

  private final Proof proof;

  ProofJson(Proof proof) {
    this.proof = proof;
  }

  /** Writes it and leaves the stream open. */
  void write(OutputStream out, PaperStore.Kept order) throws IOException {
    JsonGenerator json = ProofFields.JSON.getFactory().createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.useDefaultPrettyPrinter();
    json.writeStartObject();
    json.writeStringField("format", "narahubung-proof/2");
    json.writeStringField("number", proof.request().requireNumber());
    instant(json, "made_at", Optional.of(proof.madeAt()));
    json.writeStringField("made_for", lower(proof.madeFor()));
    json.writeObjectFieldStart("order");
    json.writeStringField("file", ProofPack.ORDER);
    json.writeStringField("sha256", order.sha256());
    json.writeEndObject();
    request(json);
    json.writeArrayFieldStart("items");
    ProofItemJson items = new ProofItemJson(json);
    for (Item item : proof.items()) {
      items.write(item, proof.about(item), proof.of(item));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("evidence");
    for (Evidence piece : proof.evidence()) {
      evidence(json, piece);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("letters");
    for (Letter letter : proof.letters()) {
      letter(json, letter);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("events");
    for (Event event : proof.events()) {
      json.writeStartObject();
      instant(json, "at", Optional.of(event.at()));
      json.writeStringField("kind", event.kind());
      by(json, event.by());
      map(json, "body", event.body());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }

  private void request(JsonGenerator json) throws IOException {
    RequestContent content = proof.request().content();
    json.writeObjectFieldStart("request");
    json.writeStringField("platform", proof.platform().name());
    json.writeStringField("company", proof.platform().companyName());
    json.writeStringField("subject", content.subject());
    json.writeStringField("category", content.categoryCode());
    json.writeStringField("urgency", content.urgencyCode());
    json.writeStringField("measure", content.measureCode());
    json.writeStringField("scope", lower(content.scope()));
    json.writeArrayFieldStart("bases");
    for (String basis : content.basisCodes()) {
      json.writeString(basis);
    }
    json.writeEndArray();
    json.writeStringField("analysis", content.analysis());
    json.writeArrayFieldStart("without");
    for (OverrideGiven override : proof.request().overrides()) {
      json.writeStartObject();
      json.writeStringField("need", override.need());
      json.writeStringField("reason", override.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("rule_set", proof.rules().code() + " " + proof.rules().version());
    instant(json, "sent_at", proof.request().sentAt());
    instant(json, "acknowledged_at", proof.request().acknowledgedAt());
    instant(json, "withdrawn_at", proof.request().withdrawnAt());
    json.writeEndObject();
  }

  private static void letter(JsonGenerator json, Letter letter) throws IOException {
    json.writeStartObject();
    json.writeStringField("number", letter.number());
    json.writeStringField("file", letter.number() + ".pdf");
    json.writeStringField("stage", letter.stageCode());
    instant(json, "sent_at", Optional.of(letter.sentAt()));
    instant(json, "due_at", Optional.of(letter.dueAt()));
    json.writeNumberField("items", letter.items());
    json.writeNumberField("fine", letter.fine().map(FineGiven::perItem).orElse(0L));
    json.writeNumberField("owed", letter.owed());
    json.writeNumberField("paid", letter.paid());
    json.writeNumberField("credited", letter.account().credited());
    instant(json, "acknowledged_at", letter.acknowledged().map(Letter.Step::at));
    text(json, "pay_by", letter.commitment().map(each -> each.payBy().toString()));
    json.writeArrayFieldStart("payments");
    for (Letter.Payment payment : letter.payments()) {
      json.writeStartObject();
      json.writeBooleanField("recorded", payment.recorded());
      json.writeNumberField("amount", payment.amount());
      json.writeStringField("paid_on", payment.paidOn().toString());
      json.writeStringField("reference", payment.reference());
      instant(json, "told_at", Optional.of(payment.at()));
      by(json, payment.by());
      undone(
          json,
          "reversed",
          payment
              .reversal()
              .map(back -> new ProofFields.Undone(back.reason(), back.at(), back.by())));
      json.writeEndObject();
    }
    json.writeEndArray();
    if (letter.objection().isPresent()) {
      Letter.Objection objection = letter.objection().get();
      json.writeObjectFieldStart("objection");
      json.writeStringField("reason", objection.reason());
      instant(json, "filed_at", Optional.of(objection.filedAt()));
      instant(json, "due_at", Optional.of(objection.dueAt()));
      text(json, "outcome", objection.decision().map(end -> lower(end.outcome())));
      instant(json, "decided_at", objection.decision().map(Letter.Decision::at));
      json.writeEndObject();
    }
    undone(
        json,
        "withdrawn",
        letter
            .withdrawal()
            .map(taken -> new ProofFields.Undone(taken.reason(), taken.at(), taken.by())));
    json.writeStringField("note", letter.note());
    by(json, letter.by());
    json.writeEndObject();
  }

  private static void evidence(JsonGenerator json, Evidence piece) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", piece.name());
    json.writeStringField("kind", lower(piece.file().kind()));
    json.writeNumberField("size", piece.file().size());
    json.writeStringField("sha256", piece.file().sha256());
    text(json, "item", piece.ordinal().map(n -> String.format(Locale.ROOT, "%04d", n)));
    json.writeStringField("owner", lower(piece.owner()));
    json.writeStringField("share", lower(piece.share()));
    json.writeStringField("note", Proof.told(piece, piece.note()));
    instant(json, "added_at", Optional.of(piece.addedAt()));
    by(json, piece.by());
    undone(
        json,
        "removed",
        piece
            .removal()
            .map(
                gone ->
                    new ProofFields.Undone(
                        Proof.told(piece, gone.reason()), gone.at(), gone.by())));
    json.writeEndObject();
  }
}

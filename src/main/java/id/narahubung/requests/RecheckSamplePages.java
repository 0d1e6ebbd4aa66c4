package id.narahubung.requests;

import id.narahubung.access.NotFound;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.requests.RecheckSample.Drawn;
import id.narahubung.requests.RecheckSampleStore.Look;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.sampling.Wilson;
import id.narahubung.text.Words;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The weekly samples of what is looked at again, and each with all that shows it was not chosen.
 */
public final class RecheckSamplePages {

  private static final int ROWS = 50;

  /** So much of a hash tells items apart; the whole stands where one draws again. */
  private static final int HASH_SHOWN = 12;

  private final Database db;
  private final Pages pages;
  private final RecheckSampleStore samples;
  private final ItemStore items;

  public RecheckSamplePages(Database db, Pages pages, RecheckSampleStore samples, ItemStore items) {
    this.db = db;
    this.pages = pages;
    this.samples = samples;
    this.items = items;
  }

  void list(Context ctx) {
    Reader reader = Reader.of(ctx);
    Form query = Form.ofQuery(ctx);
    Optional<Long> before =
        query.has("before") ? Optional.of(query.id("before")) : Optional.empty();
    List<RecheckSample> found = db.as(reader.viewer(), tx -> samples.list(tx, before, ROWS + 1));
    List<RecheckSample> shown = found.subList(0, Math.min(ROWS, found.size()));
    Words words = reader.words();
    pages.show(
        ctx,
        "samples/list",
        new RecheckSamplesPage(
            words.say("samples.title"),
            shown.stream().map(sample -> row(words, sample)).toList(),
            found.size() > ROWS ? "/recheck-samples?before=" + shown.getLast().id() : ""));
  }

  private static RecheckSamplesPage.Row row(Words words, RecheckSample sample) {
    return new RecheckSamplesPage.Row(
        words.date(sample.week()),
        "/recheck-samples/" + sample.id(),
        sample.company(),
        words.say("samples.of", sample.size(), sample.population()),
        words.say("samples.of", sample.looked(), sample.size()),
        up(words, sample));
  }

  private static String up(Words words, RecheckSample sample) {
    return sample.looked() == 0
        ? words.say("samples.up.none")
        : words.say("samples.of", sample.up(), sample.looked());
  }

  void show(Context ctx) {
    String id = ctx.pathParam("sample");
    if (!id.matches("\\d{1,18}")) {
      throw new NotFound("sample");
    }
    Reader reader = Reader.of(ctx);
    pages.show(
        ctx,
        "samples/show",
        db.as(reader.viewer(), tx -> page(tx, reader.words(), Long.parseLong(id))));
  }

  private RecheckSamplePage page(Tx tx, Words words, long id) {
    RecheckSample sample = samples.find(tx, id).orElseThrow(() -> new NotFound("sample " + id));
    List<Drawn> drawn = samples.drawn(tx, sample);
    Map<Long, Look> looks = samples.looks(tx, sample);
    Map<Long, Item> found =
        items.fetch(tx, drawn.stream().map(Drawn::item).toList()).stream()
            .collect(Collectors.toMap(Item::id, Function.identity()));
    Wording wording = new Wording(words, tx.now());
    return new RecheckSamplePage(
        words.say("samples.one", sample.company(), words.date(sample.week())),
        facts(words, sample),
        words.say("samples.again", sample.size()),
        "printf '%s' '" + sample.seed() + "/PA-2026-000123/47' | sha256sum",
        drawn.stream()
            .flatMap(
                each ->
                    Optional.ofNullable(found.get(each.item()))
                        .map(item -> row(words, wording, each, item, looks))
                        .stream())
            .toList());
  }

  private static List<Fact> facts(Words words, RecheckSample sample) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.say("samples.drawn_at"), words.instant(sample.drawnAt())));
    facts.add(
        new Fact(
            words.say("samples.population"),
            words.say("samples.population.value", sample.population(), words.date(sample.week()))));
    facts.add(new Fact(words.say("samples.size"), words.number(sample.size())));
    facts.add(new Fact(words.say("samples.seed"), sample.seed().toString()));
    facts.add(
        new Fact(
            words.say("samples.looked"), words.say("samples.of", sample.looked(), sample.size())));
    facts.add(new Fact(words.say("samples.up"), share(words, sample)));
    return facts;
  }

  /** A sample shows its interval, not just a share. */
  private static String share(Words words, RecheckSample sample) {
    if (sample.looked() == 0) {
      return words.say("samples.up.none");
    }
    Wilson interval = Wilson.of(sample.up(), sample.looked());
    return words.say(
        "samples.up.value",
        sample.up(),
        sample.looked(),
        Math.round(interval.low() * 100),
        Math.round(interval.high() * 100));
  }

  private static RecheckSamplePage.Row row(
      Words words, Wording wording, Drawn drawn, Item item, Map<Long, Look> looks) {
    return new RecheckSamplePage.Row(
        drawn.number() + "/" + item.shortNumber(),
        "/requests/" + drawn.number() + "/items/" + drawn.ordinal(),
        wording.address(item),
        drawn.hash().substring(0, HASH_SHOWN),
        Optional.ofNullable(looks.get(drawn.item()))
            .map(
                look ->
                    new Tag(
                        Wording.verdict(words, true, look.verdict()),
                        look.verdict() == Verdict.DOWN ? "good" : "late",
                        words.instantShort(look.seenAt())))
            .orElseGet(() -> new Tag(words.say("samples.not_looked"), "none", "")));
  }
}

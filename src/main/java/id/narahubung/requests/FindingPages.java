package id.narahubung.requests;

import id.narahubung.requests.ItemActs.Drawing;
import id.narahubung.requests.ItemActs.Picked;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Form;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the ministry records on items: checks, decisions, replies, withdrawals. */
public final class FindingPages {

  private static final int MAX_TEXT = 4000;

  private final ItemActs acts;
  private final Commands commands;
  private final InstantSource clock;

  /** What the pages can do. */
  public record Commands(
      CheckItems check, RuleOnItems rule, ReplyToClarification reply, WithdrawItems withdraw) {}

  public FindingPages(ItemActs acts, Commands commands, InstantSource clock) {
    this.acts = acts;
    this.commands = commands;
    this.clock = clock;
  }

  void askCheck(Context ctx) {
    Picked picked = acts.picked(ctx);
    String now =
        LocalDateTime.ofInstant(clock.instant(), picked.words().zone())
            .truncatedTo(ChronoUnit.MINUTES)
            .toString();
    Form blank =
        Form.of(
            Map.of(
                "observed_at", List.of(now), "country", List.of("ID"), "surface", List.of("web")));
    acts.show(ctx, picked, blank, checking(picked, blank));
  }

  void check(Context ctx) {
    Form form = Form.of(ctx);
    Picked picked = acts.picked(ctx, form);
    Words words = Reader.of(ctx).words();
    Optional<Verdict> verdict = one(Verdict.class, form.text("verdict"));
    Optional<Surface> surface = one(Surface.class, form.text("surface"));
    Optional<Instant> observed = form.instant("observed_at", words.zone());
    need(form, "verdict", verdict.isPresent());
    need(form, "surface", surface.isPresent());
    need(form, "observed_at", observed.isPresent());
    if (observed.filter(at -> at.isAfter(clock.instant())).isPresent()) {
      form.refuse("observed_at", "check.fault.future");
    }
    need(form, "network", form.has("network") && form.text("network").length() <= 200);
    String country = form.text("country").toUpperCase(Locale.ROOT);
    need(form, "country", Arrays.asList(Locale.getISOCountries()).contains(country));
    need(form, "signed_in", form.has("signed_in"));
    keepShort(form, "note");
    Drawing drawing = checking(picked, form);
    if (!form.isGood() || verdict.isEmpty() || surface.isEmpty() || observed.isEmpty()) {
      acts.refuse(ctx, picked, form, drawing);
      return;
    }
    CheckGiven given =
        new CheckGiven(
            verdict.get(),
            observed.get(),
            form.text("network"),
            country,
            surface.get(),
            form.text("signed_in").equals("yes"),
            form.text("note"));
    acts.run(
        ctx,
        picked,
        form,
        drawing,
        "check.saved",
        tx -> commands.check().run(tx, form.act(), ItemActs.refs(form), given));
  }

  void askRuling(Context ctx) {
    Picked picked = acts.picked(ctx);
    acts.show(ctx, picked, Form.empty(), ruling(picked, Form.empty()));
  }

  void rule(Context ctx) {
    Form form = Form.of(ctx);
    Picked picked = acts.picked(ctx, form);
    Optional<RulingOutcome> outcome = one(RulingOutcome.class, form.text("outcome"));
    need(form, "outcome", outcome.isPresent());
    keepShort(form, "reason");
    if (outcome.filter(o -> o == RulingOutcome.UPHELD).isPresent() && !form.has("reason")) {
      form.refuse("reason", "ruling.refused.reason");
    }
    Drawing drawing = ruling(picked, form);
    if (!form.isGood() || outcome.isEmpty()) {
      acts.refuse(ctx, picked, form, drawing);
      return;
    }
    acts.run(
        ctx,
        picked,
        form,
        drawing,
        "ruling.saved",
        tx ->
            commands
                .rule()
                .run(tx, form.act(), ItemActs.refs(form), outcome.get(), form.text("reason")));
  }

  void askReply(Context ctx) {
    Picked picked = acts.picked(ctx);
    acts.show(ctx, picked, Form.empty(), reply(picked, Form.empty()));
  }

  void reply(Context ctx) {
    Form form = Form.of(ctx);
    Picked picked = acts.picked(ctx, form);
    need(form, "reply", form.has("reply"));
    keepShort(form, "reply");
    Drawing drawing = reply(picked, form);
    if (!form.isGood()) {
      acts.refuse(ctx, picked, form, drawing);
      return;
    }
    acts.run(
        ctx,
        picked,
        form,
        drawing,
        "clarification.saved",
        tx -> commands.reply().run(tx, form.act(), ItemActs.refs(form), form.text("reply")));
  }

  void askWithdrawal(Context ctx) {
    Picked picked = acts.picked(ctx);
    acts.show(ctx, picked, Form.empty(), withdrawal(picked, Form.empty()));
  }

  void withdraw(Context ctx) {
    Form form = Form.of(ctx);
    Picked picked = acts.picked(ctx, form);
    need(form, "reason", form.has("reason"));
    keepShort(form, "reason");
    need(form, "our_error", form.has("our_error"));
    Drawing drawing = withdrawal(picked, form);
    if (!form.isGood()) {
      acts.refuse(ctx, picked, form, drawing);
      return;
    }
    acts.run(
        ctx,
        picked,
        form,
        drawing,
        "withdrawal.saved",
        tx ->
            commands
                .withdraw()
                .run(
                    tx,
                    form.act(),
                    ItemActs.refs(form),
                    form.text("our_error").equals("yes"),
                    form.text("reason")));
  }

  private static Drawing checking(Picked picked, Form form) {
    Words words = picked.words();
    Controls controls = new Controls(words, form, "check.");
    return drawing(
        picked,
        "check",
        "/checks",
        List.of(
            controls.of(
                Kind.RADIOS, "verdict", true, choices(controls, words, "verdict", Verdict.class)),
            controls.of(Kind.DATETIME, "observed_at", true),
            controls.of(Kind.TEXT, "network", true),
            controls.of(Kind.TEXT, "country", true),
            controls.of(
                Kind.RADIOS, "surface", true, choices(controls, words, "surface", Surface.class)),
            controls.of(
                Kind.RADIOS,
                "signed_in",
                true,
                List.of(
                    controls.choice("signed_in", "no", words.say("signed_in.no")),
                    controls.choice("signed_in", "yes", words.say("signed_in.yes")))),
            controls.of(Kind.AREA, "note", false)));
  }

  private static Drawing ruling(Picked picked, Form form) {
    Words words = picked.words();
    Controls controls = new Controls(words, form, "ruling.");
    return drawing(
        picked,
        "ruling",
        "/rulings",
        List.of(
            controls.of(
                Kind.RADIOS,
                "outcome",
                true,
                List.of(
                    controls.choice(
                        "outcome",
                        "accepted",
                        words.say("ruling.accept"),
                        words.say("ruling.accept.hint")),
                    controls.choice(
                        "outcome",
                        "upheld",
                        words.say("ruling.uphold"),
                        words.say("ruling.uphold.hint")))),
            controls.of(Kind.AREA, "reason", false)));
  }

  private static Drawing reply(Picked picked, Form form) {
    return drawing(
        picked,
        "clarification",
        "/clarifications",
        List.of(new Controls(picked.words(), form, "clarification.").of(Kind.AREA, "reply", true)));
  }

  private static Drawing withdrawal(Picked picked, Form form) {
    return drawing(
        picked,
        "withdrawal",
        "/withdrawals",
        List.of(
            new Controls(picked.words(), form, "withdrawal.").of(Kind.AREA, "reason", true),
            new Control(Kind.RADIOS, WithdrawPage.ourError(form, picked.words()))));
  }

  private static Drawing drawing(
      Picked picked, String prefix, String action, List<Control> controls) {
    Words words = picked.words();
    int count = picked.rows().size();
    return new Drawing(
        words.say(prefix + ".items.title", count),
        action,
        "post",
        List.of(),
        controls,
        words.say(prefix + ".next").lines().toList(),
        words.say(prefix + ".save", count));
  }

  private static <E extends Enum<E>> List<Choice> choices(
      Controls controls, Words words, String name, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(each -> Wording.lower(each))
        .map(code -> controls.choice(name, code, words.say(name + "." + code)))
        .toList();
  }

  private static <E extends Enum<E>> Optional<E> one(Class<E> type, String code) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> Wording.lower(each).equals(code))
        .findFirst();
  }

  private static void need(Form form, String field, boolean there) {
    if (!there) {
      form.refuse(field, "fault." + field);
    }
  }

  private static void keepShort(Form form, String field) {
    if (form.text(field).length() > MAX_TEXT) {
      form.refuse(field, "fault.too_long", MAX_TEXT);
    }
  }
}

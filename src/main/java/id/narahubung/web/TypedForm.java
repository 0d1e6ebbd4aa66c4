package id.narahubung.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.narahubung.accounts.KeptForms.KeptForm;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What was typed into a form of a page that is then asked for in another language. The form's own
 * switch sends it (parts/form :: keeping); it is kept as a form that outlived its session is, and
 * put back when the page is drawn: into whichever form it was, without its template knowing.
 *
 * @param action where the form leads to
 */
public record TypedForm(String action, List<FormEncoding.Pair> fields) {

  /** Where the switch of a form sends it. */
  public static final String PATH = "/language/typed";

  private static final String COOKIE = "typed";
  private static final String ATTRIBUTE = "typed";
  private static final int A_MINUTE = 60;

  /** What is another one each time that the page is drawn. */
  private static final Set<String> OF_THE_PAGE = Set.of("token", "act", "at", "version");

  public TypedForm {
    fields = List.copyOf(fields);
  }

  /** This request's form as it is kept; never with a password, and with files never. */
  public static Optional<KeptForm> sent(Context ctx) {
    List<FormEncoding.Pair> fields =
        Upload.isTaken(ctx) ? Upload.typed(ctx) : FormEncoding.read(ctx.bodyAsBytes());
    String query = ctx.queryString();
    return FormEncoding.withoutPasswords(fields)
        .map(
            kept ->
                new KeptForm(
                    query == null ? ctx.path() : ctx.path() + "?" + query,
                    FormEncoding.write(kept).replace("%00", "")));
  }

  /** From now on the form's page is looked out for, so that no other page has to ask. */
  public static void await(Context ctx) {
    Cookies.set(ctx, COOKIE, "yes", A_MINUTE);
  }

  static boolean isAwaited(Context ctx) {
    return !CrossSite.isUnsafe(ctx) && "yes".equals(ctx.cookie(COOKIE));
  }

  /** What was typed on this page; nothing where a form was kept for another reason or page. */
  static Optional<TypedForm> of(KeptForm kept, String page) {
    Form asked = Form.ofAddress(kept.path());
    if (!kept.path().startsWith(PATH + "?") || !asked.text("back").equals(page)) {
      return Optional.empty();
    }
    return Optional.of(
        new TypedForm(asked.text("form"), FormEncoding.read(kept.body().getBytes(UTF_8))));
  }

  /** The page that the form of this request stood on, as it says itself. */
  static Optional<String> pageOf(Context ctx) {
    try {
      return Upload.isTaken(ctx)
          ? Optional.empty()
          : Optional.ofNullable(ctx.formParam("at"))
              .map(LocalPath::of)
              .filter(path -> !path.equals("/"));
    } catch (HttpResponseException e) {
      // Too large to be read at all.
      return Optional.empty();
    }
  }

  void showOn(Context ctx) {
    ctx.attribute(ATTRIBUTE, this);
    Cookies.remove(ctx, COOKIE);
  }

  /** The page with what was typed on it, if anything was. */
  static String on(Context ctx, String html) {
    return ctx.attribute(ATTRIBUTE) instanceof TypedForm typed ? typed.into(html) : html;
  }

  String into(String html) {
    Document page = Jsoup.parse(html);
    page.outputSettings().prettyPrint(false);
    page.select("form[method=post]").stream()
        .filter(form -> form.attr("action").equals(action))
        .max(Comparator.comparingLong(this::likeness))
        .ifPresent(form -> fill(page, form));
    return page.outerHtml();
  }

  /** Of several forms to one address the one that names the same thing: the same need, say. */
  private long likeness(Element form) {
    return form.select("input[type=hidden]").stream()
        .filter(hidden -> !OF_THE_PAGE.contains(hidden.attr("name")))
        .filter(
            hidden ->
                fields.contains(new FormEncoding.Pair(hidden.attr("name"), hidden.attr("value"))))
        .count();
  }

  private void fill(Document page, Element form) {
    Map<String, Deque<String>> typed = new HashMap<>();
    fields.forEach(
        pair -> typed.computeIfAbsent(pair.name(), name -> new ArrayDeque<>()).add(pair.value()));
    List<Element> controls = new ArrayList<>(form.select("input, textarea, select"));
    if (!form.id().isEmpty()) {
      page.select("input, textarea, select").stream()
          .filter(control -> control.attr("form").equals(form.id()))
          .filter(control -> !controls.contains(control))
          .forEach(controls::add);
    }
    keepAlong(controls, form);
    controls.forEach(
        control -> fill(control, typed.getOrDefault(control.attr("name"), new ArrayDeque<>())));
    form.attr("data-typed", "yes");
    unfold(form);
  }

  /**
   * What the form carried and has no control for as the page is drawn now: ticks elsewhere, say.
   */
  private void keepAlong(List<Element> controls, Element form) {
    Set<String> there = new HashSet<>(OF_THE_PAGE);
    controls.forEach(control -> there.add(control.attr("name")));
    fields.stream()
        .filter(pair -> !there.contains(pair.name()))
        .forEach(
            pair ->
                form.appendElement("input")
                    .attr("type", "hidden")
                    .attr("name", pair.name())
                    .attr("value", pair.value()));
  }

  private static void fill(Element control, Deque<String> typed) {
    switch (control.normalName()) {
      case "textarea" -> next(typed).ifPresent(value -> control.text("\n" + value));
      case "select" -> choose(control.select("option"), "selected", new HashSet<>(typed));
      default -> fillInput(control, typed);
    }
  }

  private static void fillInput(Element input, Deque<String> typed) {
    switch (input.attr("type")) {
      case "checkbox", "radio" -> {
        choose(List.of(input), "checked", typed);
        if (input.hasAttr("checked")) {
          unfold(input);
        }
      }
      case "password", "file" -> {}
      // What the page says of itself stays; it had its place among the values of its name.
      case "hidden" -> next(typed);
      default -> next(typed).ifPresent(value -> input.attr("value", value));
    }
  }

  private static void choose(List<Element> choices, String how, Collection<String> typed) {
    for (Element choice : choices) {
      if (typed.contains(choice.attr("value"))) {
        choice.attr(how, how);
      } else {
        choice.removeAttr(how);
      }
    }
  }

  private static void unfold(Element seen) {
    seen.parents().stream()
        .filter(parent -> parent.normalName().equals("details"))
        .forEach(details -> details.attr("open", ""));
  }

  private static Optional<String> next(Deque<String> typed) {
    return Optional.ofNullable(typed.poll());
  }
}

package id.narahubung.help;

import id.narahubung.access.NotFound;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.accounts.SignedIn;
import id.narahubung.help.HelpListPage.Entry;
import id.narahubung.help.HelpListPage.Part;
import id.narahubung.text.Language;
import id.narahubung.text.Words;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a person of this role does here, and each task on a page of its own. */
public final class HelpPages {

  private final Pages pages;
  private final HelpTexts texts;

  HelpPages(Pages pages, HelpTexts texts) {
    this.pages = pages;
    this.texts = texts;
  }

  /** The tasks of the reader's roles, or of the role that is asked for. */
  void list(Context ctx) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    pages.show(
        ctx,
        "help/list",
        reader
            .signedIn()
            .map(me -> of(asked(ctx), me.viewer(), words))
            .orElseGet(() -> forGuests(words)));
  }

  private HelpListPage of(Optional<Role> asked, PersonViewer viewer, Words words) {
    Set<Role> own = asked.<Set<Role>>map(EnumSet::of).orElseGet(() -> roles(viewer));
    return new HelpListPage(
        words.say("help.title"),
        words.say(asked.isPresent() ? "help.about.role" : "help.about"),
        parts(own, words),
        others(own, words));
  }

  private HelpListPage forGuests(Words words) {
    return new HelpListPage(
        words.say("help.title"),
        words.say("help.about.guest"),
        List.of(part("help.of_all", words, HelpTask.ofEverybody())),
        List.of());
  }

  void show(Context ctx) {
    show(
        ctx,
        HelpTask.find(ctx.pathParam("task"))
            .orElseThrow(() -> new NotFound("help on " + ctx.pathParam("task"))));
  }

  void show(Context ctx, HelpTask task) {
    Reader reader = Reader.of(ctx);
    pages.show(ctx, "help/task", page(task, reader));
  }

  private HelpPage page(HelpTask task, Reader reader) {
    Words words = reader.words();
    HelpText text = texts.of(words.language(), task);
    HelpLines lines = new HelpLines(words);
    return new HelpPage(
        text.title(),
        text.summary(),
        lines.all(text.when()),
        text.steps().stream().map(lines::step).toList(),
        lines.all(text.then()),
        text.wrong().stream().map(lines::trouble).toList(),
        lines.all(text.pages()),
        reader.signedIn().isPresent()
            ? HelpTask.rolesOf(task).stream().map(role -> link(role, words)).toList()
            : List.of(),
        next(task, reader));
  }

  /**
   * What comes up after it for the reader: the task after it in the lists of the reader's roles.
   */
  private List<Link> next(HelpTask task, Reader reader) {
    Set<Role> own =
        reader.signedIn().map(SignedIn::viewer).map(HelpPages::roles).orElseGet(Set::of);
    return own.stream()
        .flatMap(role -> HelpTask.with(role).stream())
        .map(HelpTask::of)
        .flatMap(tasks -> tasks.stream().dropWhile(each -> each != task).skip(1).limit(1))
        .distinct()
        .map(after -> new Link(after.href(), texts.of(reader.words().language(), after).title()))
        .toList();
  }

  private List<Part> parts(Set<Role> own, Words words) {
    List<Part> parts = new ArrayList<>();
    Set<HelpTask> told = EnumSet.noneOf(HelpTask.class);
    for (Role role : own) {
      for (Role each : HelpTask.with(role)) {
        List<HelpTask> tasks = HelpTask.of(each).stream().filter(told::add).toList();
        if (!tasks.isEmpty()) {
          parts.add(part(key(each), words, tasks));
        }
      }
    }
    parts.add(part("help.of_all", words, HelpTask.ofAll().stream().filter(told::add).toList()));
    return parts;
  }

  private Part part(String key, Words words, List<HelpTask> tasks) {
    Language language = words.language();
    return new Part(
        words.say(key),
        tasks.stream()
            .map(
                task -> {
                  HelpText text = texts.of(language, task);
                  return new Entry(task.href(), text.title(), text.summary());
                })
            .toList());
  }

  private static List<Link> others(Set<Role> own, Words words) {
    return Arrays.stream(Role.values())
        .filter(role -> !own.contains(role))
        .map(role -> link(role, words))
        .toList();
  }

  private static Link link(Role role, Words words) {
    return new Link(HelpRoutes.PATH + "?role=" + role.code(), words.say(key(role)));
  }

  private static String key(Role role) {
    return "role." + role.code();
  }

  private static Optional<Role> asked(Context ctx) {
    String code = Optional.ofNullable(ctx.queryParam("role")).orElse("");
    return Arrays.stream(Role.values()).filter(role -> role.code().equals(code)).findFirst();
  }

  /** The account's own and those on loan. */
  private static Set<Role> roles(PersonViewer viewer) {
    Set<Role> all = EnumSet.noneOf(Role.class);
    all.addAll(viewer.roles());
    viewer.lent().forEach(lent -> all.add(lent.role()));
    return all;
  }
}

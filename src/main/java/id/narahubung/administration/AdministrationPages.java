package id.narahubung.administration;

import id.narahubung.text.Words;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;

/** The first page of the administration: the sections that are open to the reader. */
public final class AdministrationPages {

  private final Pages pages;

  public AdministrationPages(Pages pages) {
    this.pages = pages;
  }

  /** All that administration/show.html may see. */
  public record AdministrationPage(String title, List<Entry> sections) {}

  /** A section and what is done there. */
  public record Entry(String href, String label, String text) {}

  void show(Context ctx) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    pages.show(
        ctx,
        "administration/show",
        new AdministrationPage(
            words.say("administration.title"),
            Arrays.stream(Section.values())
                .filter(section -> reader.viewer().may(section.needed()))
                .map(section -> entry(section, words))
                .toList()));
  }

  private static Entry entry(Section section, Words words) {
    String key = "administration." + section.code();
    return new Entry(section.path(), words.say(key), words.say(key + ".text"));
  }
}

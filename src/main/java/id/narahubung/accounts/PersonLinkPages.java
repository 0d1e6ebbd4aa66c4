package id.narahubung.accounts;

import static io.javalin.http.HttpStatus.SEE_OTHER;

import id.narahubung.text.Words;
import id.narahubung.web.Flash;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;

/** Shows a one-time link to who made it, once. */
final class PersonLinkPages {

  private final Pages pages;
  private final PersonDesk desk;
  private final PersonPlace place;

  PersonLinkPages(Pages pages, PersonDesk desk, PersonPlace place) {
    this.pages = pages;
    this.desk = desk;
    this.place = place;
  }

  /**
   * A link on its way to the page.
   *
   * @param path empty where it was shown before
   */
  record Shown(long person, String email, String path) {}

  void show(Context ctx, Shown shown) {
    if (shown.path().isEmpty()) {
      Flash.say(ctx, "person.link_shown");
      ctx.redirect(shown.person() == 0 ? place.path() : place.path(shown.person()), SEE_OTHER);
      return;
    }
    Words words = Reader.of(ctx).words();
    pages.show(
        ctx,
        "accounts/link",
        new LinkShownPage(
            words.say("person.link.title"),
            new Link(place.path(shown.person()), shown.email()),
            words.say("person.link.about", shown.email()),
            desk.publicUrl().resolve(shown.path()).toString()));
  }
}

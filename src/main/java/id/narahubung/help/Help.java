package id.narahubung.help;

import id.narahubung.accounts.SignedIn;
import id.narahubung.web.PageHelp;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import java.util.Optional;

/** The help there is: the pages of it, and which one helps on which page of the portal. */
public final class Help implements PageHelp {

  private final HelpTexts texts = new HelpTexts();

  /** Its own pages. */
  public HelpPages pages(Pages pages) {
    return new HelpPages(pages, texts);
  }

  @Override
  public Optional<Task> of(String route, Reader reader) {
    return TaskOfPage.of(route, reader.signedIn().map(SignedIn::viewer))
        .map(task -> new Task(task.href(), texts.of(reader.words().language(), task).title()));
  }
}

package id.narahubung.help;

import id.narahubung.web.FormPage.Link;
import java.util.List;

/**
 * All that help/list.html may see.
 *
 * @param about what this is, in a sentence
 * @param parts the tasks of one role each, in the order they come up
 * @param others the other roles, whose tasks one may read, too
 */
public record HelpListPage(String title, String about, List<Part> parts, List<Link> others) {

  public HelpListPage {
    parts = List.copyOf(parts);
    others = List.copyOf(others);
  }

  public record Part(String title, List<Entry> tasks) {

    public Part {
      tasks = List.copyOf(tasks);
    }
  }

  public record Entry(String href, String title, String summary) {}
}

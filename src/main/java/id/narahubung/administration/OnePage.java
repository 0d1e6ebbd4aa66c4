package id.narahubung.administration;

import id.narahubung.web.FormPage.Link;
import java.util.List;

/**
 * All that administration/one.html may see: one thing that is kept, what is said of it, and what
 * belongs to it.
 */
public record OnePage(
    String title, Link above, String editHref, List<Fact> facts, List<Group> groups) {

  public OnePage {
    facts = List.copyOf(facts);
    groups = List.copyOf(groups);
  }

  /** A label and what stands behind it. */
  public record Fact(String label, String value) {

    public Fact {
      value = value.isEmpty() ? "–" : value;
    }
  }

  /** What belongs to it, each a way to its page. */
  public record Group(String title, List<Link> links, String none) {

    public Group {
      links = List.copyOf(links);
    }
  }
}

package id.narahubung.help;

import id.narahubung.web.FormPage.Link;
import java.util.List;

/**
 * All that help/task.html may see.
 *
 * @param when when one needs it, a paragraph each
 * @param steps what to do, in this order
 * @param then what happens after it, and who is told
 * @param wrong what may go wrong, and what to do about it
 * @param pages where it is done
 * @param roles whose task it is
 * @param next the tasks that come up after it
 */
public record HelpPage(
    String title,
    String summary,
    List<Bits> when,
    List<Step> steps,
    List<Bits> then,
    List<Trouble> wrong,
    List<Bits> pages,
    List<Link> roles,
    List<Link> next) {

  public HelpPage {
    when = List.copyOf(when);
    steps = List.copyOf(steps);
    then = List.copyOf(then);
    wrong = List.copyOf(wrong);
    pages = List.copyOf(pages);
    roles = List.copyOf(roles);
    next = List.copyOf(next);
  }

  /** A line, piece by piece. */
  public record Bits(List<Bit> all) {

    public Bits {
      all = List.copyOf(all);
    }
  }

  /**
   * A piece of a line.
   *
   * @param href where it leads; empty for what is no link
   * @param label whether it stands so on a page
   */
  public record Bit(String text, String href, boolean label) {

    public boolean isLink() {
      return !href.isEmpty();
    }

    public boolean isPlain() {
      return href.isEmpty() && !label;
    }
  }

  /**
   * A step.
   *
   * @param picture where its picture is, below the static files; empty where there is none
   */
  public record Step(Bits text, String picture, String alt) {}

  public record Trouble(Bits what, Bits remedy) {}
}

package id.narahubung.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What stands around every page: finished text for the layout template.
 *
 * @param path the page's own address, to come back to after a change of language
 * @param keeping where a form's own switch of the language takes what was typed
 * @param account what the link to one's account says; empty when signed out
 * @param seldom links at the foot
 * @param search whether to offer the search: to those who may read requests, but on its own page
 * @param help where help on this page is
 * @param flash a sentence to show once; empty where there is none
 * @param assets where the static files of this build are
 * @param acts gives the one-time ids of the page's forms
 */
public record Layout(
    String language,
    String otherLanguage,
    String otherLanguageLabel,
    String path,
    String keeping,
    boolean signedIn,
    String side,
    String account,
    List<NavLink> nav,
    List<NavLink> seldom,
    boolean search,
    Help help,
    String flash,
    String assets,
    String formToken,
    String zoneNote,
    Supplier<UUID> acts) {

  public Layout {
    nav = List.copyOf(nav);
    seldom = List.copyOf(seldom);
  }

  /** Another one-time id at each call: one for every form on the page. */
  public String nextAct() {
    return acts.get().toString();
  }

  /**
   * Where help is.
   *
   * @param task what it helps with; empty where it is all there is
   */
  public record Help(String href, String task) {}

  /**
   * A link of the main navigation.
   *
   * @param current 'page' where one is there, 'true' within its section, else empty
   */
  public record NavLink(String href, String label, String current) {}
}

package id.narahubung.accounts;

import id.narahubung.text.Words;
import id.narahubung.web.FormPage.Link;

/** Where the pages of accounts stand, and what stands above them. */
enum PersonPlace {
  ADMINISTRATION("/administration/accounts", "administration.accounts"),
  COMPANY("/company/colleagues", "company.colleagues");

  private final String path;
  private final String title;

  PersonPlace(String path, String title) {
    this.path = path;
    this.title = title;
  }

  String path() {
    return path;
  }

  /** The page of one account. */
  String path(long person) {
    return path + "/" + person;
  }

  /** The key of the list's title. */
  String title() {
    return title;
  }

  /** The list, as it stands above an account. */
  Link above(Words words) {
    return new Link(path, words.say(title));
  }
}

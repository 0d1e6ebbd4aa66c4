package id.narahubung.accounts;

import id.narahubung.text.Words;
import id.narahubung.web.FormPage.Link;

/** Where the pages of accounts stand, and what stands above them. */
enum PersonPlace {
  ADMINISTRATION("/administration/accounts", "administration.accounts", "accounts"),
  COMPANY("/company/colleagues", "company.colleagues", "colleagues");

  private final String path;
  private final String title;
  private final String file;

  PersonPlace(String path, String title, String file) {
    this.path = path;
    this.title = title;
    this.file = file;
  }

  String path() {
    return path;
  }

  /** The page of one account. */
  String path(long person) {
    return path + "/" + person;
  }

  /** The name of the list as a file. */
  String file() {
    return file;
  }

  /** Where that is downloaded. */
  String filePath() {
    return "/exports/" + file;
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

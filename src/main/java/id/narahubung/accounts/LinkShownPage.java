package id.narahubung.accounts;

import id.narahubung.web.FormPage.Link;

/** All that accounts/link.html may see: a one-time link, which is shown this once. */
public record LinkShownPage(String title, Link above, String about, String link) {}

package id.narahubung.mail;

import id.narahubung.text.Language;

/** What a mail says, twice: both say the same. */
public record Letter(Language language, String subject, String html, String text) {}

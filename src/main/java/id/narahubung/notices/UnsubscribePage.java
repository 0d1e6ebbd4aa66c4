package id.narahubung.notices;

/**
 * All that mail/unsubscribe.html may see.
 *
 * @param done whether the news has ended
 */
public record UnsubscribePage(String title, String path, boolean done) {}

package id.narahubung.notices;

/**
 * All that mail/unsubscribe.html may see.
 *
 * @param text what would end, or what did
 * @param done whether the news has ended
 */
public record UnsubscribePage(String title, String path, String text, boolean done) {}

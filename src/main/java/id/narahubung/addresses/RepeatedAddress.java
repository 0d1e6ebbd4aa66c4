package id.narahubung.addresses;

/**
 * A content address which the same text already gave, perhaps in another spelling.
 *
 * @param line the line of the repetition, from 1
 * @param given the repetition as it stands in the text, without invisible characters
 */
public record RepeatedAddress(int line, String given, FoundAddress first) {}

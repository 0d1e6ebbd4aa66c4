package id.narahubung.addresses;

/**
 * Something in a pasted text that was meant as a content address and cannot be one.
 *
 * @param line the line of the text, from 1
 * @param given what stands in the text, without invisible characters, cut after {@link
 *     Canonicaliser#MAX_LENGTH} characters so that a page or a row can hold it
 */
public record BadAddress(int line, String given, Fault fault) {}

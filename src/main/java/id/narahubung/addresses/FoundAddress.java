package id.narahubung.addresses;

/**
 * A content address seen for the first time in a pasted text.
 *
 * @param line the line of the text, from 1
 * @param given the address as it stands in the text, without invisible characters
 * @param schemeAdded whether the text gave a bare host, so that {@code https} is our assumption
 */
public record FoundAddress(int line, String given, ContentAddress address, boolean schemeAdded) {}

package id.narahubung.evidence;

/**
 * A file in the database.
 *
 * @param sha256 in hexadecimal
 */
public record StoredFile(long id, FileKind kind, long size, String sha256, int chunks) {}

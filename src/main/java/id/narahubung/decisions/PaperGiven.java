package id.narahubung.decisions;

import java.util.Optional;

/**
 * A paper as it is handed in.
 *
 * @param text what it is and where it stands
 */
public record PaperGiven(String entryCode, String text, Optional<Normalisation.File> file) {}

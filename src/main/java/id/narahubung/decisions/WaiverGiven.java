package id.narahubung.decisions;

import java.time.LocalDate;

/**
 * A waiver as it is proposed.
 *
 * @param owner who sees to it that what is open is done, by function
 */
public record WaiverGiven(CellKey cell, String reason, LocalDate until, String owner) {}

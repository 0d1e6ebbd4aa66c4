package id.narahubung.figures;

import java.time.Instant;

/**
 * A week whose figures are kept.
 *
 * @param late whether they were frozen later than the Monday after it
 */
public record FrozenWeek(Week week, Instant frozenAt, boolean late) {}

package id.narahubung.requests;

import java.util.Optional;

/**
 * An item that asked for the same address of the same platform before.
 *
 * @param ground the ground of its latest refusal, by its code
 * @param ourError whether it was withdrawn as the ministry's error
 */
record Earlier(
    String number,
    int ordinal,
    Standing standing,
    long ruleSetId,
    Optional<String> ground,
    boolean ourError) {}

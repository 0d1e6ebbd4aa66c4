package id.narahubung.mail;

import java.util.Optional;

/**
 * A mail in a worker's hand.
 *
 * @param attempt the number of this attempt, from 1
 */
record Outgoing(
    long id,
    int attempt,
    String messageId,
    String name,
    String address,
    Optional<Long> request,
    Optional<String> unsubscribe,
    Letter letter) {}

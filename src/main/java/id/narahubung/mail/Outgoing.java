package id.narahubung.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * A mail in a worker's hand.
 *
 * @param attempt the number of this attempt, from 1
 * @param until when another worker may take it up
 * @param active whether its reader still has an account
 */
record Outgoing(
    long id,
    int attempt,
    Instant until,
    String messageId,
    String name,
    String address,
    boolean active,
    NewMail.Kind kind,
    Optional<Long> request,
    Optional<String> unsubscribe,
    Letter letter) {}

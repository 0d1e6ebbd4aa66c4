package id.narahubung.ledger;

import java.util.Optional;

/**
 * Who did something: a role and a fixed code ('officer 07'), which is all the other side may know.
 *
 * @param name only where the wall lets the viewer read it: a colleague's
 */
public record By(String side, String role, int code, Optional<String> name) {}

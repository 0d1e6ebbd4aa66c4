package id.narahubung.rules;

import id.narahubung.text.Label;

/**
 * Something an order must hold before it may be sent.
 *
 * @param need its name, for those who can tell whether it is there
 * @param overridable whether the order may go without it, for a reason that it prints
 * @param article where the law asks for it
 */
public record Requirement(String need, boolean overridable, Label article) {}

package id.narahubung.rules;

import id.narahubung.text.Label;

/** A law or an article that a request rests on. */
public record LegalBasis(String code, Label label) {}

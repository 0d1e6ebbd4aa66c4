package id.narahubung.rules;

import id.narahubung.text.Label;

/** Why a company refuses. */
public record RefusalGround(String code, Label label) {}

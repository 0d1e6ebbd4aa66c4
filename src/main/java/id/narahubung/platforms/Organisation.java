package id.narahubung.platforms;

import id.narahubung.access.Side;

/** The ministry, or a company that runs platforms. */
public record Organisation(long id, Side side, String name) {}

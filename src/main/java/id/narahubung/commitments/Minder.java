package id.narahubung.commitments;

import id.narahubung.ledger.By;

/** Somebody of one's own side who may mind commitments. */
record Minder(long personId, By who) {}

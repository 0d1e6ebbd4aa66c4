package id.narahubung.commitments;

import id.narahubung.data.Tx;
import id.narahubung.text.Words;
import java.util.Collection;
import java.util.Map;

/** What checks counted, each in a sentence by its number: told by who checks. */
@FunctionalInterface
public interface WhatWasCounted {
  Map<String, String> of(Tx tx, Words words, Collection<String> steps);
}

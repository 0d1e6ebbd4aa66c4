package id.narahubung.letters;

import java.util.Optional;

/** What narrows the register of letters. */
record LetterFilter(
    Optional<Integer> stage, Optional<LetterState> state, Optional<LetterNeed> asks) {}

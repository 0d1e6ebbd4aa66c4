package id.narahubung.decisions;

import java.util.Optional;

/** What narrows the register of decisions. */
record DecisionFilter(
    Optional<Long> platform, Optional<DecisionStage> stage, Optional<String> kind) {}

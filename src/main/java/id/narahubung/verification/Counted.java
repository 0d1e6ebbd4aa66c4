package id.narahubung.verification;

/** What a check counted, by which a value that it found can be judged. */
public sealed interface Counted permits VerificationResult.Sampled, Recorded.Uploads {}

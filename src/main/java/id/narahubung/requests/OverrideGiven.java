package id.narahubung.requests;

/** A need that an order goes without, and why. */
public record OverrideGiven(String need, String reason) {}

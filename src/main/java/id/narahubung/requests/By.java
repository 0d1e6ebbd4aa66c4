package id.narahubung.requests;

/** Who did something, as the other side may know it: a role and a fixed code ('officer 07'). */
public record By(String side, String role, int code) {}

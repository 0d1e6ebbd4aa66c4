package id.narahubung.roster;

/** Somebody of the own side who can stand on duty. */
public record Member(long id, int code, String name) {}

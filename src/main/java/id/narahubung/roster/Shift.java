package id.narahubung.roster;

/**
 * A shift of the own side.
 *
 * @param active whether the account is still open; otherwise nobody is on duty
 * @param cutShort whether it was ended while it ran, before its time
 * @param phone where to ring; the other side sees it only where the organisation shares it
 */
public record Shift(
    long id,
    long person,
    String name,
    int code,
    boolean active,
    Place place,
    Span span,
    boolean cutShort,
    String phone) {}

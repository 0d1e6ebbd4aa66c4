package id.narahubung.roster;

import java.util.List;

/**
 * All that roster/show.html may see.
 *
 * @param mine test calls that the reader is to confirm
 * @param week its Monday, as the forms send it
 * @param gaps when nobody is on duty
 */
public record RosterPage(
    String title,
    boolean mayKeep,
    List<Mine> mine,
    List<Desk> now,
    String week,
    String weekLabel,
    String zone,
    String before,
    String after,
    List<Row> shifts,
    List<String> gaps,
    List<WeekCount> copies,
    List<CallRow> calls) {

  public RosterPage {
    mine = List.copyOf(mine);
    now = List.copyOf(now);
    shifts = List.copyOf(shifts);
    gaps = List.copyOf(gaps);
    copies = List.copyOf(copies);
    calls = List.copyOf(calls);
  }

  /** A test call to confirm. */
  public record Mine(String action, String text) {}

  /**
   * Who is on duty of an organisation.
   *
   * @param organisation its number, for the form that rings; nothing is rung where nobody is there
   */
  public record Desk(
      String organisation,
      String name,
      String first,
      String second,
      String next,
      boolean nobody,
      boolean mayRing) {}

  /**
   * A shift of the own side.
   *
   * @param removal where it is taken off the list; empty where it is over
   */
  public record Row(
      String day,
      String time,
      String place,
      String who,
      String phone,
      boolean now,
      boolean closed,
      String removal) {}

  /** For how many weeks a week is copied. */
  public record WeekCount(int weeks, String label) {}

  /** A test call and what became of it. */
  public record CallRow(
      String when, String called, String by, String outcome, String passedOn, boolean unanswered) {}
}

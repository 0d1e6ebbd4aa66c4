package id.narahubung.access;

/** The two sides of the desk. */
public enum Side {
  MINISTRY,
  COMPANY
}

package id.narahubung.rules;

/** How far an answer does what the measure asked for. */
public enum Extent {
  FULLY,
  PARTLY,
  NOT
}

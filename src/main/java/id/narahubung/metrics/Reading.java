package id.narahubung.metrics;

/** Something that is read anew each time a monitor asks. */
public interface Reading {

  /** Reads it and sets its meters; what fails here is told as a meter that is missing. */
  void take();
}

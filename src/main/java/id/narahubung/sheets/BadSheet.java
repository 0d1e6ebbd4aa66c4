package id.narahubung.sheets;

/** A file that is not read, and why. */
public final class BadSheet extends Exception {

  private static final long serialVersionUID = 1;

  private final SheetFault fault;

  BadSheet(SheetFault fault) {
    super(fault.name());
    this.fault = fault;
  }

  BadSheet(SheetFault fault, Throwable cause) {
    super(fault.name(), cause);
    this.fault = fault;
  }

  public SheetFault fault() {
    return fault;
  }
}

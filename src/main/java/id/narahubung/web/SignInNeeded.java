package id.narahubung.web;

/** The page needs somebody signed in: the way leads over sign-in, and back. */
final class SignInNeeded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String back;

  SignInNeeded(String back) {
    super("sign in first", null, false, false);
    this.back = back;
  }

  String back() {
    return back;
  }
}

package id.narahubung.data;

/** An address of a database and the login to use there. */
public record Login(String url, String user, String password) {

  @Override
  public String toString() {
    return user + " at " + url;
  }
}

package id.narahubung.requests;

/** Where the ministry looked. */
public enum Surface {
  APP,
  WEB
}

package id.narahubung.requests;

/** Why somebody should look twice at an address before it is filed. */
public enum Warning {
  /** The address names a whole site, or its home page. */
  WHOLE_SITE,
  GOVERNMENT,
  EDUCATION,
  NEWS
}

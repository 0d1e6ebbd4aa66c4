package id.narahubung.evidence;

import java.util.Locale;

/** The kinds of files that may be evidence, as their bytes tell. */
public enum FileKind {
  PDF("application/pdf", "pdf"),
  PNG("image/png", "png"),
  JPEG("image/jpeg", "jpg"),
  TXT("text/plain; charset=utf-8", "txt"),
  CSV("text/csv; charset=utf-8", "csv"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

  private final String contentType;
  private final String extension;

  FileKind(String contentType, String extension) {
    this.contentType = contentType;
    this.extension = extension;
  }

  public String contentType() {
    return contentType;
  }

  /** What a name that says nothing, or something else, is given when the file is handed out. */
  public String extension() {
    return extension;
  }

  public boolean isPicture() {
    return this == PNG || this == JPEG;
  }

  /** The name with the ending of this kind: a name that lies is corrected. */
  public String named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean fits = lower.endsWith("." + extension) || (this == JPEG && lower.endsWith(".jpeg"));
    return fits ? name : name + "." + extension;
  }
}

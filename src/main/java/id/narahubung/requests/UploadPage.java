package id.narahubung.requests;

import id.narahubung.web.Field;
import id.narahubung.web.Form;
import java.util.List;

/** All that drafts/upload.html may see: which column of an uploaded table is what. */
record UploadPage(
    String title,
    String eyebrow,
    String action,
    String back,
    int version,
    String size,
    String guessed,
    List<Field> columns,
    boolean header,
    String caption,
    List<String> headings,
    List<List<String>> rows,
    String button,
    List<Form.FieldError> errors) {}

package id.narahubung.views;

import id.narahubung.web.Control;
import id.narahubung.web.Form;
import java.util.List;

/** All that views/new.html may see. */
record ViewFormPage(
    String title,
    String path,
    String refusal,
    List<Control> controls,
    List<SavedView> own,
    List<Form.FieldError> errors) {}

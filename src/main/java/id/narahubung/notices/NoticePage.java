package id.narahubung.notices;

import id.narahubung.web.Field;
import id.narahubung.web.Form;
import java.util.List;

/** All that account/notices.html may see. */
public record NoticePage(
    String title,
    Field pace,
    Field status,
    Field quietFrom,
    Field quietUntil,
    List<Form.FieldError> errors) {}

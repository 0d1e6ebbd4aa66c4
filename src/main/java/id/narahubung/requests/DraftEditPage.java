package id.narahubung.requests;

import id.narahubung.web.Form;
import java.util.List;

/**
 * All that drafts/edit.html may see.
 *
 * @param stale who changed the draft meanwhile, and when; empty where nobody did
 */
record DraftEditPage(
    String title,
    String action,
    String back,
    int version,
    String from,
    String stale,
    List<DraftForm.Section> sections,
    List<Form.FieldError> errors) {}

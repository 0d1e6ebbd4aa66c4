package id.narahubung.companies;

import id.narahubung.web.Field;
import id.narahubung.web.Form;
import java.util.List;

/**
 * All that company/show.html may see.
 *
 * @param now how it is settled
 * @param since when that was done and by whom; empty where nobody ever did
 * @param mayChange whether the form stands below it
 */
public record CompanyPage(
    String title,
    String organisation,
    String commitmentsHref,
    String now,
    String since,
    boolean mayChange,
    Field release,
    List<Form.FieldError> errors) {}

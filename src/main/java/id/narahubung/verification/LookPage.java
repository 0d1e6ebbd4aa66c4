package id.narahubung.verification;

import id.narahubung.requests.Wording.Fact;
import id.narahubung.web.Control;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage.Link;
import java.util.List;

/**
 * All that verifications/look.html may see: one of those drawn, in a sitting.
 *
 * @param refusal why it was not saved; empty where nobody tried
 * @param looks how often it was looked at, as far as this page knows
 * @param copied the address for the clipboard; empty of what is restricted
 * @param passHref the next one, where this is passed over; empty where there is none
 */
public record LookPage(
    String title,
    Link above,
    String action,
    String progress,
    String refusal,
    int ordinal,
    int looks,
    String number,
    String href,
    String address,
    String copied,
    List<Fact> facts,
    List<Control> controls,
    String passHref,
    List<Form.FieldError> errors) {}

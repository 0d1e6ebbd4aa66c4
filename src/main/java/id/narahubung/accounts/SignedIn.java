package id.narahubung.accounts;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.text.Language;
import java.time.ZoneId;

/**
 * A living session: who it is, and how this person reads.
 *
 * @param label how the page's head names the person
 * @param formToken what every form of the session must carry
 */
public record SignedIn(
    PersonViewer viewer,
    String label,
    String organisation,
    Language language,
    ZoneId zone,
    String formToken) {}

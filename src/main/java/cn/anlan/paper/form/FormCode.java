package cn.anlan.paper.form;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the small QR code on a printed page says (文书码): {@code ANLAN1:<dispute id>:<form>:<page>}, so that a scan of the signed page finds
 * its case by itself. Only characters of a QR code's alphanumeric mode.
 *
 * @param dispute the dispute's id, a ULID
 * @param form a form's code, e.g. {@code SESSION}; forms of a newer version are kept as they are
 * @param page the page of that document, from 1
 */
public record FormCode(String dispute, String form, int page) {
    private static final Pattern WRITTEN = Pattern.compile("ANLAN1:([0-9A-HJKMNP-TV-Z]{26}):([A-Z0-9-]{1,30}):([1-9]\\d{0,3})");

    /** What is put into the QR code. */
    public String written() {
        return "ANLAN1:" + dispute + ":" + form + ":" + page;
    }

    /** Reads a QR code's text; empty when it is not one of ours. */
    public static Optional<FormCode> read(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        return matcher.matches() ? Optional.of(new FormCode(matcher.group(1), matcher.group(2), Integer.parseInt(matcher.group(3)))) : Optional.empty();
    }

    /** The form, when this version knows it. */
    public Optional<Form> known() {
        return Form.ofCode(form);
    }
}

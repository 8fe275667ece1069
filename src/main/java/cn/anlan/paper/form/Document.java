package cn.anlan.paper.form;

import cn.anlan.paper.blank.Facts;

/**
 * One document of a dispute, ready to be filled in and printed (一份文书).
 *
 * @param number which of several of its kind, from 1
 * @param several whether there are several
 */
public record Document(CaseFile file, Form form, int number, boolean several, Facts facts) {

    /** What the index calls it, with its number where there are several. */
    public String title() {
        return form.label() + (several ? " " + number : "");
    }

    /** What a file of it is called, without ending: in the order of the dossier. */
    public String fileName() {
        return String.format("%02d-%s", form.ordinal(), title().replace(' ', '-'));
    }

    /** What the QR code of a page says. */
    String code(int page) {
        return new FormCode(file.id(), form.code(), page).written();
    }
}

package cn.anlan.exchange;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Violation;
import cn.anlan.store.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who reports (报送单位), as the settings have it.
 *
 * @param orgCode 12 digits
 * @param installId a ULID, this installation
 * @param epoch a ULID; bundle numbers begin anew with each
 */
record Sender(String orgCode, String orgName, String installId, String epoch) {
    private static final String CODE = "org_code";
    private static final String NAME = "org_name";
    private static final String HOME = "home";
    private static final String INSTALL = "install_id";
    private static final String EPOCH = "epoch";

    /** What the settings lack before anything can be reported. */
    static List<Finding> missing(Settings settings) {
        List<Finding> missing = new ArrayList<>();
        if (!settings.get(CODE).orElse("").matches("\\d{12}")) {
            missing.add(Finding.error("", "missing.org_code"));
        }
        if (settings.get(NAME).orElse("").isBlank()) {
            missing.add(Finding.error("", "missing.org_name"));
        }
        if (settings.get(HOME).orElse("").isBlank()) {
            missing.add(Finding.error("", "missing.home"));
        }
        return missing;
    }

    /** The sender; its ids are made when it reports for the first time. Throws {@link Refused} when the settings lack something. */
    static Sender of(Bundles.Office office) {
        Settings settings = office.settings();
        List<Finding> missing = missing(settings);
        if (!missing.isEmpty()) {
            throw new Refused(missing.stream().map(finding -> Violation.hard(null, finding.sentence())).toList());
        }
        return office.database().write(() -> new Sender(settings.get(CODE).orElseThrow(), settings.get(NAME).orElseThrow(),
                once(settings, INSTALL, office.registers()::newId), once(settings, EPOCH, office.registers()::newId)));
    }

    /** The next bundle begins a new row, with a new epoch (bundle.md: after a backup came back, revisions may have gone backwards). */
    static void renewEpoch(Settings settings) {
        settings.put(EPOCH, "");
    }

    private static String once(Settings settings, String key, Supplier<String> ids) {
        return settings.get(key).filter(known -> !known.isBlank()).orElseGet(() -> {
            String made = ids.get();
            settings.put(key, made);
            return made;
        });
    }

    ObjectNode json() {
        return Json.object().put("orgCode", orgCode).put("orgName", orgName).put("installId", installId).put("appVersion", version());
    }

    static String version() {
        String version = Sender.class.getPackage().getImplementationVersion();
        return version == null ? "0" : version;
    }
}

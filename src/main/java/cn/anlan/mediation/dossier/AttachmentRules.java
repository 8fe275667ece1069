package cn.anlan.mediation.dossier;

import cn.anlan.entry.Findings;
import cn.anlan.entry.Rule;
import cn.anlan.entry.Violation;
import cn.anlan.store.attachment.Attachments;
import java.util.List;

/** What must hold for one attachment (附件勾稽): its file stands in the store. Files come in by the desk, never by typing a hash. */
public final class AttachmentRules implements Rule<Attachment> {
    private final Attachments files;

    public AttachmentRules(Attachments files) {
        this.files = files;
    }

    @Override
    public List<Violation> check(Attachment attachment) {
        var content = attachment.content();
        boolean told = content.sha256() != null && content.mediaType() != null;
        return new Findings("dossier")
                .refuseIf(told && !files.has(content.sha256(), content.mediaType()), "sha256", "no_such_file").all();
    }
}

package cn.anlan.app;

import cn.anlan.exchange.Bundles.Content;
import cn.anlan.exchange.Bundles.Enclosure;
import cn.anlan.mediation.dossier.Attachment;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import cn.anlan.store.attachment.Attachments;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** The scans of disputes as files that may travel with a bundle (附件随包), read one by one when they are packed. */
record Enclosures(Registers registers, Attachments files) {

    /** Those of all living attachments. */
    List<Enclosure> all() {
        Register<Attachment> register = registers.of(Attachment.class);
        List<Enclosure> all = new ArrayList<>();
        register.each(Query.all(), one -> {
            Attachment.Content content = one.content();
            all.add(new Enclosure(register.name(), content.sha256(), content.mediaType(), registers.title("dispute", one.disputeId()) + " " + content.originalName(),
                    new Kept(files, content)));
        });
        return all;
    }

    /** The bytes of one scan where the house keeps them. */
    private record Kept(Attachments files, Attachment.Content content) implements Content {
        @Override
        public long bytes() {
            return content.bytes();
        }

        @Override
        public boolean isThere() {
            return files.has(content.sha256(), content.mediaType());
        }

        @Override
        public void write(OutputStream out) throws IOException {
            files.copy(content.sha256(), content.mediaType(), out);
        }
    }
}

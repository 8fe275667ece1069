package cn.anlan.exchange;

import cn.anlan.entry.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The recipe of ZHB 1.0 for a county clerk with ordinary tools only: what it says must work, on a bundle just sealed. */
class BundleRecipeTest {
    private static final List<String> TOOLS = List.of("sh", "unzip", "openssl", "sha256sum", "jq");

    @TempDir
    private Path folder;

    @BeforeEach
    void toolsAreThere() {
        for (String tool : TOOLS) {
            boolean isThere = List.of(System.getenv("PATH").split(File.pathSeparator)).stream().anyMatch(path -> Files.isExecutable(Path.of(path, tool)));
            if (Boolean.getBoolean("tools.required")) {
                assertThat(isThere).as("%s is needed for the bundle recipe", tool).isTrue();
            }
            Assumptions.assumeTrue(isThere, () -> "NOT RUN: the bundle recipe needs " + tool + " on the PATH");
        }
    }

    @Test
    void ordinaryToolsOpenCheckAndReadABundle() throws Exception {
        try (Township town = Township.in(folder.resolve("store"))) {
            Path bundle = town.seal(folder);
            Files.writeString(folder.resolve("town.pem"), town.bundles().key().publicPem());
            run("unzip -q " + bundle.getFileName());
            assertThat(run("openssl pkeyutl -verify -pubin -inkey town.pem -rawin -in envelope.json -sigfile envelope.sig")).contains("Verified Successfully");
            assertThat(run("jq -r .signer.publicKey envelope.json").strip()).isEqualTo(town.bundles().key().publicPem().strip());
            assertThat(run("sha256sum payload.zip | cut -d' ' -f1")).isEqualTo(run("jq -r .inner.sha256 envelope.json"));
            run("unzip -q payload.zip");
            run("cd ZHB_*_full_*/ && sha256sum -c --strict --quiet manifest-sha256.txt tagmanifest-sha256.txt");
            assertThat(run("cd ZHB_*_full_*/ && openssl pkeyutl -verify -pubin -inkey ../town.pem -rawin -in tagmanifest-sha256.txt -sigfile signature.ed25519"))
                    .contains("Verified Successfully");
            assertThat(run("cd ZHB_*_full_*/ && jq -r .counts.dispute.put bundle.json").strip()).isEqualTo("12");
            assertThat(run("cd ZHB_*_full_*/ && jq -c 'select(.type_sf == \"0601\") | .title' data/dispute.ndjson").lines()).hasSize(4);
        }
    }

    @Test
    void ordinaryToolsFindTheScanOfALine() throws Exception {
        try (Township town = Township.in(folder.resolve("store"))) {
            town.scan(0, "身份证.jpg", "picture one");
            town.scan(1, "协议.pdf", "%PDF-1.7 two");
            Path bundle = town.bundles().seal(Township.PERIOD, folder, Bundles.Enclosing.NEW, Progress.none()).file();
            run("unzip -q " + bundle.getFileName() + " && unzip -q payload.zip");
            run("cd ZHB_*_full_*/ && sha256sum -c --strict --quiet manifest-sha256.txt");
            run("cd ZHB_*_full_*/ && for f in data/att/*; do test \"$(sha256sum $f | cut -c1-64)\" = \"$(basename $f | cut -d. -f1)\"; done");
            assertThat(run("cd ZHB_*_full_*/ && cat data/att/$(jq -r 'select(.original_name == \"身份证.jpg\") | .sha256' data/attachment.ndjson).jpg"))
                    .isEqualTo("picture one");
            assertThat(run("unzip -Zv payload.zip 'ZHB*/data/att/*' | grep -c 'compression method: *none'").strip()).isEqualTo("2");
            assertThat(run("cd ZHB_*_full_*/ && jq -c '[.x_attachments.files, (.parts[] | select(.kind==\"attachment\") | .required)]' bundle.json").strip())
                    .isEqualTo("[2,false,false]");
        }
    }

    private String run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-ec", command).directory(folder.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s says %s", command, output).isZero();
        return output;
    }
}

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Run by app-folder, with the program's libraries as class path: completes the bill of materials Maven made (CycloneDX) with what is really
 * shipped, file by file with its hash: jars as they were laid, natives, fonts, SQLite and the Java runtime. Ends with 1 and a sentence when a part
 * is shipped that no list names, or a list names one that is not shipped, or a licence is missing or not one of ours. Arguments: the folder, the
 * jars as they were built, JavaFX's word for the platform, and the file "release" of the runtime's Java, or "none".
 */
public class Bill {
    private static final Set<String> LICENCES = Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "The 3-Clause BSD License", "EPL-2.0",
            "LGPL-2.1-only", "LGPL-2.1-or-later", "GPL-2.0-with-classpath-exception", "CC0-1.0", "Bouncy Castle Licence");
    private static final Pattern CIPHERS = Pattern.compile("SQLite3 Multiple Ciphers (\\d+\\.\\d+\\.\\d+)");
    private static final Pattern SQLITE = Pattern.compile("(?<![ -~])(3\\.\\d+\\.\\d+)\0");
    private static final String OWN = "anlan.jar";

    private final JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final Path folder;
    private final Path originals;
    private final String platform;
    private final Path bill;
    private final ObjectNode root;
    private final String thirdParties;

    private Bill(Path folder, Path originals, String platform) throws IOException {
        this.folder = folder;
        this.originals = originals;
        this.platform = "-" + platform + ".jar";
        bill = folder.resolve("licences").resolve("sbom.json");
        root = (ObjectNode) mapper.readTree(Files.readAllBytes(bill));
        thirdParties = Files.readString(folder.resolve("licences").resolve("THIRD-PARTY.txt"));
    }

    /** A part nobody may ship. */
    private static final class Wrong extends RuntimeException {
        Wrong(String why) {
            super(why);
        }
    }

    public static void main(String[] args) throws Exception {
        try {
            complete(args);
        } catch (Wrong part) {
            System.err.println("bill: " + part.getMessage());
            System.exit(1);
        }
    }

    /** Does all of it; throws a sentence about the first part that is wrong, the bill staying as it was. */
    public static void complete(String... args) throws Exception {
        var made = new Bill(Path.of(args[0]), Path.of(args[1]), args[2]);
        made.libraries();
        made.natives();
        made.fonts();
        if (!args[3].equals("none")) {
            made.runtime(Path.of(args[3]));
        }
        Files.write(made.bill, made.mapper.writeValueAsBytes(made.root));
    }

    private List<ObjectNode> listed() {
        return StreamSupport.stream(root.path("components").spliterator(), false).map(ObjectNode.class::cast).toList();
    }

    private List<String> shipped(String place, Predicate<String> named) throws IOException {
        Path where = folder.resolve(place);
        if (!Files.isDirectory(where)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(where)) {
            return files.map(file -> file.getFileName().toString()).filter(named).sorted().toList();
        }
    }

    private void libraries() throws Exception {
        Set<ObjectNode> found = new HashSet<>();
        for (String jar : shipped("lib", name -> name.endsWith(".jar"))) {
            if (jar.equals(OWN)) {
                file((ObjectNode) root.path("metadata").path("component"), "lib/" + jar);
                continue;
            }
            ObjectNode part = listed().stream().filter(listed -> isOf(listed, jar)).findFirst()
                    .orElseThrow(() -> new Wrong("lib/" + jar + " stands in no bill of materials"));
            check(part, jar);
            file(part, "lib/" + jar);
            found.add(part);
        }
        for (ObjectNode part : listed()) {
            if (isEmptyOne(part)) {
                part.put("scope", "excluded").put("description", "An empty jar that names the one of the platform; not shipped.");
            } else if (!found.contains(part)) {
                throw new Wrong(part.path("purl").asString() + " stands in the bill of materials, but is not shipped");
            }
        }
    }

    private static boolean isEmptyOne(JsonNode part) {
        return part.path("group").asString().equals("org.openjfx") && !part.path("purl").asString().contains("classifier=");
    }

    private static boolean isOf(JsonNode part, String jar) {
        return jar.equals(part.path("name").asString() + "-" + part.path("version").asString() + ".jar") && !isEmptyOne(part);
    }

    /** The jar as it was built is the one that is listed, under a licence of ours, and the list for people has it too. */
    private void check(ObjectNode part, String jar) throws Exception {
        String purl = part.path("purl").asString();
        if (!purl.startsWith("pkg:maven/")) {
            throw new Wrong(jar + " has no package URL");
        }
        String hash = hash(Files.readAllBytes(originals.resolve(original(jar))));
        if (StreamSupport.stream(part.path("hashes").spliterator(), false).noneMatch(listed -> listed.path("alg").asString().equals("SHA-256")
                && listed.path("content").asString().equals(hash))) {
            throw new Wrong(jar + " is not the one that is listed: its SHA-256 differs");
        }
        List<String> licences = new ArrayList<>();
        part.path("licenses").forEach(listed -> licences.add(listed.path("license").path("id").asString(listed.path("license").path("name").asString())));
        if (licences.isEmpty() || !LICENCES.containsAll(licences)) {
            throw new Wrong(jar + " is under a licence that is none of ours: " + licences);
        }
        String entry = part.path("group").asString() + ":" + part.path("name").asString() + ":" + part.path("version").asString() + " ";
        if (!thirdParties.contains("(" + entry)) {
            throw new Wrong(jar + " is not in the list of third parties");
        }
    }

    private String original(String jar) {
        String name = jar.replaceAll("\\.jar$", "");
        return jar.startsWith("javafx-") ? name + platform : jar;
    }

    private void natives() throws Exception {
        for (String place : List.of("lib", "bin")) {
            for (String name : shipped(place, file -> file.endsWith(".so") || file.endsWith(".dll"))) {
                ObjectNode owner = listed().stream().filter(part -> holds(part, name)).findFirst()
                        .orElseThrow(() -> new Wrong(place + "/" + name + " comes from no jar that is listed"));
                file(owner, place + "/" + name);
                if (name.contains("sqlite")) {
                    sqlite(owner, new String(Files.readAllBytes(folder.resolve(place).resolve(name)), StandardCharsets.ISO_8859_1));
                }
            }
        }
    }

    private boolean holds(JsonNode part, String file) {
        Path jar = originals.resolve(original(part.path("name").asString() + "-" + part.path("version").asString() + ".jar"));
        if (isEmptyOne(part) || !Files.exists(jar)) {
            return false;
        }
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).anyMatch(name -> name.substring(name.lastIndexOf('/') + 1).equals(file));
        } catch (IOException unreadable) {
            throw new Wrong(jar + " cannot be read");
        }
    }

    private void sqlite(ObjectNode owner, String native_) {
        part(owner, "SQLite", said(SQLITE, native_)).set("licenses", licence("blessing"));
        part(owner, "SQLite3 Multiple Ciphers", said(CIPHERS, native_)).set("licenses", licence("MIT"));
    }

    private static String said(Pattern version, String native_) {
        Matcher found = version.matcher(native_);
        if (!found.find()) {
            throw new Wrong("SQLite does not say its version: " + version);
        }
        return found.group(1);
    }

    private void fonts() throws Exception {
        try (var jar = new ZipFile(folder.resolve("lib").resolve(OWN).toFile())) {
            for (ZipEntry entry : jar.stream().filter(found -> found.getName().matches("font/.+\\.(ttf|otf)")).toList()) {
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path text = folder.resolve("licences/texts").resolve("OFL-" + name.replaceAll("-.*", "") + ".txt");
                if (!Files.exists(text)) {
                    throw new Wrong("the font " + name + " has no " + text.getFileName());
                }
                byte[] bytes = jar.getInputStream(entry).readAllBytes();
                var font = part((ObjectNode) root.path("metadata").path("component"), name, "");
                font.put("type", "file");
                font.set("licenses", licence("OFL-1.1"));
                font.set("hashes", hashes(bytes));
            }
        }
    }

    private void runtime(Path release) throws Exception {
        var said = new Properties();
        said.load(new ByteArrayInputStream(Files.readAllBytes(release)));
        try (Stream<Path> legal = Files.walk(folder.resolve("runtime/legal"))) {
            if (legal.noneMatch(file -> file.endsWith("LICENSE"))) {
                throw new Wrong("the Java runtime has no licences in runtime/legal");
            }
        }
        String version = word(said, "JAVA_VERSION");
        ObjectNode java = root.withArray("components").addObject();
        java.put("type", "platform").put("bom-ref", "java-runtime").put("publisher", word(said, "IMPLEMENTOR")).put("name", "Java runtime").put("version", version);
        java.put("purl", "pkg:generic/openjdk@" + version);
        java.put("description", "Its parts (FreeType, HarfBuzz, libpng, zlib and others) with their licences: runtime/legal.");
        java.set("licenses", licence("GPL-2.0-with-classpath-exception"));
        for (String file : List.of("lib/modules", "lib/server/libjvm.so", "bin/server/jvm.dll")) {
            if (Files.exists(folder.resolve("runtime").resolve(file))) {
                file(java, "runtime/" + file);
            }
        }
    }

    private static String word(Properties release, String key) {
        String word = release.getProperty(key, "").replace("\"", "");
        if (word.isEmpty()) {
            throw new Wrong("the Java runtime does not say its " + key);
        }
        return word;
    }

    private ObjectNode part(ObjectNode whole, String name, String version) {
        ObjectNode part = whole.withArray("components").addObject();
        part.put("type", "library").put("name", name);
        if (!version.isEmpty()) {
            part.put("version", version);
        }
        return part;
    }

    private void file(ObjectNode whole, String name) throws Exception {
        whole.withArray("components").addObject().put("type", "file").put("name", name).set("hashes", hashes(Files.readAllBytes(folder.resolve(name))));
    }

    private JsonNode hashes(byte[] bytes) throws Exception {
        var hashes = mapper.createArrayNode();
        hashes.addObject().put("alg", "SHA-256").put("content", hash(bytes));
        return hashes;
    }

    private JsonNode licence(String id) {
        var licences = mapper.createArrayNode();
        licences.addObject().putObject("license").put("id", id);
        return licences;
    }

    private static String hash(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}

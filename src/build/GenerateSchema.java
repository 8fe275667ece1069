import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Run by the build: the migrations of {@code sql/} become a scratch store, the scratch store becomes {@code cn.anlan.store.schema}.
 * Tables and columns are all anybody asks for: looking for keys and indexes takes jOOQ four times as long. Does nothing while the migrations are those it last saw. Arguments: migrations folder, scratch file, output folder.
 */
public class GenerateSchema {
    public static void main(String[] args) throws Exception {
        Path sql = Path.of(args[0]);
        Path scratch = Path.of(args[1]);
        Path out = Path.of(args[2]);
        Path seen = out.resolve("seen.sha256");
        String now = digest(sql);
        if (Files.exists(seen) && Files.readString(seen).equals(now)) {
            return;
        }
        Files.createDirectories(scratch.getParent());
        Files.deleteIfExists(scratch);
        String url = "jdbc:sqlite:" + scratch;
        Flyway.configure().dataSource(url, null, null).locations("filesystem:" + sql).load().migrate();
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc().withDriver("org.sqlite.JDBC").withUrl(url))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.sqlite.SQLiteDatabase")
                                .withIncludeIndexes(false).withIncludeCheckConstraints(false).withIncludeTriggers(false)
                                .withIncludeUniqueKeys(false).withIncludePrimaryKeys(false).withIncludeForeignKeys(false)
                                .withExcludes("flyway_schema_history|sqlite_.*|find_gram.*")
                                .withForcedTypes(new ForcedType().withName("BIGINT").withIncludeTypes("(?i:INTEGER|INT)")))
                        .withGenerate(new Generate().withRecords(false).withKeys(false).withComments(false))
                        .withTarget(new Target().withPackageName("cn.anlan.store.schema").withDirectory(out.toString()))));
        Path version = out.resolve("cn/anlan/store/schema/SchemaVersion.java");
        Files.writeString(version, """
                package cn.anlan.store.schema;

                /** The version of the newest migration this program knows. */
                public final class SchemaVersion {
                    public static final int CURRENT = %d;

                    private SchemaVersion() {}
                }
                """.formatted(newest(sql)));
        Files.writeString(seen, now);
    }

    private static int newest(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).filter(f -> f.matches("V\\d+__.*\\.sql"))
                    .mapToInt(f -> Integer.parseInt(f.substring(1, f.indexOf("__")))).max().orElseThrow();
        }
    }

    private static String digest(Path folder) throws Exception {
        var sha = MessageDigest.getInstance("SHA-256");
        try (var files = Files.list(folder)) {
            List<Path> sorted = files.filter(f -> f.toString().endsWith(".sql")).sorted().toList();
            for (Path file : sorted) {
                sha.update(file.getFileName().toString().getBytes("UTF-8"));
                sha.update(Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException("Cannot read the migrations in " + folder, unreadable);
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}

package com.fabricadeagentes.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the data lies, read from {@code DATABASE_URL}. The text form never shows a password. */
public sealed interface DatabaseUrl {

    record Sqlite(Path file) implements DatabaseUrl {
        String jdbc() {
            return "jdbc:sqlite:" + file;
        }
    }

    record Postgres(
            String jdbc, @Nullable String user, @Nullable String password) implements DatabaseUrl {
        @Override
        public String toString() {
            return "Postgres[" + jdbc.replaceAll("\\?.*", "") + "]";
        }
    }

    /** The file that serves where no address is given. */
    static DatabaseUrl in(Path home) {
        return new Sqlite(home.resolve("database").resolve("factory.db"));
    }

    /**
     * Reads {@code sqlite:///path}, {@code postgresql://user:pass@host:5432/db} or a JDBC URL.
     *
     * @throws IllegalArgumentException naming the variable and the forms it takes
     */
    static DatabaseUrl parse(String url) {
        if (url.startsWith("sqlite:///")) {
            return new Sqlite(Path.of("/" + url.substring("sqlite:///".length())));
        }
        if (url.startsWith("jdbc:sqlite:")) {
            return new Sqlite(Path.of(url.substring("jdbc:sqlite:".length())));
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return new Postgres(url, null, null);
        }
        if (url.startsWith("postgresql://") || url.startsWith("postgres://")) {
            return postgres(URI.create(url));
        }
        throw new IllegalArgumentException("DATABASE_URL must be sqlite:///path, postgresql://user:pass@host:5432/db"
                + " or a JDBC URL of SQLite or PostgreSQL");
    }

    private static Postgres postgres(URI uri) {
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var jdbc = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
        var login = uri.getRawUserInfo();
        if (login == null) {
            return new Postgres(jdbc, null, null);
        }
        var parts = login.split(":", 2);
        return new Postgres(jdbc, decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : null);
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}

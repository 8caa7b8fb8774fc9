package com.fabricadeagentes.repositories.founding;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a repository is copied from. What git itself would read into a URL beyond that is not let through. */
sealed interface Source {

    /** @param credentials {@code user:secret}; kept apart, so that no log, error or process list shows it */
    record Https(String host, int port, String path, Optional<String> credentials) implements Source {

        String url() {
            return "https://" + host + (port == HTTPS ? "" : ":" + port) + path;
        }
    }

    record Ssh(Optional<String> user, String host, int port, String path) implements Source {

        String url() {
            return "ssh://" + user.map(name -> name + "@").orElse("") + host + ":" + port + path;
        }
    }

    record Local(Path path) implements Source {}

    int HTTPS = 443;
    int SSH = 22;

    Pattern NAME =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    /** Only the plain form: {@code 0177.0.0.1} and {@code 2130706433} are read differently by different programs. */
    Pattern ADDRESS = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

    Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}");
    Pattern PATH = Pattern.compile("/[A-Za-z0-9_~][A-Za-z0-9_~.%@+/-]{0,1000}");
    Pattern SHORT_SSH = Pattern.compile("([^@/:]+)@([^@/:]+):(?!/)([^:]+)");

    /** What cannot be a source; the message is for the person who wrote it and holds nothing of what was written. */
    final class Unusable extends Exception {
        Unusable(String message) {
            super(message);
        }
    }

    static Source parse(String url) throws Unusable {
        var text = url.strip();
        if (text.startsWith("/")) {
            return new Local(Path.of(text).normalize());
        }
        var shortSsh = SHORT_SSH.matcher(text);
        if (shortSsh.matches()) {
            text = "ssh://" + shortSsh.group(1) + "@" + shortSsh.group(2) + "/" + shortSsh.group(3);
        }
        var uri = uri(text);
        var scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "https" ->
                new Https(
                        host(uri),
                        port(uri, HTTPS),
                        path(uri),
                        Optional.ofNullable(uri.getRawUserInfo())
                                .map(info -> URLDecoder.decode(info.replace("+", "%2B"), StandardCharsets.UTF_8)));
            case "ssh" -> new Ssh(user(uri), host(uri), port(uri, SSH), path(uri));
            default -> throw new Unusable("A repository is copied by https, by ssh, or from a local directory.");
        };
    }

    private static URI uri(String text) throws Unusable {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw new Unusable("The repository's address cannot be read as a URL.");
        }
    }

    private static String host(URI uri) throws Unusable {
        var host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
        if (!NAME.matcher(host).matches() && !ADDRESS.matcher(host).matches()) {
            throw new Unusable("The repository's address names no host that can be used.");
        }
        return host;
    }

    private static int port(URI uri, int usual) throws Unusable {
        if (uri.getPort() > 65_535 || uri.getPort() == 0) {
            throw new Unusable("The repository's address names no port that can be used.");
        }
        return uri.getPort() < 0 ? usual : uri.getPort();
    }

    private static String path(URI uri) throws Unusable {
        var path = Optional.ofNullable(uri.getRawPath()).orElse("");
        if (!PATH.matcher(path).matches() || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new Unusable("The repository's address names no path that can be used.");
        }
        return path;
    }

    private static Optional<String> user(URI uri) throws Unusable {
        var user = Optional.ofNullable(uri.getRawUserInfo());
        if (user.isPresent() && !USER.matcher(user.get()).matches()) {
            throw new Unusable("By ssh the platform's own key signs in: give a user name without a password.");
        }
        return user;
    }
}

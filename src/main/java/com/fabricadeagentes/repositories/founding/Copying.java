package com.fabricadeagentes.repositories.founding;

import com.fabricadeagentes.repositories.RepositoriesProperties;
import com.fabricadeagentes.repositories.founding.Source.Unusable;
import com.fabricadeagentes.repositories.process.Git;
import com.fabricadeagentes.repositories.process.Git.Frame;
import com.fabricadeagentes.repositories.process.Git.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Copies a repository's default branch with git, which alone speaks to the other side. */
@Component
class Copying {

    private final Git git;
    private final Addresses addresses;
    private final LocalSources localSources;
    private final RepositoriesProperties properties;

    Copying(Git git, Addresses addresses, LocalSources localSources, RepositoriesProperties properties) {
        this.git = git;
        this.addresses = addresses;
        this.localSources = localSources;
        this.properties = properties;
    }

    /** @param url as git is given it: with neither credentials nor anything that git would take for an option */
    private record Way(String url, Map<String, String> environment, Map<String, String> settings) {}

    /** Copies into a directory that is not there yet. @throws Unusable with words for the person */
    void copy(String url, Path into) throws Unusable, IOException {
        var way = way(Source.parse(url), Objects.requireNonNull(into.getParent()));
        var frame = new Frame(
                Objects.requireNonNull(into.getParent()),
                properties.copyTime(),
                way.environment(),
                way.settings(),
                () -> tooLarge(into));
        var outcome = git.run(
                frame,
                "clone",
                "--quiet",
                "--bare",
                "--single-branch",
                "--no-tags",
                "--no-local",
                "--template=",
                "--",
                way.url(),
                into.toString());
        if (!outcome.ok()) {
            throw new Unusable(why(outcome));
        }
        if (tooLarge(into)) {
            throw new Unusable("Copying the repository was stopped: it is too large.");
        }
    }

    private Way way(Source source, Path directory) throws Unusable {
        return switch (source) {
            case Source.Https https -> https(https, addresses.resolve(https.host()));
            case Source.Ssh ssh -> ssh(ssh, addresses.resolve(ssh.host()), directory);
            case Source.Local(Path path) ->
                new Way(localSources.allowed(path).toString(), Map.of("GIT_ALLOW_PROTOCOL", "file"), Map.of());
        };
    }

    private static Way https(Source.Https source, InetAddress address) {
        var pinned = source.host() + ":" + source.port() + ":" + literal(address);
        var settings = source.credentials()
                .map(secret -> Map.of(
                        "http.curloptResolve", pinned, "http.extraHeader", "Authorization: Basic " + basic(secret)))
                .orElse(Map.of("http.curloptResolve", pinned));
        return new Way(source.url(), Map.of("GIT_ALLOW_PROTOCOL", "https"), settings);
    }

    private static Way ssh(Source.Ssh source, InetAddress address, Path directory) {
        var known = directory.resolve(".known_hosts").toString().replace("'", "'\\''");
        var command = "ssh -o BatchMode=yes -o ConnectTimeout=20 -o StrictHostKeyChecking=accept-new"
                + " -o PermitLocalCommand=no -o ForwardAgent=no -o ClearAllForwardings=yes"
                + " -o 'UserKnownHostsFile=\"" + known + "\"'"
                + " -o HostKeyAlias=" + source.host()
                + " -o HostName=" + address.getHostAddress();
        return new Way(source.url(), Map.of("GIT_ALLOW_PROTOCOL", "ssh", "GIT_SSH_COMMAND", command), Map.of());
    }

    private static String literal(InetAddress address) {
        var text = address.getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }

    private static String basic(String secret) {
        var pair = secret.contains(":") ? secret : secret + ":";
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** git's own words may hold what the other side wrote; a person gets ours. */
    private static String why(Outcome outcome) {
        if (!outcome.stopped().isEmpty()) {
            return "Copying the repository was stopped: " + outcome.stopped() + ".";
        }
        var error = outcome.error();
        if (mentions(error, "Authentication failed", "could not read Username", "Permission denied", "403", "401")) {
            return "The repository asks for credentials that were not given or not accepted.";
        }
        if (mentions(error, "not found", "does not exist", "not appear to be a git repository", "404")) {
            return "There is no git repository at that address.";
        }
        if (mentions(error, "redirect", "301", "302", "307", "308")) {
            return "The address leads on to another one; give that one.";
        }
        if (mentions(error, "fsck error", "Host key verification failed", "certificate")) {
            return "The repository, or who offers it, cannot be trusted: its objects, certificate or host key is bad.";
        }
        return "The repository could not be copied: its host does not answer as a git server does.";
    }

    private static boolean mentions(String error, String... words) {
        for (var word : words) {
            if (error.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private boolean tooLarge(Path directory) {
        return size(directory) > properties.copySize().toBytes();
    }

    private static long size(Path directory) {
        try (var files = Files.walk(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException | UncheckedIOException changing) {
            return 0;
        }
    }
}

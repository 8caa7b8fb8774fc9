package com.fabricadeagentes.repositories.founding;

import com.fabricadeagentes.kernel.Installation;
import com.fabricadeagentes.kernel.Installation.Environment;
import com.fabricadeagentes.repositories.RepositoriesProperties;
import com.fabricadeagentes.repositories.founding.Source.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which directories of this machine may be copied from. */
@Component
class LocalSources {

    private static final List<String> ELSEWHERE = List.of("objects/info/alternates", "commondir", "gitdir");

    private final Installation installation;
    private final RepositoriesProperties properties;

    LocalSources(Installation installation, RepositoriesProperties properties) {
        this.installation = installation;
        this.properties = properties;
    }

    /** @return the repository's real path, if it may be copied */
    Path allowed(Path path) throws Unusable {
        if (properties.local().isEmpty() && installation.env() != Environment.DEVELOPMENT) {
            throw new Unusable("Local repositories are not allowed here; FACTORY_LOCAL_REPOSITORIES allows them.");
        }
        try {
            var real = path.toRealPath();
            if (isOurs(real) || !isListed(real)) {
                throw new Unusable("A repository may not be taken from that directory;"
                        + " FACTORY_LOCAL_REPOSITORIES names those that are allowed.");
            }
            selfContained(real);
            return real;
        } catch (IOException unreadable) {
            throw new Unusable("There is no directory of that name that can be read.");
        }
    }

    private boolean isOurs(Path real) throws IOException {
        return real.startsWith(Files.createDirectories(installation.home()).toRealPath())
                || real.startsWith(Files.createDirectories(installation.work()).toRealPath());
    }

    private boolean isListed(Path real) throws IOException {
        if (properties.local().isEmpty()) {
            return true;
        }
        for (var allowed : properties.local()) {
            if (Files.exists(allowed) && real.startsWith(allowed.toRealPath())) {
                return true;
            }
        }
        return false;
    }

    /** A repository may borrow its objects from another directory, which may be one that is not allowed. */
    private static void selfContained(Path real) throws Unusable {
        var dotGit = real.resolve(".git");
        var git = Files.exists(dotGit, LinkOption.NOFOLLOW_LINKS) ? dotGit : real;
        for (var part : List.of("objects", "refs")) {
            if (!Files.isDirectory(git.resolve(part), LinkOption.NOFOLLOW_LINKS)) {
                throw new Unusable("There is no git repository in that directory.");
            }
        }
        boolean isDirectory = Files.isDirectory(git, LinkOption.NOFOLLOW_LINKS);
        if (!isDirectory || ELSEWHERE.stream().anyMatch(file -> Files.exists(git.resolve(file)))) {
            throw new Unusable("That repository keeps its objects elsewhere; make a full clone of it first.");
        }
    }
}

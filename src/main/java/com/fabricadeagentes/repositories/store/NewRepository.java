package com.fabricadeagentes.repositories.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** A bare repository on its way to become a project's. */
public final class NewRepository {

    /** Nothing that a copied repository brought along decides how ours is used. */
    private static final String CONFIG = """
            [core]
            	repositoryformatversion = 0
            	filemode = true
            	bare = true
            	logallrefupdates = false
            [gc]
            	auto = 0
            [receive]
            	fsckObjects = true
            	denyNonFastForwards = true
            """;

    private final Path path;

    private NewRepository(Path path) {
        this.path = path;
    }

    public static NewRepository at(Path path) {
        return new NewRepository(path);
    }

    public static NewRepository create(Path path) throws IOException {
        try (var repository =
                new FileRepositoryBuilder().setGitDir(path.toFile()).setBare().build()) {
            repository.create(true);
            repository.updateRef(Constants.HEAD).link(Refs.MAIN);
        }
        Files.writeString(path.resolve("config"), CONFIG);
        return new NewRepository(path);
    }

    /** Makes the first commit of main. */
    public void commit(Map<String, String> files, String subject, Instant when) throws IOException {
        try (var repository = BareRepositories.openAt(path);
                var inserter = repository.newObjectInserter()) {
            var cache = DirCache.newInCore();
            var builder = cache.builder();
            for (var file : files.entrySet()) {
                builder.add(entry(inserter, file.getKey(), file.getValue()));
            }
            builder.finish();
            var tree = cache.writeTree(inserter);
            inserter.flush();
            Refs.point(repository, Refs.MAIN, Commits.first(repository, tree, subject, when));
        }
    }

    private static DirCacheEntry entry(ObjectInserter inserter, String path, String content) throws IOException {
        var entry = new DirCacheEntry(path);
        entry.setFileMode(FileMode.REGULAR_FILE);
        entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, content.getBytes(StandardCharsets.UTF_8)));
        return entry;
    }

    /**
     * Makes a fresh copy ours: its configuration, and its default branch as main.
     *
     * @return whether there is a commit on a branch, in a format that we read
     */
    public boolean adopt() throws IOException {
        var config = path.resolve("config");
        if (Files.readString(config).toLowerCase(java.util.Locale.ROOT).contains("objectformat")) {
            return false;
        }
        Files.writeString(config, CONFIG);
        try (var repository = BareRepositories.openAt(path)) {
            return renameToMain(repository);
        }
    }

    private static boolean renameToMain(Repository repository) throws IOException {
        var head = repository.exactRef(Constants.HEAD);
        if (head == null || !head.isSymbolic() || head.getObjectId() == null) {
            return false;
        }
        var branch = head.getTarget().getName();
        if (!branch.equals(Refs.MAIN)) {
            var commit = head.getObjectId();
            repository.updateRef(Constants.HEAD).link(Refs.MAIN);
            var delete = repository.updateRef(branch);
            delete.setForceUpdate(true);
            delete.delete();
            Refs.point(repository, Refs.MAIN, commit);
        }
        return true;
    }

    /** Makes the directories that loose objects fall into, so that no checkpoint has to. */
    public void spread() throws IOException {
        for (int first = 0; first < 256; first++) {
            Files.createDirectories(
                    path.resolve("objects").resolve(HexFormat.of().toHexDigits((byte) first)));
        }
    }

    /** The commit of main. */
    public String head() throws IOException {
        try (var repository = BareRepositories.openAt(path)) {
            return Refs.target(repository, Refs.MAIN)
                    .orElseThrow(() -> new IOException("the repository has no branch main"))
                    .name();
        }
    }
}

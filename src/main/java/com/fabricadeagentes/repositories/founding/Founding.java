package com.fabricadeagentes.repositories.founding;

import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.repositories.founding.Founded.Failed;
import com.fabricadeagentes.repositories.founding.Founded.Ready;
import com.fabricadeagentes.repositories.founding.Source.Unusable;
import com.fabricadeagentes.repositories.store.BareRepositories;
import com.fabricadeagentes.repositories.store.NewRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.util.FileSystemUtils;

/**
 * Makes a project's repository. It is made aside and put in its place by one rename, so a crash leaves a whole
 * repository or none, and founding again gives what is there.
 */
@Service
public class Founding {

    private static final String ASIDE = ".founding-";

    private final BareRepositories bare;
    private final Copying copying;
    private final Clock clock;

    Founding(BareRepositories bare, Copying copying, Clock clock) {
        this.bare = bare;
        this.copying = copying;
        this.clock = clock;
    }

    /** Blocks as long as copying takes; call it outside any transaction, with the project's tenant bound. */
    public Founded found(ProjectId project, FoundingOrder order) {
        var place = bare.path(project);
        try {
            if (!bare.exists(project)) {
                make(project, order, place);
            }
            return new Ready(NewRepository.at(place).head());
        } catch (Unusable unusable) {
            return new Failed(Objects.requireNonNull(unusable.getMessage()));
        } catch (IOException cause) {
            throw new UncheckedIOException("founding the repository of project " + project + " failed", cause);
        }
    }

    private void make(ProjectId project, FoundingOrder order, Path place) throws Unusable, IOException {
        var directory = Files.createDirectories(Objects.requireNonNull(place.getParent()));
        sweep(directory, ASIDE + project + "-");
        var aside = directory.resolve(ASIDE + project + "-" + Ids.next());
        try {
            fill(order, aside);
            NewRepository.at(aside).spread();
            Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException cause) {
            if (!bare.exists(project)) {
                throw cause;
            }
            // another worker was faster, and its repository is as good
        } finally {
            FileSystemUtils.deleteRecursively(aside);
        }
    }

    private void fill(FoundingOrder order, Path aside) throws Unusable, IOException {
        switch (order) {
            case FoundingOrder.Skeleton skeleton ->
                NewRepository.create(aside)
                        .commit(Skeletons.files(skeleton), "Begin " + skeleton.key(), clock.instant());
            case FoundingOrder.Copy(String url) -> {
                copying.copy(url, aside);
                if (!NewRepository.at(aside).adopt()) {
                    throw new Unusable("The repository has no default branch with a commit, or is in a format"
                            + " (SHA-256) that is not supported.");
                }
            }
        }
    }

    /** What a worker that died in the middle left behind; one that only lost its lease loses its copy too. */
    private static void sweep(Path directory, String prefix) throws IOException {
        try (var left = Files.newDirectoryStream(directory, prefix + "*")) {
            for (var aside : left) {
                FileSystemUtils.deleteRecursively(aside);
            }
        }
    }
}

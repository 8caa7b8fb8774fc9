package com.fabricadeagentes.repositories.store;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** The names of refs, and moving them. */
public final class Refs {

    public static final String MAIN = Constants.R_HEADS + "main";
    /** Branches of runs, which clients see but cannot push to. */
    public static final String RUN_BRANCHES = Constants.R_HEADS + "runs/";
    /** Checkpoints, which clients do not see. */
    static final String CHECKPOINTS = "refs/runs/";

    private static final int ATTEMPTS = 50;
    private static final long PAUSE_NANOS = 5_000_000;

    private Refs() {}

    /** The commit a ref points to. */
    public static Optional<ObjectId> target(Repository repository, String ref) throws IOException {
        return Optional.ofNullable(repository.exactRef(ref)).map(Ref::getObjectId);
    }

    /** Points a ref of a run, which nobody else moves, to a commit. */
    static void point(Repository repository, String ref, ObjectId commit) throws IOException {
        if (!move(repository, ref, null, commit)) {
            throw new IOException("cannot move " + ref);
        }
    }

    /** @return whether {@code main} stood at {@code expected} and was moved to its descendant {@code commit} */
    static boolean advanceMain(Repository repository, ObjectId expected, ObjectId commit) throws IOException {
        return move(repository, MAIN, expected, commit);
    }

    private static boolean move(Repository repository, String ref, @Nullable ObjectId expected, ObjectId commit)
            throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var update = repository.updateRef(ref);
            update.setNewObjectId(commit);
            update.disableRefLog();
            update.setCheckConflicting(expected != null || ref.equals(MAIN));
            if (expected != null) {
                update.setExpectedOldObjectId(expected);
            }
            switch (expected == null ? update.forceUpdate() : update.update()) {
                case NEW, FAST_FORWARD, FORCED, NO_CHANGE -> {
                    return true;
                }
                case LOCK_FAILURE -> {
                    if (expected != null
                            && !expected.equals(target(repository, ref).orElse(null))) {
                        return false;
                    }
                    // Another process holds the ref's lock file for the moment that its own change takes.
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
                case REJECTED, REJECTED_CURRENT_BRANCH, REJECTED_MISSING_OBJECT, REJECTED_OTHER_REASON -> {
                    return false;
                }
                case NOT_ATTEMPTED, IO_FAILURE, RENAMED ->
                    throw new IOException("moving " + ref + " failed: " + update.getResult());
            }
        }
        throw new IOException("the lock of " + ref + " was never free");
    }
}

package com.fabricadeagentes.repositories.store;

import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.repositories.Repositories.CommitText;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Makes and finds commits. */
public final class Commits {

    private static final String EMAIL = "factory@localhost";
    private static final String PLATFORM = "Plataforma E";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern NOT_ON_ONE_LINE = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}<>]+");
    private static final int LONGEST_SUBJECT = 100;

    private Commits() {}

    /** Only whole ids are understood: an expression such as {@code main@{1}} is not one. */
    static ObjectId id(String commit) {
        if (!ID.matcher(commit).matches()) {
            throw new Refusal.NotFound("commit").refused();
        }
        return ObjectId.fromString(commit);
    }

    static RevCommit commit(Repository repository, ObjectId id) throws IOException {
        try (var walk = new RevWalk(repository)) {
            return walk.parseCommit(id);
        } catch (MissingObjectException | IncorrectObjectTypeException none) {
            throw new Refusal.NotFound("commit").refused();
        }
    }

    /** The tree of a commit, or the tree itself. */
    static ObjectId tree(Repository repository, ObjectId treeish) throws IOException {
        try (var walk = new RevWalk(repository)) {
            return walk.parseTree(treeish).getId();
        } catch (MissingObjectException | IncorrectObjectTypeException none) {
            throw new Refusal.NotFound("commit").refused();
        }
    }

    /** A checkpoint's id depends on its files and its base alone, so the same files are the same checkpoint. */
    static ObjectId checkpoint(Repository repository, RevCommit base, ObjectId tree) throws IOException {
        if (base.getTree().getId().equals(tree)) {
            return base.getId();
        }
        var when = Instant.ofEpochSecond(base.getCommitTime());
        return insert(repository, tree, Optional.of(base.getId()), "checkpoint\n", PLATFORM, when);
    }

    /** One commit of a run, with story and run in its trailers; the same arguments give the same commit. */
    static ObjectId ofRun(Repository repository, ObjectId onto, ObjectId tree, String run, CommitText text)
            throws IOException {
        return insert(repository, tree, Optional.of(onto), message(text, run), oneLine(text.authorName()), text.at());
    }

    /** The first commit of a repository. */
    public static ObjectId first(Repository repository, ObjectId tree, String subject, Instant when)
            throws IOException {
        return insert(repository, tree, Optional.empty(), oneLine(subject) + "\n", PLATFORM, when);
    }

    private static String message(CommitText text, String run) {
        var body = text.body().strip();
        return subject(text)
                + "\n\n"
                + (body.isEmpty() ? "" : body + "\n\n")
                + "Story: " + oneLine(text.storyKey()) + "\nRun: " + run + "\n";
    }

    private static String subject(CommitText text) {
        var line = oneLine(text.subject());
        var fitting = line.length() > LONGEST_SUBJECT ? line.substring(0, LONGEST_SUBJECT - 1) + "…" : line;
        return oneLine(text.storyKey()) + ": " + fitting;
    }

    private static String oneLine(String text) {
        return NOT_ON_ONE_LINE.matcher(text).replaceAll(" ").strip();
    }

    private static ObjectId insert(
            Repository repository,
            ObjectId tree,
            Optional<ObjectId> parent,
            String message,
            String author,
            Instant when)
            throws IOException {
        var person = new PersonIdent(author, EMAIL, when, ZoneOffset.UTC);
        var commit = new CommitBuilder();
        commit.setTreeId(tree);
        parent.ifPresent(commit::setParentId);
        commit.setAuthor(person);
        commit.setCommitter(person);
        commit.setMessage(message);
        try (var inserter = repository.newObjectInserter()) {
            var id = inserter.insert(Constants.OBJ_COMMIT, commit.build());
            inserter.flush();
            return id;
        }
    }
}

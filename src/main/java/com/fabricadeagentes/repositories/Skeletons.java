package com.fabricadeagentes.repositories;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Lays a stack's skeleton down as the first commit. The next stack is one more directory of resources. */
@Component
class Skeletons {

    private final Clock clock;

    Skeletons(Clock clock) {
        this.clock = clock;
    }

    void layDown(Path bare, FoundingOrder order) throws IOException {
        var files = Files.createTempDirectory("factory-skeleton-");
        var index = Files.createTempFile("factory-skeleton-", ".index");
        try {
            Files.delete(index);
            write(files, order);
            new Git(files).text("init", "--bare", "--quiet", bare.toString());
            var git = new Git(files)
                    .with("GIT_DIR", bare.toString())
                    .with("GIT_WORK_TREE", files.toString())
                    .with("GIT_INDEX_FILE", index.toString());
            git.text("add", "--all", "--force", "--", ".");
            var date = clock.instant().getEpochSecond() + " +0000";
            for (var who : new String[] {"AUTHOR", "COMMITTER"}) {
                git.with("GIT_" + who + "_NAME", "Plataforma E")
                        .with("GIT_" + who + "_EMAIL", "factory@localhost")
                        .with("GIT_" + who + "_DATE", date);
            }
            var commit = git.text(
                    "commit-tree", git.text("write-tree"), "-m", "Lay down the " + order.stack() + " skeleton");
            git.text("update-ref", "refs/heads/main", commit);
            git.text("symbolic-ref", "HEAD", "refs/heads/main");
        } finally {
            Storage.delete(files);
            Files.deleteIfExists(index);
        }
    }

    private static void write(Path directory, FoundingOrder order) throws IOException {
        var root = "skeletons/" + order.stack() + "/";
        for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:" + root + "**")) {
            var url = resource.getURL().toString();
            var path = url.substring(url.lastIndexOf(root) + root.length());
            if (path.isEmpty() || path.endsWith("/") || !resource.isReadable()) {
                continue;
            }
            var target = directory.resolve(path);
            Files.createDirectories(target.getParent());
            Files.writeString(target, filled(resource.getContentAsString(StandardCharsets.UTF_8), path, order));
        }
    }

    /** The name comes from people: it stands in Markdown only, with what could be markup written out. */
    private static String filled(String text, String path, FoundingOrder order) {
        var name = path.endsWith(".md") ? HtmlUtils.htmlEscape(order.name()) : order.key();
        return text.replace("@artifact@", order.key().toLowerCase(Locale.ROOT)).replace("@name@", name);
    }
}

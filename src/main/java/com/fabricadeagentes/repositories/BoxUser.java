package com.fabricadeagentes.repositories;

import com.fabricadeagentes.kernel.SandboxUser;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Hands files that root made to the user that boxes run as. */
final class BoxUser {

    private BoxUser() {}

    static void own(Path tree) throws IOException {
        if (!SandboxUser.isRoot()) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                return handOver(directory);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                return handOver(file);
            }
        });
    }

    private static FileVisitResult handOver(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", SandboxUser.UID, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", SandboxUser.UID, LinkOption.NOFOLLOW_LINKS);
        return FileVisitResult.CONTINUE;
    }
}

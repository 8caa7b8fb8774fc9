package com.fabricadeagentes.sandbox.prepare;

import com.fabricadeagentes.sandbox.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A workspace as the recipes see it, without its {@code .factory.yml}. */
record Listed(Path root) implements SourceTree {

    @Override
    public Optional<String> read(String path) {
        try {
            return path.equals(".factory.yml") ? Optional.empty() : Optional.of(Files.readString(root.resolve(path)));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Override
    public List<String> list() {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}

package com.fabricadeagentes.sandbox;

import java.util.List;
import java.util.Optional;

/** Files of a repository at one commit or in a worktree, read without following links. Paths use {@code /}. */
public interface SourceTree {

    Optional<String> read(String path);

    List<String> list();
}

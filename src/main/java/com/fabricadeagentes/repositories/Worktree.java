package com.fabricadeagentes.repositories;

import com.fabricadeagentes.agile.ProjectId;
import java.nio.file.Path;

/**
 * A run's own checkout, on this node. It may vanish and is made again from the last checkpoint.
 *
 * @param run the run's id, which names branch {@code runs/<run>} and the hidden refs {@code refs/runs/<run>/<n>}
 * @param base the commit of {@code main} it began from
 */
public record Worktree(ProjectId project, String run, Path root, String branch, String base) {}

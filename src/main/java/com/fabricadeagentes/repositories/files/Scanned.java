package com.fabricadeagentes.repositories.files;

import com.fabricadeagentes.repositories.Repositories.LeftOut;
import java.util.List;
import java.util.Map;

/** The files of a worktree that git would record, and what else lies there that it must not. */
record Scanned(Map<String, Entry> files, List<LeftOut> leftOut) {}

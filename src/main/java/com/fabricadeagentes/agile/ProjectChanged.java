package com.fabricadeagentes.agile;

import com.fabricadeagentes.kernel.Event;
import java.util.UUID;

/** A project's settings or the state of its repository changed, or it was deleted or restored. */
public record ProjectChanged(UUID projectId) implements Event {}

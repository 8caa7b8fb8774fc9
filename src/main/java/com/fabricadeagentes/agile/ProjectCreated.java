package com.fabricadeagentes.agile;

import com.fabricadeagentes.kernel.Event;
import java.util.UUID;

/** A project was created and its repository is to be laid down or cloned. */
public record ProjectCreated(UUID projectId) implements Event {}

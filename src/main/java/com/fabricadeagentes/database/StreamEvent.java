package com.fabricadeagentes.database;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event in its place of the tenant's one order.
 *
 * @param seq grows by one, without gaps, in the order of commits
 * @param payload the event as JSON
 */
public record StreamEvent(
        long seq, UUID id, String type, @Nullable UUID project, String payload, Instant occurredAt) {}

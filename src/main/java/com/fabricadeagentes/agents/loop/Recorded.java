package com.fabricadeagentes.agents.loop;

import java.time.Instant;

/** An event in its place. */
public record Recorded(int seq, Instant at, RunEvent event) {}

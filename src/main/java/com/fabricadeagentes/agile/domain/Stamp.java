package com.fabricadeagentes.agile.domain;

import com.fabricadeagentes.kernel.UserId;
import java.time.Instant;

/** Who did something, and when. */
public record Stamp(UserId by, Instant at) {}

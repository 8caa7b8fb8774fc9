package com.fabricadeagentes.database.guard;

/** What a tenant column may be equated with: a value, or the tenant column of another table. */
sealed interface Anchor permits Tie, Source {}

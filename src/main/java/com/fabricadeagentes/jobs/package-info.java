/**
 * Durable work: a queue on the database, its workers and schedules. It offers {@code JobQueue}, {@code JobHandler} and
 * {@code Sweep}, and knows nothing of what a job does. It may call the kernel and the database.
 */
@ApplicationModule(displayName = "Jobs")
@NullMarked
package com.fabricadeagentes.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

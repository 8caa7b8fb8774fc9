/**
 * The HTTP edge: who gets in, request ids, body limits, idempotent retries, headers, the one mapping of errors to
 * problems, health, metrics and the API's own documentation. It offers nothing; nobody calls it. It may call every other
 * module's face.
 */
@ApplicationModule(displayName = "Edge")
@NullMarked
package com.fabricadeagentes.edge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

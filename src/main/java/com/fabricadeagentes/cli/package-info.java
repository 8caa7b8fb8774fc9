/**
 * The command line: a client of the API like any other, so that it starts without Spring. It offers nothing to other
 * modules. It may call the kernel's JSON, and the database's migrations.
 */
@ApplicationModule(displayName = "Command line")
@NullMarked
package com.fabricadeagentes.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

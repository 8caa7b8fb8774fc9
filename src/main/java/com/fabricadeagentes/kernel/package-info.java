/**
 * What every module shares and no module owns: ids, the bound tenant and actor, refusals, pages, JSON and the
 * annotations that cut across. It offers values and annotations only, nothing with behaviour of the business. It may
 * call no other module.
 */
@ApplicationModule(
        displayName = "Kernel",
        allowedDependencies = {})
@NullMarked
package com.fabricadeagentes.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

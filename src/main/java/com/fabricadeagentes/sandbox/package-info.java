/**
 * Running what cannot be trusted: boxes with limits, the toolchains in them, and the separate step that fetches a
 * project's dependencies. It offers {@code Sandbox}, {@code Toolchains}, {@code Dependencies} and {@code Recipe}. It
 * may call the kernel only, and knows nothing of runs or stories.
 */
@ApplicationModule(displayName = "Sandbox")
@NullMarked
package com.fabricadeagentes.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The whole system from outside: HTTP, WebSocket, git and the model's wire. */
@NullMarked
package com.fabricadeagentes.scenarios;

import org.jspecify.annotations.NullMarked;

package com.fabricadeagentes.kernel;

/**
 * News of a change, stored in the transaction that it tells of and delivered at least once after it. An event is a
 * record of ids and plain values, never a secret; its simple class name is its stored type, so it is never renamed.
 */
public interface Event {}

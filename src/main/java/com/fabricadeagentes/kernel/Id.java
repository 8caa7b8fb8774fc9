package com.fabricadeagentes.kernel;

import java.util.UUID;

/** A typed identifier over a time-ordered UUID (version 7), so that ids sort by creation and never mix. */
public interface Id {

    UUID value();
}

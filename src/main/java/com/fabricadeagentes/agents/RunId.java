package com.fabricadeagentes.agents;

import com.fabricadeagentes.kernel.Id;
import com.fabricadeagentes.kernel.Ids;
import java.util.UUID;

/** One try of the agents at a story. */
public record RunId(UUID value) implements Id {

    public static RunId next() {
        return new RunId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

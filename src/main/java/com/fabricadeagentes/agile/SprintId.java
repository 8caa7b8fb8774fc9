package com.fabricadeagentes.agile;

import com.fabricadeagentes.kernel.Id;
import com.fabricadeagentes.kernel.Ids;
import java.util.UUID;

/** A time box that stories are planned into. */
public record SprintId(UUID value) implements Id {

    public static SprintId next() {
        return new SprintId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

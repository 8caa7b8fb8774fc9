package com.fabricadeagentes.agile;

import com.fabricadeagentes.kernel.Id;
import com.fabricadeagentes.kernel.Ids;
import java.util.UUID;

/** A theme that groups stories. */
public record EpicId(UUID value) implements Id {

    public static EpicId next() {
        return new EpicId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

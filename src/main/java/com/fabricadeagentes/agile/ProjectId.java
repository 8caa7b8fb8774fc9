package com.fabricadeagentes.agile;

import com.fabricadeagentes.kernel.Id;
import com.fabricadeagentes.kernel.Ids;
import java.util.UUID;

/** A product under development, with a repository of its own. */
public record ProjectId(UUID value) implements Id {

    public static ProjectId next() {
        return new ProjectId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package com.fabricadeagentes.agile;

import com.fabricadeagentes.kernel.Id;
import com.fabricadeagentes.kernel.Ids;
import java.util.UUID;

/** A wish of a product owner, written on the board. */
public record StoryId(UUID value) implements Id {

    public static StoryId next() {
        return new StoryId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

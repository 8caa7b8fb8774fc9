package com.fabricadeagentes.llm.offline.story;

import java.util.ArrayList;
import java.util.List;

/**
 * A kind of thing the application keeps.
 *
 * @param one its name in the singular, as ASCII words: {@code ordem de servico}
 * @param many its name in the plural, likewise
 */
public record Resource(String one, String many, List<Field> fields) {

    public Resource {
        fields = List.copyOf(fields);
    }

    public Resource with(List<Field> others) {
        return new Resource(one, many, others);
    }

    /** With the field added, or in the place of the one of its name. */
    public Resource with(Field field) {
        var changed = new ArrayList<>(fields);
        for (var i = 0; i < changed.size(); i++) {
            if (changed.get(i).name().equals(field.name())) {
                changed.set(i, field);
                return with(changed);
            }
        }
        changed.add(field);
        return with(changed);
    }
}

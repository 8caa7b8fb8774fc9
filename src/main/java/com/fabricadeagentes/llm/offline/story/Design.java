package com.fabricadeagentes.llm.offline.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that an application keeps and does, gathered over its stories.
 *
 * @param login present where people sign in with e-mail and password
 */
public record Design(List<Resource> resources, Optional<Login> login) {

    public static final Design EMPTY = new Design(List.of(), Optional.empty());

    /** @param shortestPassword in characters */
    public record Login(int shortestPassword) {}

    public Design {
        resources = List.copyOf(resources);
    }

    public boolean empty() {
        return resources.isEmpty() && login.isEmpty();
    }

    /** With the resource added, or in the place of the one of its name. */
    public Design with(Resource resource) {
        var changed = new ArrayList<>(resources);
        for (var i = 0; i < changed.size(); i++) {
            if (changed.get(i).many().equals(resource.many())) {
                changed.set(i, resource);
                return new Design(changed, login);
            }
        }
        changed.add(resource);
        return new Design(changed, login);
    }

    public Design with(Login wanted) {
        return new Design(resources, Optional.of(wanted));
    }

    /** Both designs in one; where both speak of a field, the other one counts. */
    public Design and(Design other) {
        var both = this;
        for (var resource : other.resources) {
            var mine = resources.stream()
                    .filter(r -> r.many().equals(resource.many()))
                    .findFirst();
            var merged = mine.orElse(resource);
            for (var field : resource.fields()) {
                merged = merged.with(field);
            }
            both = both.with(merged);
        }
        return new Design(both.resources, other.login.or(() -> login));
    }
}

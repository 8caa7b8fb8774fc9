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
}

package com.fabricadeagentes.database;

import com.fabricadeagentes.kernel.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which listeners there are, by name and by the type they hear. Two of one name fail the start. */
@Component
class EventTypes {

    private final ObjectProvider<EventListener<?>> beans;
    private volatile Map<String, EventListener<?>> byName = Map.of();

    /** Listeners may themselves publish, so they are looked up at first use. */
    EventTypes(ObjectProvider<EventListener<?>> beans) {
        this.beans = beans;
    }

    List<EventListener<?>> listeners(Class<? extends Event> type) {
        return all().values().stream()
                .filter(listener -> listener.type().equals(type))
                .toList();
    }

    EventListener<?> named(String name) {
        var listener = all().get(name);
        if (listener == null) {
            throw new IllegalStateException("no listener is called " + name + " any more");
        }
        return listener;
    }

    private Map<String, EventListener<?>> all() {
        if (byName.isEmpty()) {
            var found = new HashMap<String, EventListener<?>>();
            for (var listener : beans) {
                if (found.put(listener.name(), listener) != null) {
                    throw new IllegalStateException("two listeners are called " + listener.name());
                }
            }
            byName = Map.copyOf(found);
        }
        return byName;
    }
}

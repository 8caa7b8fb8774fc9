package com.fabricadeagentes.agents.loop;

import com.fabricadeagentes.kernel.Json;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The stored names of events, their class names in snake case, and reading them back. */
public final class RunEvents {

    private static final Map<String, Class<? extends RunEvent>> TYPES = Arrays.stream(
                    RunEvent.class.getPermittedSubclasses())
            .map(type -> type.<RunEvent>asSubclass(RunEvent.class))
            .collect(Collectors.toUnmodifiableMap(RunEvents::name, type -> type));

    private RunEvents() {}

    public static String type(RunEvent event) {
        return name(event.getClass());
    }

    /** @throws IllegalArgumentException for a name that no event has */
    public static RunEvent read(String type, String json) {
        var known = TYPES.get(type);
        if (known == null) {
            throw new IllegalArgumentException("no run event is called " + type);
        }
        return Json.read(json, known);
    }

    private static String name(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}

package com.fabricadeagentes.agents.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A call's arguments, read strictly: models see at once what they got wrong. */
final class Arguments {

    private static final int LONGEST_NAME = 100;

    private final JsonNode input;

    Arguments(JsonNode input, JsonNode schema) throws BadInput {
        if (!input.isObject()) {
            throw new BadInput("The arguments are not a JSON object. Call the tool again with valid JSON.");
        }
        var known = names(schema.path("properties"));
        for (var name : names(input)) {
            if (!known.contains(name)) {
                throw new BadInput("There is no argument " + Excerpt.begin(name, LONGEST_NAME) + "; there are: "
                        + String.join(", ", known) + ".");
            }
        }
        this.input = input;
    }

    private static Set<String> names(JsonNode object) {
        return new TreeSet<>(object.propertyNames());
    }

    boolean has(String name) {
        return input.hasNonNull(name);
    }

    String text(String name) throws BadInput {
        return optionalText(name).orElseThrow(() -> new BadInput("The argument " + name + " is missing."));
    }

    Optional<String> optionalText(String name) throws BadInput {
        var value = input.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw new BadInput("The argument " + name + " must be a string.");
        }
        return Optional.of(value.stringValue());
    }

    int number(String name, int otherwise) throws BadInput {
        var value = input.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
            throw new BadInput("The argument " + name + " must be a whole number from 0.");
        }
        return value.intValue();
    }

    boolean flag(String name) throws BadInput {
        var value = input.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw new BadInput("The argument " + name + " must be true or false.");
        }
        return value.booleanValue();
    }

    List<String> texts(String name) throws BadInput {
        var found = new ArrayList<String>();
        if (has(name) && !input.path(name).isArray()) {
            throw new BadInput("The argument " + name + " must be a list of strings.");
        }
        for (var value : input.path(name)) {
            if (!value.isString()) {
                throw new BadInput("The argument " + name + " must be a list of strings.");
            }
            found.add(value.stringValue());
        }
        return found;
    }

    /** The objects of a list, each read by the same rules. */
    List<Arguments> objects(String name, JsonNode itemSchema) throws BadInput {
        var value = input.path(name);
        if (!value.isArray()) {
            throw new BadInput("The argument " + name + " must be a list.");
        }
        var found = new ArrayList<Arguments>();
        for (var item : value) {
            found.add(new Arguments(item, itemSchema));
        }
        return found;
    }
}

package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.kernel.Refusal.FieldError;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Applies a JSON merge patch (RFC 7396) to what a thing is now: what the patch leaves out stays, null takes away. What
 * comes of it must keep the same rules as what is sent to create one.
 */
@Component
class MergePatch {

    private final Validator validator;

    MergePatch(Validator validator) {
        this.validator = validator;
    }

    /**
     * Applies a patch.
     *
     * @param now all that may be changed, as it is
     * @throws com.fabricadeagentes.kernel.Refused as invalid where a field is unknown or breaks a rule
     */
    <T extends Record> T apply(T now, JsonNode patch, Class<T> type) {
        if (!patch.isObject()) {
            throw new Refusal.Malformed("A merge patch is a JSON object.").refused();
        }
        ObjectNode merged = Json.MAPPER.valueToTree(now);
        var unknown = new ArrayList<FieldError>();
        merge(merged, patch, "", unknown);
        refuse(unknown);
        var wished = read(merged, type);
        refuse(validator.validate(wished).stream()
                .map(broken -> new FieldError(snakeCase(broken.getPropertyPath().toString()), broken.getMessage()))
                .toList());
        return wished;
    }

    private static void merge(ObjectNode target, JsonNode patch, String path, List<FieldError> unknown) {
        patch.properties().forEach(field -> {
            var name = field.getKey();
            var value = field.getValue();
            if (!target.has(name)) {
                unknown.add(new FieldError(path + name, "is no field that can be changed"));
            } else if (value.isObject() && target.get(name) instanceof ObjectNode inner) {
                merge(inner, value, path + name + ".", unknown);
            } else {
                target.set(name, value);
            }
        });
    }

    private static <T> T read(JsonNode merged, Class<T> type) {
        try {
            return Json.MAPPER.treeToValue(merged, type);
        } catch (DatabindException mismatch) {
            throw Refusal.Invalid.field(path(mismatch), "is not of the right kind")
                    .refused();
        }
    }

    private static String path(DatabindException mismatch) {
        var path = new StringBuilder();
        for (JacksonException.Reference step : mismatch.getPath()) {
            var name = step.getPropertyName();
            path.append(name == null ? "[" + step.getIndex() + "]" : (path.isEmpty() ? "" : ".") + name);
        }
        return path.toString();
    }

    private static String snakeCase(String path) {
        return path.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors).refused();
        }
    }
}

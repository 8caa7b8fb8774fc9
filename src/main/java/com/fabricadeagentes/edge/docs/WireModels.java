package com.fabricadeagentes.edge.docs;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.NamingBase;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Describes records as they are on the wire: snake_case names, and what the types say of null. A component that cannot be
 * null is required; one that can may be null.
 */
final class WireModels extends ModelResolver {

    private static final NamingBase NAMES = (NamingBase) PropertyNamingStrategies.SNAKE_CASE;

    WireModels() {
        super(Json31.mapper().copy().setPropertyNamingStrategy(NAMES));
        openapi31(true);
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
        var raw = _mapper.constructType(type.getType()).getRawClass();
        if (JsonNode.class.isAssignableFrom(raw) || raw.isSealed()) {
            // What kind of event it is stands beside it; the library finds the kinds on some starts and not on others.
            return new Schema<>();
        }
        var resolved = super.resolve(type, context, next);
        if (raw.isRecord() && resolved != null) {
            describe(defined(resolved, context), raw.getRecordComponents());
        }
        return resolved;
    }

    private static Schema<?> defined(Schema<?> resolved, ModelConverterContext context) {
        var reference = resolved.get$ref();
        var name = reference == null ? resolved.getName() : reference.substring(reference.lastIndexOf('/') + 1);
        var model = name == null ? null : context.getDefinedModels().get(name);
        return model == null ? resolved : model;
    }

    private static void describe(Schema<?> model, RecordComponent[] components) {
        var properties = model.getProperties();
        if (properties == null) {
            return;
        }
        Set<String> required = new LinkedHashSet<>(model.getRequired() == null ? List.of() : model.getRequired());
        for (var component : components) {
            var name = NAMES.translate(component.getName());
            var property = properties.get(name);
            if (property == null) {
                continue;
            }
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(name);
            } else if (property.get$ref() == null && property.getTypes() != null) {
                property.addType("null");
            }
        }
        model.setRequired(List.copyOf(required));
    }
}

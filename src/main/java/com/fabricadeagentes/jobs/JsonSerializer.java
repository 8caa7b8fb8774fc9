package com.fabricadeagentes.jobs;

import com.fabricadeagentes.kernel.Json;
import com.github.kagkarlsson.scheduler.serializer.Serializer;

/** Job data as JSON: readable in the table, and no class of ours is bound to Java's serialization. */
final class JsonSerializer implements Serializer {

    @Override
    public byte[] serialize(Object data) {
        return Json.MAPPER.writeValueAsBytes(data);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] data) {
        return Json.MAPPER.readValue(data, type);
    }
}

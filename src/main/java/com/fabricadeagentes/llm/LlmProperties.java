package com.fabricadeagentes.llm;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which model serves and how it is reached.
 *
 * @param model the model's name ({@code FACTORY_MODEL}); by default the one {@code models.yml} names for the environment
 * @param anthropic how Claude, or a server that speaks its Messages API, is reached
 * @param readTimeout the longest silence within an answer before it counts as lost
 */
@ConfigurationProperties("llm")
public record LlmProperties(
        @Nullable String model,
        @DefaultValue Anthropic anthropic,
        @DefaultValue("2m") Duration readTimeout) {

    public LlmProperties {
        model = given(model);
        if (!readTimeout.isPositive()) {
            throw new IllegalArgumentException("llm.read-timeout must be longer than nothing, for example 2m");
        }
    }

    /**
     * @param apiKey the secret key ({@code ANTHROPIC_API_KEY}); never shown
     * @param baseUrl the address without {@code /v1} ({@code ANTHROPIC_BASE_URL}); alone it is enough, for servers that
     *     want no key
     */
    public record Anthropic(
            @Nullable String apiKey, @Nullable String baseUrl) {

        public Anthropic {
            apiKey = given(apiKey);
            baseUrl = given(baseUrl);
            if (baseUrl != null && !isWebAddress(baseUrl)) {
                throw new IllegalArgumentException(
                        "ANTHROPIC_BASE_URL must be an http or https address without /v1, for example"
                                + " https://api.anthropic.com");
            }
        }

        public boolean configured() {
            return apiKey != null || baseUrl != null;
        }

        @Override
        public String toString() {
            return "Anthropic[apiKey=" + (apiKey == null ? "none" : "set") + ", baseUrl=" + baseUrl + "]";
        }
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static boolean isWebAddress(String address) {
        try {
            var uri = URI.create(address);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}

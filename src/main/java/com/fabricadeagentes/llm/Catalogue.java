package com.fabricadeagentes.llm;

import com.fabricadeagentes.kernel.Installation.Environment;
import com.fabricadeagentes.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What {@code models.yml} knows of each model.
 *
 * @param checked the day its prices were read
 * @param defaults the model of each environment
 */
public record Catalogue(LocalDate checked, Map<Environment, String> defaults, Map<String, Card> models) {

    private static final Pattern DATED = Pattern.compile("-\\d{8}$");
    private static final int TOKENS_PRICED = 6;

    /** How a model is asked to think. */
    public enum Thinking {
        /** The request asks for it, the model decides how much. */
        ADAPTIVE,
        /** The model always does; asking is needless. */
        ALWAYS,
        NONE
    }

    /** @param maxOutput the longest answer, in tokens */
    public record Card(int maxOutput, Thinking thinking, List<Price> prices) {

        public Card {
            if (prices.stream().noneMatch(price -> price.above() == 0)) {
                throw new IllegalArgumentException("models.yml: each model needs a price from 0 tokens on");
            }
            prices = prices.stream()
                    .sorted(Comparator.comparingLong(Price::above).reversed())
                    .toList();
        }

        /** US dollars for one call; the band goes by that call's prompt, so a sum of calls can't be priced as one. */
        BigDecimal cost(Usage call) {
            var prompt = call.inputTokens() + call.cacheReadTokens() + call.cacheWriteTokens();
            var price = prices.stream()
                    .filter(band -> prompt > band.above() || band.above() == 0)
                    .findFirst()
                    .orElseThrow();
            return part(call.inputTokens(), price.input())
                    .add(part(call.outputTokens(), price.output()))
                    .add(part(call.cacheReadTokens(), price.cacheRead()))
                    .add(part(call.cacheWriteTokens(), price.cacheWrite()));
        }

        private static BigDecimal part(long tokens, BigDecimal perMillion) {
            return perMillion.multiply(BigDecimal.valueOf(tokens)).movePointLeft(TOKENS_PRICED);
        }
    }

    /**
     * US dollars per million tokens, for requests whose prompt is longer than {@code above} tokens.
     *
     * @param cacheWrite for writes kept five minutes, the only kind we make
     */
    public record Price(long above, BigDecimal input, BigDecimal output, BigDecimal cacheWrite, BigDecimal cacheRead) {}

    /** What is known of a model, also under its dated name ({@code claude-haiku-4-5-20251001}). */
    public Optional<Card> card(String model) {
        return Optional.ofNullable(models.get(model))
                .or(() -> Optional.ofNullable(models.get(DATED.matcher(model).replaceFirst(""))));
    }

    String defaultModel(Environment environment) {
        return Objects.requireNonNull(
                defaults.get(environment), () -> "models.yml: no default model for " + environment);
    }

    /** The catalogue that is part of this build. */
    public static Catalogue bundled() {
        try (var file = new ClassPathResource("models.yml").getInputStream()) {
            Map<String, Object> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return Json.MAPPER.convertValue(yaml, Catalogue.class);
        } catch (IOException cause) {
            throw new UncheckedIOException("models.yml cannot be read", cause);
        }
    }
}

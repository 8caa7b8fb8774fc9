package com.fabricadeagentes.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fabricadeagentes.kernel.Installation;
import com.fabricadeagentes.kernel.Installation.Environment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConfiguredModelsTest {

    private record Named(String name, boolean configured) implements ModelProvider {
        @Override
        public ModelAnswer ask(ModelRequest request, Consumer<Delta> deltas) {
            return new ModelAnswer(List.of(), StopReason.END_TURN, null, Usage.NONE, "none");
        }
    }

    private static Models models(boolean claude, @Nullable String model, Environment environment) {
        return models(List.of(new Named("anthropic", claude), new Named("offline", true)), model, environment);
    }

    private static Models models(List<ModelProvider> providers, @Nullable String model, Environment environment) {
        return new ConfiguredModels(
                providers,
                Catalogue.bundled(),
                new LlmProperties(model, new LlmProperties.Anthropic(null, null), Duration.ofMinutes(2)),
                new Installation(Path.of("data"), null, environment, null));
    }

    @Test
    void claude_serves_where_configured_with_the_environments_model() {
        assertThat(models(true, null, Environment.DEVELOPMENT).choice())
                .isEqualTo(new Models.Choice("anthropic", "claude-haiku-5-5"));
        assertThat(models(true, null, Environment.STAGING).choice().model()).isEqualTo("claude-sonnet-5-5");
        assertThat(models(true, null, Environment.PRODUCTION).choice().model()).isEqualTo("claude-opus-5-5");
        assertThat(models(true, "mine", Environment.PRODUCTION).choice().model())
                .isEqualTo("mine");
    }

    @Test
    void the_offline_model_serves_where_nothing_is_configured() {
        assertThat(models(false, "mine", Environment.PRODUCTION).choice())
                .isEqualTo(new Models.Choice("offline", "offline"));
    }

    @Test
    void two_providers_of_one_name_fail_the_start() {
        assertThatThrownBy(() -> models(
                        List.of(new Named("anthropic", true), new Named("anthropic", false)),
                        null,
                        Environment.STAGING))
                .hasMessageContaining("two model providers claim the name anthropic");
    }

    @Test
    void a_provider_that_lost_its_key_is_not_configured() {
        assertThatThrownBy(() -> models(false, null, Environment.STAGING).provider("anthropic"))
                .isInstanceOf(ModelFault.class)
                .hasMessageContaining("ANTHROPIC_API_KEY");
    }

    @Test
    void a_long_prompt_costs_its_band_as_a_whole() {
        var models = models(true, null, Environment.STAGING);

        assertThat(models.cost("anthropic", "claude-haiku-5-5", new Usage(50_000, 1_000, 40_000, 10_000)))
                .hasValueSatisfying(cost -> assertThat(cost).isEqualByComparingTo("0.00715"));
        assertThat(models.cost("anthropic", "claude-haiku-5-5", new Usage(50_001, 1_000, 40_000, 10_000)))
                .hasValueSatisfying(cost -> assertThat(cost).isEqualByComparingTo("0.0357505"));
    }

    @Test
    void an_unknown_model_has_no_price_and_the_offline_one_is_free() {
        var models = models(true, null, Environment.STAGING);

        assertThat(models.cost("anthropic", "mystery", new Usage(1, 1, 0, 0))).isEmpty();
        assertThat(models.cost("offline", "offline", new Usage(1, 1, 0, 0)))
                .hasValueSatisfying(cost -> assertThat(cost).isZero());
        assertThat(models.cost("anthropic", "claude-haiku-4-5-20251001", new Usage(1, 1, 0, 0)))
                .isPresent();
    }

    @Test
    void a_base_url_alone_configures_and_a_wrong_one_is_named() {
        assertThat(new LlmProperties.Anthropic(" ", "http://localhost:8080").configured())
                .isTrue();
        assertThat(new LlmProperties.Anthropic("secret", null).toString()).doesNotContain("secret");
        assertThatThrownBy(() -> new LlmProperties.Anthropic(null, "localhost"))
                .hasMessageContaining("ANTHROPIC_BASE_URL");
    }
}

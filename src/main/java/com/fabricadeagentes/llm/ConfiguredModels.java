package com.fabricadeagentes.llm;

import com.fabricadeagentes.kernel.Installation;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Chooses by configuration: Claude where it is configured, else the offline model. */
@Component
final class ConfiguredModels implements Models {

    private static final String ANTHROPIC = "anthropic";
    private static final String OFFLINE = "offline";

    private final Map<String, ModelProvider> providers = new LinkedHashMap<>();
    private final Catalogue catalogue;
    private final String model;

    ConfiguredModels(
            List<ModelProvider> providers, Catalogue catalogue, LlmProperties properties, Installation installation) {
        for (var provider : providers) {
            var other = this.providers.putIfAbsent(provider.name(), provider);
            if (other != null) {
                throw new IllegalStateException("two model providers claim the name " + provider.name() + ": "
                        + other.getClass().getName() + " and "
                        + provider.getClass().getName());
            }
        }
        this.catalogue = catalogue;
        this.model =
                Objects.requireNonNullElseGet(properties.model(), () -> catalogue.defaultModel(installation.env()));
    }

    @Override
    public Choice choice() {
        var claude = providers.get(ANTHROPIC);
        return claude != null && claude.configured() ? new Choice(ANTHROPIC, model) : new Choice(OFFLINE, OFFLINE);
    }

    @Override
    public ModelProvider provider(String name) throws ModelFault {
        var provider = providers.get(name);
        if (provider == null || !provider.configured()) {
            throw new ModelFault(
                    ModelFault.Kind.NOT_CONFIGURED,
                    "the model provider " + name + " is not configured; " + remedy(name),
                    null,
                    null);
        }
        return provider;
    }

    @Override
    public Optional<BigDecimal> cost(String provider, String model, Usage usage) {
        return OFFLINE.equals(provider)
                ? Optional.of(BigDecimal.ZERO)
                : catalogue.card(model).map(card -> card.cost(usage));
    }

    private String remedy(String name) {
        return ANTHROPIC.equals(name)
                ? "set ANTHROPIC_API_KEY or ANTHROPIC_BASE_URL"
                : "the configured ones are "
                        + providers.values().stream()
                                .filter(ModelProvider::configured)
                                .map(ModelProvider::name)
                                .toList();
    }
}

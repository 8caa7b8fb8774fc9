package com.fabricadeagentes.llm;

import java.math.BigDecimal;
import java.util.Optional;

/** The face of this module: which model serves, asking it, and what that costs. */
public interface Models {

    /** The provider and model that new runs use, by configuration and environment. */
    Choice choice();

    /** The provider of that name. @throws ModelFault NOT_CONFIGURED where it is gone or lost its key */
    ModelProvider provider(String name) throws ModelFault;

    /** What that usage costs in US dollars; empty where the model's price is unknown. Offline costs nothing. */
    Optional<BigDecimal> cost(String provider, String model, Usage usage);

    /** @param provider {@link ModelProvider#name()} */
    record Choice(String provider, String model) {}
}

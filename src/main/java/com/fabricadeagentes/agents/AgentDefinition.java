package com.fabricadeagentes.agents;

import java.util.List;

/**
 * What an agent type is made of: data, not a class.
 *
 * @param name as events and requests carry it
 * @param prompt what the model is told first, and always the same bytes
 * @param tools the names of the tools it is offered, in order
 */
public record AgentDefinition(String name, String prompt, List<String> tools) {}

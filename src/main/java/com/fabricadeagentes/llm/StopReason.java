package com.fabricadeagentes.llm;

/** Why a model stopped. A reason we do not know is {@link #OTHER}, never an error. */
public enum StopReason {
    END_TURN,
    TOOL_USE,
    MAX_TOKENS,
    REFUSAL,
    PAUSE,
    CONTEXT_EXCEEDED,
    OTHER
}

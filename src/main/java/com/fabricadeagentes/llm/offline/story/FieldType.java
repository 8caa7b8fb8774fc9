package com.fabricadeagentes.llm.offline.story;

/** What a field holds. */
public enum FieldType {
    STRING,
    TEXT,
    INTEGER,
    DECIMAL,
    MONEY,
    BOOLEAN,
    DATE,
    EMAIL,
    CHOICE;

    public boolean number() {
        return this == INTEGER || this == DECIMAL || this == MONEY;
    }

    public boolean words() {
        return this == STRING || this == TEXT || this == EMAIL;
    }
}

package com.fabricadeagentes.support;

import java.nio.file.Path;

/** The two databases; a test that takes one as its parameter runs on both. */
public enum Database {
    SQLITE {
        @Override
        public String newUrl(Path home) {
            return "sqlite://" + home.toAbsolutePath().resolve("factory.db");
        }
    },
    POSTGRES {
        @Override
        public String newUrl(Path home) {
            return Postgres.newDatabase();
        }
    };

    public abstract String newUrl(Path home);
}

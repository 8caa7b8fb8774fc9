package com.fabricadeagentes.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    record Login(String name, String accessToken, List<Inner> inner) {}

    record Inner(String passwordHash, int outputTokens) {}

    @Test
    void secrets_are_hidden_wherever_they_stand() {
        assertThat(Snapshot.of(new Login("Ana", "eyJ", List.of(new Inner("$2a$", 12)))))
                .isEqualTo("{\"name\":\"Ana\",\"access_token\":\"***\","
                        + "\"inner\":[{\"password_hash\":\"***\",\"output_tokens\":12}]}");
    }

    @Test
    void long_texts_are_cut_and_huge_things_left_out() {
        assertThat(Snapshot.of("x".repeat(5_000))).hasSize(2_003).endsWith("…\"");
        assertThat(Snapshot.of(java.util.Collections.nCopies(100, "x".repeat(1_000))))
                .startsWith("{\"omitted_characters\":");
    }
}

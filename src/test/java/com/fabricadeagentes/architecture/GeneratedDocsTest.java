package com.fabricadeagentes.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The pages that are made from the code: {@code mvn test -Dtest=GeneratedDocsTest -Dregenerate=true} writes them. */
class GeneratedDocsTest {

    @Test
    void the_page_of_permissions_is_what_the_code_says() throws IOException {
        assertCurrent(Path.of("docs/permissions.md"), PermissionsPage.render());
    }

    @Test
    void the_page_of_configuration_is_what_the_code_says() throws IOException {
        assertCurrent(Path.of("docs/configuration.md"), ConfigurationPage.render());
    }

    private static void assertCurrent(Path page, String expected) throws IOException {
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(page, expected);
        }
        assertThat(page)
                .as("%s is stale: mvn test -Dtest=GeneratedDocsTest -Dregenerate=true", page)
                .content()
                .isEqualTo(expected);
    }
}

package com.fabricadeagentes.applications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationsTest {

    @ParameterizedTest
    @CsvSource({
        "/login, /apps/SHOP~s/login",
        "http://localhost:8080/login?a=b, /apps/SHOP~s/login?a=b",
        "http://127.0.0.1:8080, /apps/SHOP~s/",
        "next, next",
        "/apps/SHOP~s/login, /apps/SHOP~s/login",
        "//elsewhere.example/x, //elsewhere.example/x",
        "http://localhost.example/x, http://localhost.example/x"
    })
    void a_redirect_of_the_application_stays_under_its_address(String given, String expected) {
        assertThat(Locations.rewritten(given, "/apps/SHOP~s")).isEqualTo(expected);
    }
}

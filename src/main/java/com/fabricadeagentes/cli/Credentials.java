package com.fabricadeagentes.cli;

/** Who is signed in, and where. */
record Credentials(String url, String accessToken, String refreshToken) {

    @Override
    public String toString() {
        return "Credentials[" + url + "]";
    }
}

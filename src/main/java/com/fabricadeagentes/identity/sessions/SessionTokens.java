package com.fabricadeagentes.identity.sessions;

/**
 * What being signed in consists of.
 *
 * @param expiresIn seconds that the access token serves
 */
record SessionTokens(String accessToken, String refreshToken, String tokenType, long expiresIn) {

    SessionTokens(String accessToken, String refreshToken, long expiresIn) {
        this(accessToken, refreshToken, "Bearer", expiresIn);
    }
}

package com.fabricadeagentes.identity.sessions;

import com.fabricadeagentes.identity.IdentityProperties;
import com.fabricadeagentes.kernel.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "Session")
class AuthController {

    private static final String COOKIE = "refresh_token";

    private final SignIn signIn;
    private final Duration cookieAge;

    AuthController(SignIn signIn, IdentityProperties properties) {
        this.signIn = signIn;
        this.cookieAge = properties.refreshToken();
    }

    record LoginRequest(
            @NotBlank @Size(max = 254) @Schema(example = "admin@localhost")
            String email,

            @NotBlank @Size(max = 200) @Schema(example = "correct-horse-battery")
            String password) {}

    record RefreshRequest(@Nullable @Size(max = 200) String refreshToken) {}

    record MfaRequest(
            @NotBlank String mfaToken,
            @NotBlank @Schema(example = "123456") String code) {}

    @PostMapping("/login")
    @SecurityRequirements
    @Operation(summary = "Sign in", description = "The refresh token is also set as a cookie for browsers.")
    ResponseEntity<SessionTokens> login(@RequestBody @Valid LoginRequest login, HttpServletRequest request) {
        return signedIn(signIn.signIn(login.email(), login.password(), request.getRemoteAddr()), request);
    }

    @PostMapping("/refresh")
    @SecurityRequirements
    @Operation(
            summary = "Stay signed in",
            description = "A refresh token works once; using it again ends all sessions that came from it.")
    ResponseEntity<SessionTokens> refresh(
            @RequestBody(required = false) @Valid @Nullable RefreshRequest body,
            @Parameter(hidden = true) @CookieValue(name = COOKIE, required = false) @Nullable String cookie,
            HttpServletRequest request) {
        var token = token(body, cookie)
                .orElseThrow(() -> Refusal.Invalid.field("refresh_token", "is missing, and there is no cookie")
                        .refused());
        return signedIn(signIn.refresh(token), request);
    }

    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Sign out",
            description = "Ends the session of the refresh token in body or cookie; all sessions where there is none.")
    ResponseEntity<Void> logout(
            @RequestBody(required = false) @Valid @Nullable RefreshRequest body,
            @Parameter(hidden = true) @CookieValue(name = COOKIE, required = false) @Nullable String cookie,
            HttpServletRequest request) {
        signIn.signOut(token(body, cookie));
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request))
                .build();
    }

    @PostMapping("/mfa/verify")
    @SecurityRequirements
    @Operation(summary = "Second factor")
    ResponseEntity<SessionTokens> verify(@RequestBody @Valid MfaRequest request) {
        throw new Refusal.Conflict("mfa_not_enabled", "MFA is not enabled for this account.").refused();
    }

    private ResponseEntity<SessionTokens> signedIn(SessionTokens tokens, HttpServletRequest request) {
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookie(tokens.refreshToken(), cookieAge, request))
                .body(tokens);
    }

    private static Optional<String> token(@Nullable RefreshRequest body, @Nullable String cookie) {
        return Optional.ofNullable(body)
                .flatMap(given -> Optional.ofNullable(given.refreshToken()))
                .or(() -> Optional.ofNullable(cookie))
                .filter(token -> !token.isBlank());
    }

    private static String cookie(String value, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/api/v1/auth")
                .maxAge(age)
                .build()
                .toString();
    }
}

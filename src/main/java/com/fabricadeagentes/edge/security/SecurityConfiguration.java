package com.fabricadeagentes.edge.security;

import com.fabricadeagentes.edge.errors.FaultFilter;
import com.fabricadeagentes.edge.errors.Problem;
import com.fabricadeagentes.edge.errors.Problems;
import com.fabricadeagentes.edge.idempotency.IdempotencyFilter;
import com.fabricadeagentes.edge.idempotency.IdempotentRequests;
import com.fabricadeagentes.identity.Authenticator;
import com.fabricadeagentes.kernel.Refusal;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Closed by default; what is open is listed here. No sessions and no cookies authenticate, so there is no CSRF. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] OPEN = {
        "/api/v1/auth/login",
        "/api/v1/auth/refresh",
        "/api/v1/auth/mfa/verify",
        "/health",
        "/health/**",
        "/openapi.json",
        "/openapi.json/**",
        "/docs",
        "/docs/**",
        "/error"
    };

    /** They authenticate by themselves: git by Basic, the WebSocket by ticket, applications by their address. */
    private static final String[] DOORS_OF_THEIR_OWN = {"/git/**", "/ws", "/apps/**", "/metrics"};

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            Authenticator authenticator,
            TenantChoice tenantChoice,
            IdempotentRequests idempotentRequests) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(DOORS_OF_THEIR_OWN)
                        .permitAll()
                        .requestMatchers("/api/**", "/actuator/**")
                        .authenticated()
                        .requestMatchers(HttpMethod.GET)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, _) -> Problems.write(Problem.of(notSignedIn()), request, response))
                        .accessDeniedHandler(
                                (request, response, _) -> Problems.write(Problem.of(notSignedIn()), request, response)))
                .addFilterBefore(new ScopeFilter(authenticator, tenantChoice), AuthorizationFilter.class)
                .addFilterAfter(new IdempotencyFilter(idempotentRequests), AuthorizationFilter.class)
                .build();
    }

    /** Present so that Boot makes no user of its own; who someone is, is told by {@link Authenticator} alone. */
    @Bean
    AuthenticationManager authenticationManager() {
        return _ -> {
            throw new AuthenticationServiceException("people are authenticated by identity");
        };
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler() {
        return (request, response, _) -> FaultFilter.badRequest(request, response);
    }

    private static Refusal notSignedIn() {
        return new Refusal.Unauthenticated("Sign in, and send the access token or an API key as Bearer.");
    }
}

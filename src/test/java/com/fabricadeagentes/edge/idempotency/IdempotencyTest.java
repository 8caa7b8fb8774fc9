package com.fabricadeagentes.edge.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.kernel.Actor;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.kernel.TenantId;
import com.fabricadeagentes.support.Database;
import com.fabricadeagentes.support.Node;
import com.fabricadeagentes.tenancy.Tenants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class IdempotencyTest {

    private final AtomicInteger orders = new AtomicInteger();

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_retried_request_answers_as_the_first_did(Database database, @TempDir Path home) {
        inTenant(database, home, filter -> {
            var first = post(filter, "k1", "{\"a\":1}", this::order);
            var retried = post(filter, "k1", "{\"a\":1}", this::order);
            assertThat(retried.getStatus()).isEqualTo(first.getStatus()).isEqualTo(201);
            assertThat(retried.getContentAsString())
                    .isEqualTo(first.getContentAsString())
                    .isEqualTo("{\"order\":1}");
            assertThat(retried.getHeader("Location")).isEqualTo("/api/v1/orders/1");
            assertThat(retried.getContentType()).isEqualTo("application/json");
            assertThat(post(filter, "k2", "{\"a\":1}", this::order).getContentAsString())
                    .isEqualTo("{\"order\":2}");
        });
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_key_serves_one_content_and_one_request_at_a_time(Database database, @TempDir Path home) {
        inTenant(database, home, filter -> {
            var during = new MockHttpServletResponse[1];
            post(filter, "k1", "{}", (request, response) -> {
                during[0] = post(filter, "k1", "{}", this::order);
                order(request, response);
            });
            assertThat(during[0].getStatus()).isEqualTo(409);
            assertThat(orders).hasValue(1);
            var misused = post(filter, "k1", "{\"other\":true}", this::order);
            assertThat(misused.getStatus()).isEqualTo(422);
            assertThat(misused.getContentAsString()).contains("Idempotency-Key");
        });
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_fault_is_not_kept(Database database, @TempDir Path home) {
        inTenant(database, home, filter -> {
            post(filter, "k1", "{}", (_, response) -> ((HttpServletResponse) response).setStatus(500));
            assertThat(post(filter, "k1", "{}", this::order).getStatus()).isEqualTo(201);
        });
    }

    private void order(jakarta.servlet.ServletRequest request, jakarta.servlet.ServletResponse response)
            throws java.io.IOException {
        assertThat(request.getInputStream().readAllBytes()).isNotEmpty();
        int number = orders.incrementAndGet();
        var answer = (HttpServletResponse) response;
        answer.setStatus(201);
        answer.setContentType("application/json");
        answer.setHeader("Location", "/api/v1/orders/" + number);
        answer.getOutputStream().write(("{\"order\":" + number + "}").getBytes(StandardCharsets.UTF_8));
    }

    private static MockHttpServletResponse post(IdempotencyFilter filter, String key, String body, FilterChain chain) {
        var request = new MockHttpServletRequest("POST", "/api/v1/orders");
        request.addHeader("Idempotency-Key", key);
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        var response = new MockHttpServletResponse();
        try {
            filter.doFilter(request, response, chain);
        } catch (Exception unexpected) {
            throw new AssertionError(unexpected);
        }
        return response;
    }

    private interface Scenario {
        void play(IdempotencyFilter filter) throws Exception;
    }

    /** The filter before the real store, within a tenant. */
    private static void inTenant(Database database, Path home, Scenario scenario) {
        try (var node = Node.start(home, database.newUrl(home))) {
            TenantId tenant =
                    node.bean(Tenants.class).findBySlug("default").orElseThrow().id();
            var filter = new IdempotencyFilter(node.bean(IdempotentRequests.class));
            new Scope(tenant, Actor.platform("test"), Set.of("*"), "test").call(() -> {
                scenario.play(filter);
                return filter;
            });
        } catch (Exception unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}

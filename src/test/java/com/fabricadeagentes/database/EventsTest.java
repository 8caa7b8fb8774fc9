package com.fabricadeagentes.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fabricadeagentes.database.schema.Tables;
import com.fabricadeagentes.kernel.Event;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.kernel.TenantId;
import com.fabricadeagentes.support.Database;
import com.fabricadeagentes.support.Node;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;

class EventsTest {

    record BellRang(int times) implements Event {}

    @ParameterizedTest
    @EnumSource(Database.class)
    void committed_events_get_places_without_gaps_and_rolled_back_ones_get_none(Database database, @TempDir Path home) {
        try (var node = Node.start(home, database.newUrl(home))) {
            var tenant = newTenant(node, "bells");
            var events = node.bean(Events.class);
            var transaction = node.bean(TransactionTemplate.class);
            Scope.ofPlatform(tenant, "test").run(() -> {
                IntStream.range(0, 20)
                        .forEach(times -> transaction.executeWithoutResult(status -> {
                            events.publish(new BellRang(times), null);
                            if (times % 2 == 1) {
                                status.setRollbackOnly();
                            }
                        }));
                var stream = node.bean(EventStream.class);
                await().pollInSameThread().until(() -> stream.after(0, 100).size() == 10);
                assertThat(stream.after(0, 100))
                        .extracting(StreamEvent::seq)
                        .containsExactlyElementsOf(IntStream.rangeClosed(1, 10)
                                .mapToObj(Long::valueOf)
                                .toList());
                assertThat(stream.after(0, 100).getLast().payload()).isEqualTo("{\"times\":18}");
                assertThat(stream.after(7, 2)).extracting(StreamEvent::seq).containsExactly(8L, 9L);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_tenants_very_first_events_may_be_placed_by_many_at_once(Database database, @TempDir Path home)
            throws Exception {
        try (var node = Node.start(home, database.newUrl(home))) {
            var tenant = newTenant(node, "bells");
            var events = node.bean(Events.class);
            var transaction = node.bean(TransactionTemplate.class);
            var relay = node.bean(StreamRelay.class);
            var ringers = IntStream.range(0, 8)
                    .mapToObj(ringer -> Thread.ofVirtual()
                            .start(() -> Scope.ofPlatform(tenant, "test").run(() -> {
                                transaction.executeWithoutResult(_ -> events.publish(new BellRang(ringer), null));
                                relay.place(tenant);
                            })))
                    .toList();
            for (var ringer : ringers) {
                ringer.join();
            }
            var stream = node.bean(EventStream.class);
            Scope.ofPlatform(tenant, "test").run(() -> {
                await().pollInSameThread().until(() -> stream.after(0, 100).size() == 8);
                assertThat(stream.last()).isEqualTo(8);
            });
        }
    }

    static TenantId newTenant(Node node, String slug) {
        var tenant = TenantId.next();
        node.bean(DSLContext.class)
                .insertInto(Tables.TENANT)
                .set(Tables.TENANT.ID, tenant.value())
                .set(Tables.TENANT.SLUG, slug)
                .set(Tables.TENANT.NAME, slug)
                .set(Tables.TENANT.CREATED_AT, Instant.parse("2026-11-24T08:00:00Z"))
                .execute();
        return tenant;
    }
}

package com.fabricadeagentes.identity.people;

import com.fabricadeagentes.kernel.UserId;
import com.fabricadeagentes.tenancy.Tenant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Session")
class MeController {

    private final ShowProfile profile;

    MeController(ShowProfile profile) {
        this.profile = profile;
    }

    /** @param permissions {@code story:*} stands for everything with stories, {@code *} for everything */
    record Me(UUID id, String email, String name, String role, List<String> permissions, TenantSummary tenant) {}

    record TenantSummary(UUID id, String slug, String name) {}

    @GetMapping("/api/v1/me")
    @Operation(summary = "Who am I, and what may I do")
    Me me() {
        var shown = profile.show();
        return new Me(
                id(shown.person().id()),
                shown.person().email(),
                shown.person().name(),
                shown.person().role().code(),
                shown.person().role().permissions().stream().sorted().toList(),
                summary(shown.tenant()));
    }

    private static UUID id(UserId id) {
        return id.value();
    }

    private static TenantSummary summary(Tenant tenant) {
        return new TenantSummary(tenant.id().value(), tenant.slug(), tenant.name());
    }
}

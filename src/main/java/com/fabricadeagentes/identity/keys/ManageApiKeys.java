package com.fabricadeagentes.identity.keys;

import com.fabricadeagentes.identity.keys.ApiKey.ApiKeyId;
import com.fabricadeagentes.kernel.Audited;
import com.fabricadeagentes.kernel.Changed;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Page;
import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.kernel.Requires;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.kernel.SecretFile;
import com.fabricadeagentes.kernel.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Use cases on one's own API keys. */
@Component
class ManageApiKeys {

    private static final int HINT = 9;

    private final ApiKeys keys;
    private final Clock clock;

    ManageApiKeys(ApiKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** A new key with its secret, which nobody can read again. */
    record Issued(ApiKey key, String secret) {}

    @Audited("api_key.create")
    @Requires("api_key:create")
    @Transactional
    public Changed<Issued> create(String name, @Nullable Instant expiresAt) {
        var now = clock.instant();
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw Refusal.Invalid.field("expires_at", "must be in the future").refused();
        }
        var secret = ApiKeys.PREFIX + SecretFile.random();
        var key = new ApiKey(new ApiKeyId(Ids.next()), owner(), name, secret.substring(0, HINT), now, expiresAt, null);
        keys.add(key, secret);
        return Changed.created(key.id(), new Issued(key, secret));
    }

    @Requires("api_key:read")
    @Transactional(readOnly = true)
    public Page<ApiKey> list(int limit, @Nullable UUID before) {
        return keys.of(owner(), limit, before);
    }

    @Audited("api_key.revoke")
    @Requires("api_key:delete")
    @Transactional
    public Changed<@Nullable ApiKey> revoke(UUID id) {
        var key = keys.revoke(owner(), id).orElseThrow(() -> new Refusal.NotFound("API key").refused());
        return new Changed<>(id, key, null);
    }

    private static UserId owner() {
        return Scope.current().actor().id();
    }
}

package com.fabricadeagentes.identity.people;

import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.kernel.Requires;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.tenancy.Tenant;
import com.fabricadeagentes.tenancy.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Use case: who is signed in. */
@Component
class ShowProfile {

    private final People people;
    private final Tenants tenants;

    ShowProfile(People people, Tenants tenants) {
        this.people = people;
        this.tenants = tenants;
    }

    record Profile(Person person, Tenant tenant) {}

    @Requires("profile:read")
    @Transactional(readOnly = true)
    public Profile show() {
        var scope = Scope.current();
        var person = people.find(scope.tenant(), scope.actor().id())
                .orElseThrow(() -> new Refusal.NotFound("person").refused());
        return new Profile(person, tenants.find(scope.tenant()).orElseThrow());
    }
}

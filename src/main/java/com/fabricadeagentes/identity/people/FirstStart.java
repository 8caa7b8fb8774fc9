package com.fabricadeagentes.identity.people;

import com.fabricadeagentes.identity.IdentityProperties;
import com.fabricadeagentes.identity.Role;
import com.fabricadeagentes.kernel.Installation;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.kernel.SecretFile;
import com.fabricadeagentes.kernel.TenantId;
import com.fabricadeagentes.kernel.UserId;
import com.fabricadeagentes.tenancy.Tenants;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets the first person in: one tenant and one administrator where the database is empty, before anything is served. */
@Component
final class FirstStart implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final IdentityProperties properties;
    private final Installation installation;
    private final Tenants tenants;
    private final People people;
    private final PasswordEncoder passwords;
    private final TransactionTemplate transaction;

    FirstStart(
            IdentityProperties properties,
            Installation installation,
            Tenants tenants,
            People people,
            PasswordEncoder passwords,
            TransactionTemplate transaction) {
        this.properties = properties;
        this.installation = installation;
        this.tenants = tenants;
        this.people = people;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!tenants.none()) {
            return;
        }
        var given = properties.adminPassword();
        var password = given == null || given.isBlank() ? keptPassword() : given;
        var hash = Objects.requireNonNull(passwords.encode(password));
        boolean first = Boolean.TRUE.equals(transaction.execute(_ -> tenants.add("default", "Default")
                .map(tenant -> addAdministrator(tenant.id(), hash))
                .isPresent()));
        if (first) {
            LOG.info("The first administrator is {}", properties.adminEmail());
            if (!password.equals(given)) {
                showOnTerminal(password);
            }
        }
    }

    private TenantId addAdministrator(TenantId tenant, String hash) {
        Scope.ofPlatform(tenant, "first start")
                .run(() -> people.add(new Person(
                        tenant, UserId.next(), properties.adminEmail(), "Administrator", Role.ADMINISTRATOR, hash)));
        return tenant;
    }

    private String keptPassword() {
        return SecretFile.readOrMake(installation.homeDirectory("secrets").resolve("admin-password"));
    }

    /** Never into a log, which is kept and shipped. */
    private static void showOnTerminal(String password) {
        var console = System.console();
        if (console != null && console.isTerminal()) {
            console.printf(
                    "%nThe administrator's password is %s%n(kept in FACTORY_HOME/secrets/admin-password)%n%n",
                    password);
        }
    }
}

package com.fabricadeagentes.repositories;

import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.kernel.Installation;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.kernel.TenantId;
import com.fabricadeagentes.repositories.store.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Repositories on a temporary disk, with one project whose bare repository real git made. */
public final class Workshop {

    public final Installation installation;
    public final TenantId tenant = TenantId.next();
    public final Scope scope = Scope.ofPlatform(tenant, "test");
    public final ProjectId project = ProjectId.next();
    public final Shop shop;

    public Workshop(Path directory) {
        installation = new Installation(directory.resolve("home"), directory.resolve("work"), null, null);
        shop = Shop.of(installation);
    }

    public Path bare() {
        return scope.call(() -> shop.bare().path(project));
    }

    /** The same files on disk seen by a process that has just started. */
    public Shop restarted() {
        return Shop.of(installation);
    }

    public Workshop with(String... files) throws IOException, InterruptedException {
        var source =
                RealGit.repository(Files.createTempDirectory(installation.home().getParent(), "source"), files);
        Files.createDirectories(bare().getParent());
        RealGit.git(source, "clone", "-q", "--bare", source.toString(), bare().toString());
        return this;
    }
}

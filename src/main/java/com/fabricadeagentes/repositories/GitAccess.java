package com.fabricadeagentes.repositories;

import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.kernel.Scope;
import java.util.Optional;

/** Who may come in by git, and to what. */
public interface GitAccess {

    /** @param password an access token or an API key, which names the tenant too; the user name says nothing */
    Optional<Scope> authenticate(String password);

    /** The project of that key in the bound tenant. */
    Optional<ProjectId> project(String key);
}

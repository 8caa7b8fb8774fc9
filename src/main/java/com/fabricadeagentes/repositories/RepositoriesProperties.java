package com.fabricadeagentes.repositories;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param local {@code FACTORY_LOCAL_REPOSITORIES}: directories, separated by commas, that a local {@code repository_url}
 *     may lie in; by default anywhere in development and nowhere in production
 * @param allowPrivateHosts {@code FACTORY_PRIVATE_REPOSITORY_HOSTS}: hosts, separated by commas, that may be cloned from
 *     although their addresses are private
 */
@ConfigurationProperties("repositories")
record RepositoriesProperties(
        @Nullable List<String> local, @DefaultValue List<String> allowPrivateHosts) {}

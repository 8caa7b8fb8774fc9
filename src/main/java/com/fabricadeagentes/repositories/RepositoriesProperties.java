package com.fabricadeagentes.repositories;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where repositories may be copied from, and how large they may be.
 *
 * @param local {@code FACTORY_LOCAL_REPOSITORIES}: directories, separated by commas, that a local {@code repository_url}
 *     may lie in; by default anywhere in development and nowhere in production
 * @param allowPrivateHosts {@code FACTORY_PRIVATE_REPOSITORY_HOSTS}: hosts, separated by commas, that may be cloned from
 *     although their addresses are private
 * @param copyTime {@code REPOSITORY_COPY_TIME}: how long copying a repository may take
 * @param copySize {@code REPOSITORY_COPY_SIZE}: how large a copied repository may be
 * @param pushSize {@code REPOSITORY_PUSH_SIZE}: how large one push may be
 */
@ConfigurationProperties("repositories")
public record RepositoriesProperties(
        @DefaultValue List<Path> local,
        @DefaultValue List<String> allowPrivateHosts,
        @DefaultValue("10m") Duration copyTime,
        @DefaultValue("2GB") DataSize copySize,
        @DefaultValue("512MB") DataSize pushSize) {}

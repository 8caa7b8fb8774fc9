package com.fabricadeagentes.database;

import com.fabricadeagentes.database.guard.TenantGuard;
import com.fabricadeagentes.database.schema.DefaultSchema;
import com.fabricadeagentes.kernel.AdvisorOrder;
import com.fabricadeagentes.kernel.Installation;
import com.fabricadeagentes.kernel.Platform;
import com.fabricadeagentes.kernel.Scope;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.springframework.boot.jooq.autoconfigure.ExceptionTranslatorExecuteListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement(proxyTargetClass = true, order = AdvisorOrder.TRANSACTION)
class DatabaseConfiguration {

    @Bean
    DatabaseUrl databaseUrl(DatabaseProperties properties, Installation installation) {
        var url = properties.url();
        return url == null || url.isBlank() ? DatabaseUrl.in(installation.home()) : DatabaseUrl.parse(url);
    }

    @Bean
    DataSources dataSources(DatabaseUrl url, DatabaseProperties properties) {
        return new DataSources(url, properties);
    }

    @Bean
    Migrations migrations(DataSources dataSources, DatabaseUrl url, DatabaseProperties properties) {
        return new Migrations(dataSources, url, properties.servingRole());
    }

    @Bean
    TenantGuard tenantGuard() {
        var tables = DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                .filter(table -> table.field("tenant_id") != null)
                .map(table -> table.getName())
                .collect(Collectors.toSet());
        return new TenantGuard(
                tables,
                () -> Scope.find().map(scope -> scope.tenant().value()),
                () -> Platform.reason().isPresent());
    }

    /** Nobody gets a connection before the schema is right. */
    @Bean(destroyMethod = "")
    DataSource dataSource(DataSources dataSources, Migrations migrations, TenantGuard guard) {
        migrations.run();
        return dataSources.serving(guard);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new DataSourceTransactionManager(dataSource);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    DSLContext jooq(DataSource dataSource, DatabaseUrl url) {
        var configuration = new DefaultConfiguration();
        configuration.set(new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(dataSource)));
        configuration.set(
                switch (url) {
                    case DatabaseUrl.Sqlite _ -> SQLDialect.SQLITE;
                    case DatabaseUrl.Postgres _ -> SQLDialect.POSTGRES;
                });
        configuration.set(new Settings().withRenderSchema(false));
        configuration.setExecuteListener(ExceptionTranslatorExecuteListener.DEFAULT);
        return configuration.dsl();
    }
}

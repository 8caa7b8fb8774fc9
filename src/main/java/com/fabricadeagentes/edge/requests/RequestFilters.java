package com.fabricadeagentes.edge.requests;

import com.fabricadeagentes.edge.errors.FaultFilter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The filters around every request, outermost first; Spring Security's chain comes after them. */
@Configuration(proxyBeanMethods = false)
class RequestFilters {

    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE;

    @Bean
    FilterRegistrationBean<Filter> requestIdFilter() {
        return registered("requestId", new RequestIdFilter(), FIRST);
    }

    @Bean
    FilterRegistrationBean<Filter> requestLogFilter(MeterRegistry meters) {
        return registered("requestLog", new RequestLogFilter(meters), FIRST + 10);
    }

    @Bean
    FilterRegistrationBean<Filter> securityHeadersFilter() {
        return registered("securityHeaders", new SecurityHeadersFilter(), FIRST + 15);
    }

    @Bean
    FilterRegistrationBean<Filter> faultFilter() {
        return registered("fault", new FaultFilter(), FIRST + 20);
    }

    @Bean
    FilterRegistrationBean<Filter> unversionedPathFilter() {
        return registered("unversionedPath", new UnversionedPathFilter(), FIRST + 30);
    }

    @Bean
    FilterRegistrationBean<Filter> bodyLimitFilter() {
        return registered("bodyLimit", new BodyLimitFilter(), FIRST + 40);
    }

    private static FilterRegistrationBean<Filter> registered(String name, Filter filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setName(name);
        registration.setOrder(order);
        return registration;
    }
}

package com.fabricadeagentes.edge.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Swagger UI at {@code /docs}, from our own jar, with a page and a start script that need no inline code. */
@Configuration(proxyBeanMethods = false)
class DocsPage implements WebMvcConfigurer {

    private static final String STYLE = "swagger-ui.css";

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/docs").setViewName("forward:/docs/index.html");
        registry.addRedirectViewController("/docs/", "/docs");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/docs/**").addResourceLocations("classpath:/docs/", swaggerUi());
    }

    /** The folder of the library's files, whose name holds its version. */
    private static String swaggerUi() {
        try {
            var found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:META-INF/resources/webjars/swagger-ui/*/" + STYLE);
            var style = found[0].getURL().toString();
            return style.substring(0, style.length() - STYLE.length());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}

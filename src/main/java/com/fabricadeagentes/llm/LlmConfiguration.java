package com.fabricadeagentes.llm;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LlmConfiguration {

    @Bean
    Catalogue catalogue() {
        return Catalogue.bundled();
    }
}

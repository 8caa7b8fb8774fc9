package com.fabricadeagentes.edge.errors;

import com.fabricadeagentes.kernel.Json;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    @Bean
    @Primary
    JsonMapper jsonMapper() {
        return Json.MAPPER;
    }
}

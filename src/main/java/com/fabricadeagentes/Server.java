package com.fabricadeagentes;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the platform. Which parts serve is decided by {@code FACTORY_ROLE}. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Server {

    public static void main(String[] arguments) {
        SpringApplication.run(Server.class, arguments);
    }
}

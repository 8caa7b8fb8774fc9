package com.fabricadeagentes.applications;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ApplicationsConfiguration {

    @Bean
    ServletRegistrationBean<ApplicationServlet> applicationServlet(
            ManageApplications manage, Applications applications, Proxy proxy, ApplicationDocs docs) {
        return new ServletRegistrationBean<>(new ApplicationServlet(manage, applications, proxy, docs), "/apps/*");
    }
}

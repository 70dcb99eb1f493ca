package org.zhengling.app.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The port for those who watch the server: figures without names, asked by GET, on this machine
 * alone. It exists only where ZL_METRICS_PORT names it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnExpression("${management.server.port} >= 0")
class MetricsPort {
  @Bean
  @Order(0)
  SecurityFilterChain figures(HttpSecurity http, Environment environment) {
    // Known once it is open: port 0 takes a free one.
    return http.securityMatcher(request ->
            Integer.toString(request.getLocalPort())
                .equals(environment.getProperty("local.management.port")))
        .authorizeHttpRequests(requests ->
            requests.requestMatchers(HttpMethod.GET, "/metrics").permitAll().anyRequest().denyAll())
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(anonymous -> {})
        .build();
  }
}

package org.zhengling.app.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
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
  SecurityFilterChain figures(
      HttpSecurity http, @Value("${local.management.port:${management.server.port}}") int port) {
    return http.securityMatcher(request -> request.getLocalPort() == port)
        .authorizeHttpRequests(requests ->
            requests.requestMatchers(HttpMethod.GET, "/metrics").permitAll().anyRequest().denyAll())
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(anonymous -> {})
        .build();
  }
}

package org.zhengling.platform.supervision;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From when on a task counts as near or behind: a rule of the house, set in its configuration. */
@Configuration(proxyBeanMethods = false)
class SupervisionConfiguration {
  @Bean
  LightRule lightRule(
      @Value("${zhengling.lights.near-working-days:10}") int nearDays,
      @Value("${zhengling.lights.behind-points:10}") int behindPoints) {
    return new LightRule(nearDays, behindPoints);
  }
}

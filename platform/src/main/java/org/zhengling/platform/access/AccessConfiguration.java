package org.zhengling.platform.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Reads what a city set about signing in. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
  @Bean
  AccessSettings accessSettings(Environment environment) {
    return AccessSettings.of(environment);
  }
}

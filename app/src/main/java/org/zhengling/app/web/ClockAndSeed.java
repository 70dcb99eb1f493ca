package org.zhengling.app.web;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The machine's clock and its randomness; everything else is given them. */
@Configuration(proxyBeanMethods = false)
class ClockAndSeed {
  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  SecureRandom random() {
    return new SecureRandom();
  }
}

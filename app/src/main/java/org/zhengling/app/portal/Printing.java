package org.zhengling.app.portal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengling.formats.paper.Press;

/** The press of this server: {@code ZL_FONTS} first, then where machines keep their fonts. */
@Configuration(proxyBeanMethods = false)
class Printing {
  @Bean
  Press press(@Value("${ZL_FONTS:}") String fonts) {
    return new Press(fonts);
  }
}

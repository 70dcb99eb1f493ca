package org.zhengling.platform.registry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.keys.SealedColumn;
import org.zhengling.platform.registry.Seals.Column;
import org.zhengling.platform.registry.store.SealedRows;

/** The sealed columns, one bean each, so that a change of keys finds them. */
@Configuration(proxyBeanMethods = false)
class RegistryConfiguration {
  @Bean
  SealedColumn residentNames(SealedRows rows, AreaDirectory areas) {
    return new SealedCells(rows, Column.NAME, areas);
  }

  @Bean
  SealedColumn residentNumbers(SealedRows rows, AreaDirectory areas) {
    return new SealedCells(rows, Column.NUMBER, areas);
  }

  @Bean
  SealedColumn personalFacts(SealedRows rows, AreaDirectory areas) {
    return new SealedCells(rows, Column.FACT, areas);
  }
}

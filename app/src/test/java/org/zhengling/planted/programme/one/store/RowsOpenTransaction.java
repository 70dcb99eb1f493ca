package org.zhengling.planted.programme.one.store;

import org.springframework.transaction.annotation.Transactional;

class RowsOpenTransaction {
  @Transactional
  boolean save() {
    return true;
  }
}

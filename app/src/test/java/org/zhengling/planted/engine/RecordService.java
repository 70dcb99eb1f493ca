package org.zhengling.planted.engine;

record RecordService(String name) {
  record NestedHelper(String name) {}
}

package org.zhengling.planted.app.demo;

import org.zhengling.planted.programme.one.store.Rows;

record SampleWritesRows(Rows rows) {}

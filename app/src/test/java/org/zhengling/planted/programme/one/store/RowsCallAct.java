package org.zhengling.planted.programme.one.store;

import org.zhengling.planted.programme.one.work.Act;

record RowsCallAct(Act act) {}

package org.zhengling.planted.programme.one;

import org.zhengling.planted.programme.two.Second;

record First(Second other) {}

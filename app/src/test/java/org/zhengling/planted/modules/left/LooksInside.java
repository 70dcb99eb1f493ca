package org.zhengling.planted.modules.left;

import org.zhengling.planted.modules.right.inner.Hidden;

record LooksInside(Hidden hidden) {}

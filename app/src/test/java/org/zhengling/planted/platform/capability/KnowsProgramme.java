package org.zhengling.planted.platform.capability;

import org.zhengling.planted.programme.two.Second;

record KnowsProgramme(Second programme) {}

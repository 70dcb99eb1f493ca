package org.zhengling.planted.platform.capability;

import org.zhengling.planted.platform.capability.web.Page;

record LeansOnPage(Page page) {}

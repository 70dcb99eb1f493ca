package org.zhengling.planted.formats;

import org.zhengling.planted.platform.capability.Face;

record FormatAsksPlatform(Face face) {}

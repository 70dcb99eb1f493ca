package org.zhengling.planted.engine;

record HoldsFloats(float[][] shares) {}

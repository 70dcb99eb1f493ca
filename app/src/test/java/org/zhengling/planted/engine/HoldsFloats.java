package org.zhengling.planted.engine;

@SuppressWarnings("ArrayRecordComponent")
record HoldsFloats(float[][] shares) {}

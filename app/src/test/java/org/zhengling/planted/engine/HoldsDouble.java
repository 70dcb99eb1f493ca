package org.zhengling.planted.engine;

record HoldsDouble(double yuan) {}

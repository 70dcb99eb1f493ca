package org.zhengling.planted.engine;

record RunsPrograms(ProcessBuilder program) {}

package org.zhengling.planted.util;

record Drawer(String anything) {}

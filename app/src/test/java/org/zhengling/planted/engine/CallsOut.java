package org.zhengling.planted.engine;

import java.net.http.HttpClient;

record CallsOut(HttpClient client) {}

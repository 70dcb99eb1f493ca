package org.zhengling.planted.programme.one.work;

import org.springframework.jdbc.core.simple.JdbcClient;

record ActSpeaksSql(JdbcClient client) {}

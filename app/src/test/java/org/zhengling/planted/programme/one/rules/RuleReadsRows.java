package org.zhengling.planted.programme.one.rules;

import org.zhengling.planted.programme.one.store.Rows;

record RuleReadsRows(Rows rows) {}

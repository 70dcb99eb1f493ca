package org.zhengling.planted.programme.one.web;

import org.zhengling.planted.programme.one.store.Rows;

record PageReadsRows(Rows rows) {}

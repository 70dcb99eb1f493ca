package org.zhengling.planted.engine;

import javax.xml.parsers.DocumentBuilderFactory;

record ReadsXml(DocumentBuilderFactory parsers) {}

package org.zhengling.planted.engine;

import org.yaml.snakeyaml.Yaml;

record EngineReadsYaml(Yaml reader) {}

package org.zhengling.planted.engine;

import java.io.ObjectInputStream;

record RevivesObjects(ObjectInputStream objects) {}

/** A planted module whose neighbour is too curious. */
@ApplicationModule(id = "planted-left")
package org.zhengling.planted.modules.left;

import org.springframework.modulith.ApplicationModule;

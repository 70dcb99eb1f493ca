/** A planted module whose neighbour is too curious. */
@ApplicationModule(id = "planted-right")
package org.zhengling.planted.modules.right;

import org.springframework.modulith.ApplicationModule;

/** Pages of the register: finding and entering people, one person, one household, files, moves. */
@NullMarked
package org.zhengling.platform.registry.web;

import org.jspecify.annotations.NullMarked;

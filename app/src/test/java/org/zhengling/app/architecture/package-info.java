/**
 * Keeps the parts of the program apart: each rule holds for the program and is broken by a planted
 * fault.
 */
@NullMarked
package org.zhengling.app.architecture;

import org.jspecify.annotations.NullMarked;

/** Pages of cases: what lies on the desk, one case, its papers, its receipt. */
@NullMarked
package org.zhengling.platform.cases.web;

import org.jspecify.annotations.NullMarked;

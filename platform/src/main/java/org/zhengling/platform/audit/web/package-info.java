/** What the audit post reads, and the roots that everybody may see. */
@NullMarked
package org.zhengling.platform.audit.web;

import org.jspecify.annotations.NullMarked;

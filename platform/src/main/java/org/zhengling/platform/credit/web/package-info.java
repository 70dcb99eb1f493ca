/** Pages of credit records: the list, one record with its steps, the package for the province. */
@NullMarked
package org.zhengling.platform.credit.web;

import org.jspecify.annotations.NullMarked;

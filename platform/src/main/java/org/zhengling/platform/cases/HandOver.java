package org.zhengling.platform.cases;

import org.jspecify.annotations.Nullable;
import org.zhengling.platform.access.PostKind;

/**
 * To whom a case is handed over.
 *
 * @param area a node of the area tree; where it does not lie above the case, the case goes there
 *     with everything in it and leaves the scope of the post that hands it over
 * @param desk the kind of post that goes on with it
 * @param post the one post, absent where any post of the kind may take it
 */
public record HandOver(String area, PostKind desk, @Nullable Long post) {}

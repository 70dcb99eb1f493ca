package org.zhengling.platform.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A post about to be given.
 *
 * @param title what the person will be called in it, 任城区填报岗
 * @param departmentId unit of the directory; absent for a post of a government as a whole
 * @param to first day on which it is no longer held; absent while there is no end
 */
public record NewPost(
    PostKind kind,
    String title,
    String areaCode,
    @Nullable String departmentId,
    LocalDate from,
    @Nullable LocalDate to) {}

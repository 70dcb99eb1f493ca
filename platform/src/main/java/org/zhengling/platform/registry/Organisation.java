package org.zhengling.platform.registry;

import org.jspecify.annotations.Nullable;
import org.zhengling.engine.identity.CreditCode;

/**
 * An organisation.
 *
 * @param kind what it is, in a word: 公司, 学校, 村委会
 * @param code absent where none was issued
 * @param area node of the area tree
 */
public record Organisation(
    long id, String name, String kind, @Nullable CreditCode code, String area) {}

package org.zhengling.platform.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A paper of a case.
 *
 * @param title what it is, Chinese: 收入证明
 * @param bytes size of the original
 * @param digest SM3 of the original
 * @param shown SM3 of the picture that pages show; absent where it is no picture
 */
public record Document(
    long id,
    long caseFile,
    String title,
    FileType type,
    long bytes,
    String digest,
    @Nullable String shown,
    LocalDate addedOn,
    String personName,
    String postTitle) {}

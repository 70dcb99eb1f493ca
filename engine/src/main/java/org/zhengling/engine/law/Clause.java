package org.zhengling.engine.law;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The clause that a rule speaks for: full number of the document, a space, the path, as {@link
 * ClauseId} prints it: {@code @Clause("济政字〔2020〕53号 二(三)7")}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(Clause.Several.class)
public @interface Clause {
  String value();

  /** Holds the clauses of a rule that speaks for several. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  @interface Several {
    Clause[] value();
  }
}

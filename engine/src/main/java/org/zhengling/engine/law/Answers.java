package org.zhengling.engine.law;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The demand of the gazette that an act or a rule meets, by its permanent slug:
 * {@code @Answers("childcare/staff-barring-list")}. It stands only where a page or a command leads
 * to, and on the test that executes it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(Answers.Several.class)
public @interface Answers {
  String value();

  /** Holds the demands of an act that meets several. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  @interface Several {
    Answers[] value();
  }
}

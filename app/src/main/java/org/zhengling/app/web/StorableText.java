package org.zhengling.app.web;

import java.beans.PropertyEditorSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Takes the one character out of everything that is sent which no database stores: nobody types it,
 * and whoever sends it wants to see something break.
 */
@ControllerAdvice
class StorableText {
  private static final String NUL = "\0";

  @InitBinder
  void clean(WebDataBinder binder) {
    binder.registerCustomEditor(
        String.class,
        new PropertyEditorSupport() {
          @Override
          public void setAsText(@Nullable String text) {
            setValue(text == null ? null : text.replace(NUL, ""));
          }
        });
  }
}

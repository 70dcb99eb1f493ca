package org.zhengling.app.web;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * An address of our own pages that somebody can ask, as the running server knows it: what is added
 * tomorrow is walked tomorrow.
 *
 * @param pattern with its variables in braces
 */
record Entrance(RequestMethod way, String pattern, Method method) {

  static List<Entrance> of(ApplicationContext context) {
    RequestMappingHandlerMapping mapping =
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    List<Entrance> all = new ArrayList<>();
    for (Map.Entry<RequestMappingInfo, HandlerMethod> one :
        mapping.getHandlerMethods().entrySet()) {
      Method method = one.getValue().getMethod();
      if (method.getDeclaringClass().getName().startsWith("org.zhengling.")) {
        for (RequestMethod way : one.getKey().getMethodsCondition().getMethods()) {
          one.getKey().getPatternValues().forEach(p -> all.add(new Entrance(way, p, method)));
        }
      }
    }
    all.sort(Comparator.comparing(Entrance::pattern).thenComparing(Entrance::way));
    return all;
  }

  List<Parameter> parameters() {
    return Arrays.asList(method.getParameters());
  }

  /** Names of the fields that the page reads, files left out. */
  List<String> fields() {
    List<String> names = new ArrayList<>();
    for (Parameter parameter : parameters()) {
      RequestParam asked = parameter.getAnnotation(RequestParam.class);
      if (asked != null && parameter.getType() != MultipartFile.class) {
        String name = asked.name().isEmpty() ? asked.value() : asked.name();
        names.add(name.isEmpty() ? parameter.getName() : name);
      } else if (parameter.getType().isRecord() && asked == null) {
        Arrays.stream(parameter.getType().getRecordComponents())
            .forEach(component -> names.add(component.getName()));
      }
    }
    return names;
  }

  /** The address with this value in place of every variable. */
  String path(String value) {
    return pattern.replaceAll("\\{[^}]+}", java.util.regex.Matcher.quoteReplacement(value));
  }

  @Override
  public String toString() {
    return way + " " + pattern;
  }
}

package org.zhengling.app.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.zhengling.engine.law.Answers;
import org.zhengling.platform.clauses.AnswersIndex;

/** Reads {@code @Answers} from the class files of a build. Run by the build of this module. */
public final class ClassFiles {
  private static final String ONE = "L" + Answers.class.getName().replace('.', '/') + ";";
  private static final String SEVERAL =
      "L" + Answers.Several.class.getName().replace('.', '/') + ";";

  private ClassFiles() {}

  /** First argument: the root of the source tree; second: the index file to write. */
  public static void main(String[] arguments) throws IOException {
    Path index = Path.of(arguments[1]);
    Files.createDirectories(index.toAbsolutePath().getParent());
    Files.writeString(index, scan(Path.of(arguments[0])).print());
  }

  /** Every answer in {@code target/classes} and {@code target/test-classes} below the root. */
  public static AnswersIndex scan(Path root) {
    List<AnswersIndex.Entry> entries = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(ClassFiles::ours).toList()) {
        boolean test = file.toString().contains("target/test-classes/");
        read(ClassFile.of().parse(file), test, entries);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe a build is running in " + root, e);
    }
    return new AnswersIndex(entries);
  }

  private static boolean ours(Path file) {
    String name = file.toString();
    return name.endsWith(".class")
        && (name.contains("target/classes/org/zhengling/")
            || name.contains("target/test-classes/org/zhengling/"))
        && !name.contains("/planted/");
  }

  private static void read(ClassModel model, boolean test, List<AnswersIndex.Entry> entries) {
    String type =
        model.thisClass().asInternalName().replace('/', '.').replace("org.zhengling.", "");
    slugs(model).forEach(slug -> entries.add(new AnswersIndex.Entry(slug, test, type)));
    for (MethodModel method : model.methods()) {
      String where = type + "#" + method.methodName().stringValue();
      slugs(method).forEach(slug -> entries.add(new AnswersIndex.Entry(slug, test, where)));
    }
  }

  private static List<String> slugs(AttributedElement element) {
    List<String> slugs = new ArrayList<>();
    element
        .findAttribute(Attributes.runtimeVisibleAnnotations())
        .ifPresent(found -> found.annotations().forEach(one -> add(one, slugs)));
    return slugs;
  }

  private static void add(Annotation annotation, List<String> slugs) {
    String type = annotation.className().stringValue();
    if (!type.equals(ONE) && !type.equals(SEVERAL)) {
      return;
    }
    for (AnnotationElement element : annotation.elements()) {
      switch (element.value()) {
        case AnnotationValue.OfString slug -> slugs.add(slug.stringValue());
        case AnnotationValue.OfArray several ->
            several.values().stream()
                .map(value -> (AnnotationValue.OfAnnotation) value)
                .forEach(value -> add(value.annotation(), slugs));
        default -> throw new IllegalStateException("Maybe @Answers changed: " + element);
      }
    }
  }
}

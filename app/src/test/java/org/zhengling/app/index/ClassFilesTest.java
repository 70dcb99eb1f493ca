package org.zhengling.app.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index is read from class files that are compiled here. */
class ClassFilesTest {
  @TempDir private Path folder = Path.of("");

  private void compile(String target, String packageName, String type, String body)
      throws IOException {
    Path source = folder.resolve(type + ".java");
    Files.writeString(
        source, "package " + packageName + "; import org.zhengling.engine.law.Answers; " + body);
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    Path classes = folder.resolve("module/target").resolve(target);
    int code =
        compiler.run(
            null,
            null,
            null,
            "-proc:none",
            "-classpath",
            System.getProperty("java.class.path"),
            "-d",
            classes.toString(),
            source.toString());
    assertThat(code).isZero();
  }

  @Test
  void types_methods_and_several_answers_are_found_in_code_and_in_tests() throws IOException {
    compile(
        "classes",
        "org.zhengling.shade",
        "Act",
        "@Answers(\"shade/a\") class Act { @Answers(\"shade/b\") @Answers(\"shade/c\") void plant()"
            + " {} void water() {} }");
    compile(
        "test-classes",
        "org.zhengling.shade",
        "ActTest",
        "class ActTest { @Answers(\"shade/b\") @org.junit.jupiter.api.Test void plants() {} }");
    assertThat(ClassFiles.scan(folder).print())
        .isEqualTo(
            """
            shade/a\tmain\tshade.Act
            shade/b\tmain\tshade.Act#plant
            shade/b\ttest\tshade.ActTest#plants
            shade/c\tmain\tshade.Act#plant
            """);
  }

  @Test
  void planted_faults_answer_nothing() throws IOException {
    compile(
        "test-classes", "org.zhengling.planted", "Fault", "@Answers(\"shade/a\") class Fault {}");
    assertThat(ClassFiles.scan(folder).entries()).isEmpty();
  }

  @Test
  void the_index_is_written_where_the_build_wants_it() throws IOException {
    compile("classes", "org.zhengling.shade", "Act", "@Answers(\"shade/a\") class Act {}");
    Path index = folder.resolve("out/answers.tsv");
    ClassFiles.main(new String[] {folder.toString(), index.toString()});
    assertThat(index).hasContent("shade/a\tmain\tshade.Act");
  }
}

package org.zhengling.engine.work;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;

/**
 * The classes of the engine, loaded once more with counters in them: at the beginning of each
 * method, at each place that a jump leads to, at each character a regular expression looks at, and
 * for the whole text at searches and copies that take no argument but the text.
 */
final class CountedEngine extends ClassLoader {
  private static final String COUNTED = "org.zhengling.engine.";
  private static final String COUNTING = "org.zhengling.engine.work.";
  private static final ClassDesc WORK = ClassDesc.of("org.zhengling.engine.work.Work");
  private static final ClassDesc SEQUENCE = ClassDesc.of("java.lang.CharSequence");
  private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);

  CountedEngine() {
    super(CountedEngine.class.getClassLoader());
  }

  /** How many steps {@code type.method(text)} takes. */
  long steps(String type, String method, String text) {
    try {
      Class<?> counted = loadClass(type);
      Class<?> result =
          Arrays.stream(counted.getMethods())
              .filter(one -> one.getName().equals(method))
              .findFirst()
              .orElseThrow()
              .getReturnType();
      Work.reset();
      MethodHandles.publicLookup()
          .findStatic(counted, method, MethodType.methodType(result, String.class))
          .invokeWithArguments(text);
      return Work.steps();
    } catch (Throwable e) {
      throw new IllegalStateException("Maybe " + type + "." + method + " was renamed", e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    boolean counted = name.startsWith(COUNTED) && !name.startsWith(COUNTING);
    if (!counted) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? findClass(name) : known;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      ClassFile files = ClassFile.of();
      byte[] counted =
          files.transformClass(
              files.parse(in.readAllBytes()), ClassTransform.transformingMethodBodies(counting()));
      return defineClass(name, counted, 0, counted.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private static CodeTransform counting() {
    return CodeTransform.ofStateful(() ->
        new CodeTransform() {
          @Override
          public void atStart(CodeBuilder code) {
            code.invokestatic(WORK, "block", NOTHING);
          }

          @Override
          public void accept(CodeBuilder code, CodeElement element) {
            if (element instanceof InvokeInstruction call) {
              watch(code, call);
            }
            code.with(element);
            if (element instanceof LabelTarget) {
              code.invokestatic(WORK, "block", NOTHING);
            }
          }
        });
  }

  /** What a call is to go through lies on top of the stack just before it. */
  private static void watch(CodeBuilder code, InvokeInstruction call) {
    String owner = call.owner().asInternalName();
    String name = call.name().stringValue();
    MethodTypeDesc type = call.typeSymbol();
    if (owner.equals("java/util/regex/Pattern") && name.equals("matcher")) {
      code.invokestatic(WORK, "watched", MethodTypeDesc.of(SEQUENCE, SEQUENCE));
    } else if (owner.equals("java/lang/String")
        && type.parameterCount() == 0
        && goesThrough(name)) {
      code.invokestatic(
          WORK, "passed", MethodTypeDesc.of(ConstantDescs.CD_String, ConstantDescs.CD_String));
    } else if (owner.equals("java/lang/StringBuilder")
        && name.equals("append")
        && type.parameterType(0).equals(ConstantDescs.CD_String)) {
      code.invokestatic(
          WORK, "passed", MethodTypeDesc.of(ConstantDescs.CD_String, ConstantDescs.CD_String));
    }
  }

  private static boolean goesThrough(String name) {
    return switch (name) {
      case "strip", "chars", "lines", "isBlank", "stripTrailing", "hashCode", "toCharArray" -> true;
      default -> false;
    };
  }
}

package org.zhengling.formats.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.BaseFont;

/**
 * The fonts of the machine that can be put into a PDF. An office has the four of the standard (小标宋,
 * 黑体, 楷体, 仿宋); where one is missing the nearest free one stands for it. Font files are found by
 * name and belong to the machine, never to the program.
 */
public final class Typefaces {
  private static final int DEEPEST = 6;

  /** What no other font has is looked for in these, the widest first. */
  private static final List<String> SONG =
      List.of(
          "simsun.ttc,0",
          "notoserifcjk-regular.ttc,2",
          "notoserifcjksc-regular.otf",
          "notoserifsc-regular.otf",
          "notoserifsc-regular.ttf",
          "sourcehanserifsc-regular.otf",
          "uming.ttc,0",
          "wqy-zenhei.ttc,0",
          "wqy-microhei.ttc,0");

  private static final List<String> HEI =
      List.of(
          "simhei.ttf",
          "notosanscjk-medium.ttc,2",
          "notosanscjk-bold.ttc,2",
          "notosanscjksc-bold.otf",
          "notosanssc-bold.ttf",
          "notosanssc-bold.otf",
          "sourcehansanssc-bold.otf",
          "wqy-zenhei.ttc,0",
          "wqy-microhei.ttc,0");

  private static final List<String> TITLE =
      List.of(
          "fzxbsjw.ttf",
          "fzxbsk.ttf",
          "notoserifcjk-bold.ttc,2",
          "notoserifcjksc-bold.otf",
          "notoserifsc-bold.ttf",
          "notoserifsc-bold.otf",
          "sourcehanserifsc-bold.otf");

  private static final List<String> KAI =
      List.of(
          "simkai.ttf",
          "stkaiti.ttf",
          "lxgwwenkai-regular.ttf",
          "ukai.ttc,0",
          "notoserifcjk-bold.ttc,2",
          "notoserifcjksc-bold.otf",
          "notoserifsc-bold.ttf");

  private static final List<String> FANG_SONG =
      List.of("simfang.ttf", "stfangso.ttf", "fangsong.ttf", "fzfsk.ttf");

  private final Map<Face, BaseFont> faces;
  private final List<BaseFont> others;

  private Typefaces(Map<Face, BaseFont> faces, List<BaseFont> others) {
    this.faces = faces;
    this.others = others;
  }

  /** Empty when no font of these folders holds Chinese; folders that are not there are passed. */
  public static Optional<Typefaces> find(List<Path> folders) {
    Map<String, Path> files = new HashMap<>();
    folders.stream().filter(Files::isDirectory).forEach(folder -> collect(folder, files));
    Optional<BaseFont> song = first(SONG, files).or(() -> first(HEI, files));
    if (song.isEmpty()) {
      return Optional.empty();
    }
    BaseFont text = first(FANG_SONG, files).orElse(song.get());
    BaseFont hei = first(HEI, files).orElse(song.get());
    Map<Face, BaseFont> faces = new EnumMap<>(Face.class);
    faces.put(Face.TITLE, first(TITLE, files).orElse(hei));
    faces.put(Face.FIRST_LEVEL, hei);
    faces.put(Face.SECOND_LEVEL, first(KAI, files).orElse(text));
    faces.put(Face.TEXT, text);
    faces.put(Face.PAGE, song.get());
    return Optional.of(new Typefaces(faces, List.of(song.get(), hei)));
  }

  private static void collect(Path folder, Map<String, Path> files) {
    try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
      walk.filter(Files::isRegularFile)
          .filter(Files::isReadable)
          .forEach(file ->
              files.putIfAbsent(file.getFileName().toString().toLowerCase(Locale.ROOT), file));
    } catch (IOException | UncheckedIOException e) {
      // A folder that may not be read has no fonts for us; the others may.
      files.remove("");
    }
  }

  /** A name with a comma and a number means a font of a collection. */
  private static Optional<BaseFont> first(List<String> names, Map<String, Path> files) {
    for (String name : names) {
      int comma = name.indexOf(',');
      Path file = files.get(comma < 0 ? name : name.substring(0, comma));
      if (file != null) {
        return Optional.of(open(file + (comma < 0 ? "" : name.substring(comma))));
      }
    }
    return Optional.empty();
  }

  private static BaseFont open(String name) {
    try {
      BaseFont font = BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
      font.setSubset(true);
      return font;
    } catch (IOException | DocumentException e) {
      throw new IllegalStateException("Maybe the font file is damaged: " + name, e);
    }
  }

  /** The font of this face, or another that holds the character; 〓 stands for what no font has. */
  BaseFont font(Face face, int codePoint) {
    BaseFont wanted = of(face);
    if (wanted.charExists(codePoint)) {
      return wanted;
    }
    return others.stream().filter(font -> font.charExists(codePoint)).findFirst().orElse(wanted);
  }

  BaseFont of(Face face) {
    return Objects.requireNonNull(faces.get(face), face.name());
  }

  /** Names of the fonts in use, for the record of a print. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (Face face : Face.values()) {
      names.add(of(face).getPostscriptFontName());
    }
    return names;
  }
}

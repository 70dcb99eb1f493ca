package org.zhengling.formats.paper;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.zhengling.engine.Refusal;

/** Prints documents as PDF with the fonts of this machine. */
public final class Press {
  private final List<Path> folders;
  private final AtomicReference<Optional<Typefaces>> typefaces =
      new AtomicReference<>(Optional.empty());

  /**
   * @param own a folder of fonts that is looked through first; blank for none
   */
  public Press(String own) {
    Path user = Path.of(System.getProperty("user.home", "."));
    this.folders =
        Stream.of(
                own.isBlank() ? Stream.<Path>empty() : Stream.of(Path.of(own)),
                Stream.of(
                    user.resolve(".fonts"),
                    user.resolve(".local").resolve("share").resolve("fonts"),
                    Path.of("/usr/local/share/fonts"),
                    Path.of("/usr/share/fonts"),
                    Path.of("/Library/Fonts"),
                    Path.of("/System/Library/Fonts"),
                    Path.of("C:/Windows/Fonts")))
            .flatMap(folders -> folders)
            .toList();
  }

  /** The whole document; refused where the machine has no font that could be embedded. */
  public byte[] pdf(PaperDocument paper) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PaperPdf.write(paper, typefaces(), out);
    return out.toByteArray();
  }

  /** Looked for when a PDF is asked for, until some are found. */
  private Typefaces typefaces() {
    Optional<Typefaces> known = typefaces.get();
    if (known.isEmpty()) {
      known = Typefaces.find(folders);
      typefaces.set(known);
    }
    return known.orElseThrow(() ->
        new Refusal(
            Refusal.Kind.OUTSIDE,
            "没有生成 PDF。这台服务器上没有可以嵌入的中文字体。",
            "请管理员安装中文字体（Debian：fonts-noto-cjk），或用 ZL_FONTS 指明字体文件夹；现在可以打开打印版，用浏览器打印。"));
  }
}

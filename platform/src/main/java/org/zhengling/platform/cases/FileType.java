package org.zhengling.platform.cases;

import java.util.List;

/** Kinds of files that a case takes. */
public enum FileType {
  PDF("PDF 文件", "application/pdf", "pdf"),
  JPEG("JPEG 图片", "image/jpeg", "jpg jpeg"),
  PNG("PNG 图片", "image/png", "png"),
  WEBP("WebP 图片", "image/webp", "webp"),
  DOCX(
      "Word 文件", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  XLSX("Excel 表格", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  TEXT("文本文件", "text/plain", "txt csv");

  private final String chinese;
  private final String mime;
  private final String extensions;

  FileType(String chinese, String mime, String extensions) {
    this.chinese = chinese;
    this.mime = mime;
    this.extensions = extensions;
  }

  public String chinese() {
    return chinese;
  }

  public String mime() {
    return mime;
  }

  /** The ending of a name, without the dot. */
  public String extension() {
    return extensions.split(" ", 2)[0];
  }

  boolean isNamed(String extension) {
    return List.of(extensions.split(" ", -1)).contains(extension);
  }
}

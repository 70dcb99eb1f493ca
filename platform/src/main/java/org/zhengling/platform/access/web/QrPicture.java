package org.zhengling.platform.access.web;

import io.nayuki.qrcodegen.QrCode;

/**
 * A picture to scan, drawn by the server: no script, no other host, nothing kept.
 *
 * @param side width and height in modules, with the quiet border of four
 * @param path the dark modules as path data of an SVG
 */
record QrPicture(int side, String path) {
  private static final int BORDER = 4;

  static QrPicture of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + BORDER).append(' ').append(y + BORDER).append("h1v1h-1z");
        }
      }
    }
    return new QrPicture(code.size + 2 * BORDER, path.toString());
  }
}

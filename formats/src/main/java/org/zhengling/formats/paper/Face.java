package org.zhengling.formats.paper;

/** What a font is for in an official document. */
enum Face {
  /** 小标宋: the title. */
  TITLE,
  /** 黑体: headings 一、. */
  FIRST_LEVEL,
  /** 楷体: headings （一）. */
  SECOND_LEVEL,
  /** 仿宋: everything else. */
  TEXT,
  /** 宋体: page numbers and the foot. */
  PAGE
}

package org.zhengling.platform.registry;

/** How a member stands to the head of the household, as the register of households says it. */
public enum Relation {
  HEAD("户主"),
  SPOUSE("配偶"),
  CHILD("子女"),
  CHILD_IN_LAW("儿媳、女婿"),
  PARENT("父母"),
  PARENT_IN_LAW("公婆、岳父母"),
  GRANDCHILD("孙子女、外孙子女"),
  GRANDPARENT("祖父母、外祖父母"),
  SIBLING("兄弟姐妹"),
  OTHER_RELATIVE("其他亲属"),
  NOT_RELATED("非亲属");

  private final String chinese;

  Relation(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}

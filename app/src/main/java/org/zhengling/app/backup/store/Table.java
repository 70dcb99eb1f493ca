package org.zhengling.app.backup.store;

/**
 * A table of the program.
 *
 * @param name with its schema, quoted where SQL needs it
 * @param columns as SQL lists them, without those that are computed
 */
public record Table(String name, String columns) {}

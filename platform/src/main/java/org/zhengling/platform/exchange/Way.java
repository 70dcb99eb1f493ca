package org.zhengling.platform.exchange;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** By what way a source is asked, with everything needed for it; kept sealed. */
public sealed interface Way {
  /** Kinds, as the catalogue names them. */
  enum Kind {
    DATABASE("前置库"),
    HTTP("接口"),
    FOLDER("交换文件"),
    LETTER("公函");

    private final String chinese;

    Kind(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  default Kind kind() {
    return switch (this) {
      case Database _ -> Kind.DATABASE;
      case Http _ -> Kind.HTTP;
      case Folder _ -> Kind.FOLDER;
      case Letter _ -> Kind.LETTER;
    };
  }

  /** The same way without what must stay secret, for a page. */
  default Way withoutSecrets() {
    return switch (this) {
      case Database one -> one.with("");
      case Http(URI address, String _) -> new Http(address, "");
      case Folder one -> one;
      case Letter one -> one;
    };
  }

  /**
   * A table in a department's own database that speaks PostgreSQL; only read.
   *
   * @param numberColumn column with the identity number
   * @param asOf where the day of the data stands; absent where the table is the living one
   */
  record Database(
      String host,
      int port,
      String database,
      String user,
      String password,
      String schema,
      String table,
      String numberColumn,
      @Nullable AsOf asOf)
      implements Way {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,252}");
    private static final Pattern DATABASE = Pattern.compile("[A-Za-z0-9_]{1,63}");
    private static final int LAST_PORT = 65_535;

    public Database {
      // What stands in the address of the driver could switch on functions of it.
      if (!HOST.matcher(host).matches()
          || !DATABASE.matcher(database).matches()
          || port < 1
          || port > LAST_PORT) {
        throw new IllegalArgumentException("No address of a database");
      }
    }

    Database with(String password) {
      return new Database(host, port, database, user, password, schema, table, numberColumn, asOf);
    }

    /** Never prints the password. */
    @Override
    public String toString() {
      return host + ":" + port + "/" + database + " " + schema + "." + table;
    }
  }

  /** A column whose latest day is the day of the data, in the schema of the table. */
  record AsOf(String table, String column) {}

  /**
   * A service that takes and gives JSON; docs/formats/exchange-messages.md.
   *
   * @param address HTTPS, or HTTP on this very machine
   */
  record Http(URI address, String token) implements Way {
    public Http {
      String scheme = address.getScheme();
      String host = address.getHost();
      boolean here = "127.0.0.1".equals(host) || "[::1]".equals(host);
      if (host == null
          || address.getUserInfo() != null
          || address.getFragment() != null
          || !("https".equals(scheme) || ("http".equals(scheme) && here))) {
        throw new IllegalArgumentException("No address of a service");
      }
    }

    /** Never prints the token. */
    @Override
    public String toString() {
      return address.toString();
    }
  }

  /**
   * Files that a department drops into its folder below the one of the exchange; the newest by the
   * day in its name counts.
   *
   * @param folder one name, no path
   * @param numberHead head of the column with the identity number
   * @param nameHead head of the column with the name, or empty
   */
  record Folder(String folder, String numberHead, String nameHead) implements Way {
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}A-Za-z0-9_-]{1,60}");

    public Folder {
      if (!NAME.matcher(folder).matches()) {
        throw new IllegalArgumentException("No folder: " + folder);
      }
    }

    @Override
    public String toString() {
      return "目录 " + folder;
    }
  }

  /** Nothing but letters. */
  record Letter() implements Way {
    @Override
    public String toString() {
      return "没有接口";
    }
  }
}

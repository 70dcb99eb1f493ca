package org.zhengling.app.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhengling.app.Startup;
import org.zhengling.engine.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./zl serve}: the server, its database and its pages. */
@Command(name = "serve", description = "启动服务，打印网址；--demo 载入示例公报和示例数据")
final class ServeCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--demo", description = "演示：示例公报、示例人员和进度，业务日期 2021-03-31")
  private boolean demo;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "端口，默认 ${DEFAULT-VALUE}",
      defaultValue = "8080")
  private int port;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      description = "监听地址，默认 ${DEFAULT-VALUE}（只有本机能访问）",
      defaultValue = "127.0.0.1")
  private String listen = "";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "数据目录，默认 ${DEFAULT-VALUE}；演示默认 data/demo")
  private @Nullable Path data;

  @Option(names = "--today", paramLabel = "DATE", description = "业务日期，如 2020-09-20；默认当天")
  private @Nullable LocalDate today;

  @Option(names = "--tls", description = "用 HTTPS（首次启动自签证书）")
  private boolean tls;

  @Override
  public Integer call() {
    refuseTakenPort();
    Path folder = Commands.folder(data, demo);
    LocalDate day = today == null && demo ? Startup.DEMO_DAY : today;
    Startup.serve(
        new Startup.Wish(folder, listen, port, demo, day, tls),
        java.util.Objects.requireNonNull(spec).commandLine().getOut());
    return Commands.STILL_SERVING;
  }

  /** Asked before the database starts, so that the answer is quick. */
  private void refuseTakenPort() {
    if (port < 0 || port > 65535) {
      throw new Refusal(Refusal.Kind.CALLER, "没有启动。端口 " + port + " 不存在。", "请用 1 到 65535 之间的数。");
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(listen), port));
    } catch (UnknownHostException e) {
      throw new Refusal(Refusal.Kind.CALLER, "没有启动。监听地址 " + listen + " 不认识。", "请写本机的一个 IP 地址。");
    } catch (IOException e) {
      throw Startup.portTaken(port);
    }
  }
}

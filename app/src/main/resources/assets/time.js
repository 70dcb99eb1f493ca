// Draws the time chart of the wall chart with ECharts over the server's own drawing: it can be zoomed,
// and a bar leads to its document. Where this script does not run, the drawing beneath is complete.
"use strict";

(() => {
  const figure = document.querySelector("[data-time]");
  const source = figure && figure.dataset.source;
  if (!source) {
    return;
  }

  const style = getComputedStyle(document.body);
  const token = (name) => style.getPropertyValue(name).trim();
  const fill = { overdue: "--red-tint", "at-risk": "--amber-tint", "on-plan": "--green-tint" };
  const edge = { overdue: "--red-line", "at-risk": "--amber-line", "on-plan": "--green-line" };
  // The elder version has no words below 18 px.
  const elder = document.documentElement.classList.contains("elder");
  const letters = elder ? 18 : 12;
  const row = elder ? 36 : 26;
  const code = (state) => state.toLowerCase().replaceAll("_", "-");

  const load = () =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = figure.dataset.library;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });

  const place = (time, params, api) => {
    const item = time.bars[params.dataIndex];
    const from = api.coord([item.from, params.dataIndex]);
    const to = api.coord([item.from + item.length, params.dataIndex]);
    return { item, from, to, state: code(item.state) };
  };

  const bar = (time) => (params, api) => {
    const { item, from, to, state } = place(time, params, api);
    const height = row - 6;
    return {
      type: "rect",
      shape: { x: from[0], y: from[1] - height / 2, width: Math.max(2, to[0] - from[0]), height, r: 2 },
      style: {
        fill: token(fill[state] || "--grey-tint"),
        stroke: token(edge[state] || "--line2"),
        lineDash: item.open ? [4, 3] : null,
      },
    };
  };

  const words = (time) => (params, api) => {
    const { item, from, state } = place(time, params, api);
    const late = item.from > 600;
    return {
      type: "text",
      x: late ? from[0] - 6 : from[0] + 6,
      y: from[1],
      style: {
        text: item.text,
        fill: token("--ink"),
        stroke: token(fill[state] || "--grey-tint"),
        lineWidth: 4,
        font: `${letters}px ${token("--hei")}`,
        align: late ? "right" : "left",
        verticalAlign: "middle",
      },
    };
  };

  const custom = (time, draw, z) => ({
    type: "custom",
    z,
    clip: true,
    renderItem: draw(time),
    encode: { x: [0, 1], y: 2 },
    data: time.bars.map((item, row) => [item.from, item.from + item.length, row]),
  });

  const options = (time) => ({
    animation: false,
    grid: { left: elder ? 90 : 110, right: 16, top: 28, bottom: 64 },
    dataZoom: [{ type: "slider", xAxisIndex: 0, bottom: 12, height: 20, labelFormatter: () => "" }],
    xAxis: {
      type: "value",
      min: 0,
      max: 1000,
      position: "top",
      splitLine: { show: false },
      axisLabel: { show: false },
      axisTick: { show: false },
      axisLine: { show: false },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: time.bars.map((item) => item.group),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { interval: 0, fontSize: letters, fontWeight: 600, color: token("--ink") },
    },
    series: [
      custom(time, bar, 2),
      // Above the lines, so that none crosses a word.
      custom(time, words, 10),
      {
        type: "line",
        data: [],
        markLine: {
          silent: true,
          symbol: "none",
          label: { formatter: (line) => line.name, fontSize: letters, color: token("--ink2"), position: "end" },
          lineStyle: { type: "solid", color: token("--line") },
          data: [
            ...time.ticks.map((tick) => ({ xAxis: tick.at, name: tick.text })),
            {
              xAxis: time.today,
              name: time.todayText,
              lineStyle: { color: token("--ink"), width: 2 },
              label: { position: "start", fontSize: letters, color: token("--ink"), fontWeight: 600 },
            },
          ],
        },
      },
    ],
  });

  const draw = async () => {
    const [answer] = await Promise.all([fetch(source, { headers: { Accept: "application/json" } }), load()]);
    if (!answer.ok) {
      return;
    }
    const time = await answer.json();
    const canvas = document.createElement("div");
    canvas.className = "time-canvas";
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", "各文件任务的起止时间");
    const drawing = figure.querySelector("svg");
    const box = drawing.getBoundingClientRect();
    const chart = window.echarts.init(canvas, null, { renderer: "svg", width: box.width, height: time.bars.length * row + 100 });
    chart.setOption(options(time));
    chart.on("click", (event) => {
      location.assign(`/wall-chart?document=${encodeURIComponent(time.bars[event.dataIndex].document)}`);
    });
    drawing.replaceWith(canvas);
    addEventListener("resize", () => chart.resize({ width: figure.getBoundingClientRect().width }));
  };

  // The drawing of the server stays when the library or the data cannot be had.
  draw().catch(() => {});
})();

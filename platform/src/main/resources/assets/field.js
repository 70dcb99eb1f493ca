// Work without a network: takes tasks along, keeps what is written and photographed locked in the browser, and
// hands it in when there is a network again. The plain forms of each task stay for everybody else.
"use strict";

(() => {
  const root = document.querySelector("[data-field]");
  if (!root) {
    return;
  }
  const part = (name) => root.querySelector(`[data-part="${name}"]`);
  const parts = ["new", "locked", "list", "form"];
  const status = part("status");
  let store;
  let record;
  let task;

  const say = (text, kind = "") => {
    status.textContent = text;
    status.className = text === "" ? "" : `note ${kind}`.trim();
  };

  const show = (name) => {
    parts.forEach((one) => (part(one).hidden = one !== name));
  };

  const made = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== false) {
        element.setAttribute(name, value === true ? "" : value);
      }
    }
    element.append(...children);
    return element;
  };

  const time = (at) => {
    const two = (number) => String(number).padStart(2, "0");
    const day = new Date(at);
    return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())} ${two(day.getHours())}:${two(day.getMinutes())}`;
  };

  const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  /* ---------- the pass code ---------- */
  part("new").addEventListener("submit", async (event) => {
    event.preventDefault();
    const code = part("new").elements.code.value;
    if (!/^\d{6,}$/.test(code)) {
      say("没有设好。现场口令要 6 位以上的数字。", "refused");
      return;
    }
    if (code !== part("new").elements.again.value) {
      say("没有设好。两次输入的口令不一样，请再输一次。", "refused");
      return;
    }
    store = await FieldStore.make(code);
    part("new").reset();
    say("口令设好了。忘了口令就打不开没有上传的内容，请记住它。");
    await list();
  });

  part("locked").addEventListener("submit", async (event) => {
    event.preventDefault();
    const opened = await FieldStore.open(part("locked").elements.code.value);
    if (opened === undefined) {
      say("没有打开。口令不对，手机里的内容都还在。请再输一次。", "refused");
      return;
    }
    store = opened;
    part("locked").reset();
    say("");
    await list();
  });

  root.querySelector("[data-act=wipe]").addEventListener("click", async () => {
    if (part("locked").elements.sure.checked) {
      await FieldStore.wipe();
      say("手机里的现场资料已全部删除。");
      show("new");
    } else {
      say("没有删除。忘了口令时才这样做：没有上传的内容会丢失。要删除，请先勾选“我知道”。", "unresolved");
    }
  });

  /* ---------- tasks ---------- */
  const asked = async (address, options = {}) => {
    let answer;
    try {
      answer = await fetch(address, { redirect: "error", ...options });
    } catch {
      return { lost: true };
    }
    const body = (answer.headers.get("Content-Type") ?? "").includes("json") ? await answer.json() : {};
    return { status: answer.status, body };
  };

  const fetchTasks = async () => {
    const answer = await asked("/field/tasks");
    if (answer.lost || answer.status !== 200) {
      return undefined;
    }
    return answer.body;
  };

  root.querySelector("[data-act=take]").addEventListener("click", async () => {
    const fresh = await fetchTasks();
    if (fresh === undefined) {
      say("没有取到任务：没有网络，或登录已经结束。手机里原有的都保留着。请连上网、登录后再取。", "unresolved");
      return;
    }
    const old = await store.all("task");
    await store.drop(old.map((one) => one.id));
    for (const one of fresh.tasks) {
      await store.put("task", `task ${one.kind} ${one.subject}`, one);
    }
    say(`已把 ${fresh.tasks.length} 件任务带到现场，没有网络也能填。${time(Date.now() + FieldStore.life)} 后自动删除。`);
    await list();
  });

  const list = async () => {
    show("list");
    const tasks = await store.all("task");
    const records = await store.all("record");
    const rows = part("tasks");
    rows.replaceChildren();
    for (const one of tasks) {
      const begun = records.find((row) => row.value.kind === one.value.kind && row.value.subject === one.value.subject);
      const state = begun === undefined ? "还没有填" : begun.value.ready ? "填完了，等上传" : "填了一部分";
      const open = made("button", { type: "button", class: "btn" }, one.value.title);
      open.addEventListener("click", () => fill(one.value, begun?.value));
      rows.append(made("li", {}, open, made("p", { class: "form-hint" }, `${state}。最晚 ${one.value.until} 办完；${time(one.until)} 后从手机里删除。`)));
    }
    part("none").hidden = tasks.length > 0;
    const waiting = records.filter((row) => row.value.ready).length;
    const hand = root.querySelector("[data-act=hand]");
    hand.hidden = waiting === 0;
    hand.textContent = `上传填完的 ${waiting} 件`;
    if (waiting > 0 && navigator.onLine) {
      await handIn();
    }
  };

  /* ---------- one form ---------- */
  const fill = (chosen, begun) => {
    task = chosen;
    record = begun ?? { id: crypto.randomUUID(), kind: task.kind, subject: task.subject, answers: {}, photos: [], ready: false };
    part("title").textContent = task.title;
    part("facts").replaceChildren(...task.lines.map((line) => made("li", {}, line)));
    part("questions").replaceChildren(...task.questions.map(asking));
    show("form");
    say("");
    part("title").focus();
  };

  const asking = (question) => {
    const id = `q-${question.name}`;
    const label = question.optional ? `${question.label}（选填）` : question.label;
    const hint = question.hint === "" ? [] : [made("span", { class: "form-hint", id: `${id}-hint` }, question.hint)];
    const described = question.hint === "" ? undefined : `${id}-hint`;
    if (question.form === "CHOICE") {
      const legend = made("legend", { class: "form-label" }, label);
      return made("fieldset", { class: "form-field" }, legend, ...hint, ...question.options.map((option, at) => choice(question, option, `${id}-${at}`)));
    }
    const head = [made("label", { class: "form-label", for: id }, label), ...hint];
    if (question.form === "PHOTO") {
      return photos(question, id, head);
    }
    if (question.form === "PLACE") {
      return place(question, head);
    }
    const long = question.form === "LONG_TEXT";
    const field = made(long ? "textarea" : "input", {
      class: "form-control", id, name: question.name, "aria-describedby": described, rows: long ? "4" : undefined,
      inputmode: question.form === "NUMBER" ? "numeric" : undefined, maxlength: "2000",
    });
    field.value = record.answers[question.name] ?? "";
    field.addEventListener("input", () => noted(question.name, field.value));
    return made("div", { class: "form-field" }, ...head, field);
  };

  const choice = (question, option, id) => {
    const field = made("input", { class: "form-check-input", type: "radio", name: question.name, id, value: option });
    field.checked = record.answers[question.name] === option;
    field.addEventListener("change", () => noted(question.name, option));
    return made("div", { class: "form-check" }, field, made("label", { class: "form-check-label", for: id }, option));
  };

  // The place is the phone's own; it is asked for only when the button is pressed.
  const place = (question, head) => {
    const shown = made("output", {}, record.answers[question.name] ?? "还没有记录");
    const button = made("button", { type: "button", class: "btn", id: `q-${question.name}` }, "记录现在的位置");
    button.addEventListener("click", () =>
      navigator.geolocation.getCurrentPosition(
        (at) => {
          const text = `${at.coords.longitude.toFixed(6)},${at.coords.latitude.toFixed(6)} ±${Math.round(at.coords.accuracy)} m`;
          shown.textContent = text;
          noted(question.name, text);
        },
        () => (shown.textContent = "没有取到位置。请在手机里允许定位，或把地点写在说明里。"),
      ),
    );
    return made("div", { class: "form-field" }, ...head, button, shown);
  };

  const photos = (question, id, head) => {
    const shown = made("ul", { class: "field-photos" });
    const field = made("input", { class: "form-control", id, type: "file", accept: "image/jpeg,image/png,image/webp", capture: "environment", multiple: true });
    const draw = async () => {
      const mine = record.photos.filter((photo) => photo.question === question.name);
      const items = await Promise.all(mine.map(async (photo, at) => thumbnail(photo, at, draw)));
      shown.replaceChildren(...items);
    };
    field.addEventListener("change", async () => {
      for (const file of field.files) {
        await addPhoto(question, file);
      }
      field.value = "";
      await draw();
    });
    draw();
    return made("div", { class: "form-field" }, ...head, field, shown);
  };

  const thumbnail = async (photo, at, draw) => {
    const bytes = await store.bytes(`photo ${record.id} ${photo.digest}`);
    const picture = made("img", { alt: `第 ${at + 1} 张`, width: "96" });
    const reader = new FileReader();
    reader.onload = () => (picture.src = reader.result);
    reader.readAsDataURL(new Blob([bytes], { type: photo.type }));
    const drop = made("button", { type: "button", class: "btn" }, `去掉第 ${at + 1} 张`);
    drop.addEventListener("click", async () => {
      record.photos = record.photos.filter((one) => one !== photo);
      await keep();
      await store.drop([`photo ${record.id} ${photo.digest}`]);
      await draw();
    });
    return made("li", {}, picture, drop);
  };

  const addPhoto = async (question, file) => {
    const bytes = await file.arrayBuffer();
    const digest = hex(await crypto.subtle.digest("SHA-256", bytes));
    if (record.photos.some((photo) => photo.digest === digest)) {
      say("这张照片已经有了。", "unresolved");
      return;
    }
    await store.put("photo", `photo ${record.id} ${digest}`, bytes);
    record.photos.push({ question: question.name, digest, type: file.type });
    await keep();
  };

  const keep = async () => {
    await store.put("record", `record ${record.id}`, record);
    part("kept").textContent = `已存在手机里，${time(Date.now())}`;
  };

  // One change after another, so that an older answer is never written over a newer one.
  let last = Promise.resolve();
  const noted = (name, value) => {
    record.answers[name] = value;
    record.ready = false;
    last = last.then(keep);
  };

  const missing = () =>
    task.questions.filter((question) => {
      if (question.form === "PHOTO") {
        return record.photos.filter((photo) => photo.question === question.name).length < question.least;
      }
      return !question.optional && (record.answers[question.name] ?? "").trim() === "";
    });

  part("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    await last;
    const open = missing();
    if (open.length > 0) {
      say(`还不能完成。没有填：${open.map((question) => question.label).join("、")}。已填的都存在手机里。`, "unresolved");
      status.scrollIntoView({ block: "nearest" });
      return;
    }
    record.ready = true;
    record.takenAt = new Date().toISOString();
    await keep();
    say(navigator.onLine ? "正在上传。" : "填完了，存在手机里。有网络时自动上传，也可以按“上传”。");
    await list();
  });

  root.querySelector("[data-act=back]").addEventListener("click", async () => {
    await last;
    say("");
    await list();
  });

  /* ---------- handing in ---------- */
  let busy = false;
  const handIn = async () => {
    if (busy || store === undefined) {
      return;
    }
    busy = true;
    try {
      const fresh = await fetchTasks();
      if (fresh === undefined) {
        say("还没有上传：没有网络，或登录已经结束。内容都存在手机里。请连上网、登录后按“上传”。", "unresolved");
        return;
      }
      const ready = (await store.all("record")).filter((row) => row.value.ready);
      const told = [];
      for (const row of ready) {
        told.push(await hand(row.value, fresh));
      }
      say(told.join(" "), told.some((text) => text.startsWith("没有")) ? "refused" : "");
    } finally {
      busy = false;
    }
    if (ready_left(await store.all("record"))) {
      return;
    }
    await list();
  };

  const ready_left = (rows) => rows.some((row) => row.value.ready);

  const sent = (token, address, body, type) =>
    asked(address, { method: "POST", headers: { [token.header]: token.value, "Content-Type": type }, body });

  const hand = async (one, fresh) => {
    for (const photo of one.photos) {
      const bytes = await store.bytes(`photo ${one.id} ${photo.digest}`);
      const answer = await sent(fresh.token, `/field/records/${one.id}/photos/${photo.digest}?kind=${one.kind}&subject=${encodeURIComponent(one.subject)}`, bytes, "application/octet-stream");
      if (answer.lost || answer.status >= 300) {
        return `没有上传。${answer.body?.message ?? "照片传到一半断了网。"}内容都还在手机里。`;
      }
    }
    const { id, kind, subject, takenAt, answers, photos: pictures } = one;
    const body = JSON.stringify({ kind, subject, takenAt, answers, photos: pictures.map(({ question, digest }) => ({ question, digest })) });
    const answer = await sent(fresh.token, `/field/records/${id}`, body, "application/json");
    if (answer.lost || answer.status >= 300) {
      return `没有上传。${answer.body?.message ?? "断网了。"}内容都还在手机里。`;
    }
    await store.drop([`record ${id}`, `task ${kind} ${subject}`, ...pictures.map((photo) => `photo ${id} ${photo.digest}`)]);
    return `${answer.body.message}手机里的已删除。`;
  };

  root.querySelector("[data-act=hand]").addEventListener("click", handIn);
  window.addEventListener("online", handIn);

  /* ---------- the beginning ---------- */
  const begin = async () => {
    if (!("serviceWorker" in navigator) || !window.isSecureContext || crypto.subtle === undefined) {
      say("这个浏览器不能离线填写（要 HTTPS 和较新的浏览器）。请用任务页里的普通表单。", "unresolved");
      return;
    }
    await navigator.serviceWorker.register(root.dataset.worker, { scope: "/field" });
    const gone = await FieldStore.sweep();
    if (gone > 0) {
      say(`有 ${gone} 件超过 72 小时没有上传，已按规定从手机里删除。`, "refused");
    }
    show((await FieldStore.exists()) ? "locked" : "new");
    navigator.serviceWorker.ready.then(() => (part("offline").hidden = false));
  };
  begin();
})();

// Quicker, never necessary: every page is complete without this file.

// J and K move between the rows of a list marked data-rows; Enter opens the row's link.
(() => {
  const inField = (element) =>
    element.closest("input, select, textarea, button, summary, [contenteditable]") !== null;

  const rowLinks = () =>
    [...document.querySelectorAll("[data-rows] tr, [data-rows] > li")]
      .map((row) => row.querySelector("a[href]"))
      .filter((link) => link !== null && link.getClientRects().length > 0);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || inField(event.target)) {
      return;
    }
    const step = { j: 1, k: -1 }[event.key.toLowerCase()];
    if (step === undefined) {
      return;
    }
    const links = rowLinks();
    if (links.length === 0) {
      return;
    }
    const row = document.activeElement.closest("tr, li");
    const here = links.findIndex((link) => row !== null && row.contains(link));
    const next = here === -1 ? 0 : Math.min(Math.max(here + step, 0), links.length - 1);
    links[next].focus();
    links[next].scrollIntoView({ block: "nearest" });
    event.preventDefault();
  });
})();

// A filter marked data-filter is sent as soon as a choice in it changes; its button stays.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-filter]");
  if (form !== null && event.target.matches("select, input[type=radio], input[type=checkbox], input[type=date]")) {
    form.requestSubmit();
  }
});

// Chips of units: × takes one away at once, Enter or the button makes chips of what was typed.
(() => {
  const names = (text) => text.split(/[、，,；;\s]+(?![^（(]*[）)])/).filter((name) => name !== "");

  const chip = (field, name) => {
    const item = document.createElement("li");
    item.className = "chip";
    const value = Object.assign(document.createElement("input"), { type: "hidden", name: field.name, value: name });
    const words = Object.assign(document.createElement("span"), { textContent: name });
    const button = document.createElement("button");
    button.className = "chip-remove";
    button.type = "submit";
    button.name = "act";
    button.value = `chips ${field.name} ${name}`;
    button.setAttribute("aria-label", `去掉 ${name}`);
    const shape = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    shape.setAttribute("viewBox", "0 0 14 14");
    shape.setAttribute("aria-hidden", "true");
    const cross = document.createElementNS("http://www.w3.org/2000/svg", "path");
    cross.setAttribute("d", "M2 2 L12 12 M12 2 L2 12");
    shape.append(cross);
    button.append(shape);
    item.append(value, words, button);
    return item;
  };

  const add = (group) => {
    const field = group.querySelector(".chip-more input");
    const list = group.querySelector(".chips");
    const there = [...list.querySelectorAll("input")].map((one) => one.value);
    for (const name of names(field.value.trim())) {
      if (!there.includes(name)) {
        there.push(name);
        list.append(chip(field, name));
      }
    }
    field.value = "";
    field.focus();
  };

  document.addEventListener("click", (event) => {
    const group = event.target.closest("[data-chips]");
    const button = event.target.closest("button");
    if (group === null || button === null) {
      return;
    }
    event.preventDefault();
    if (button.matches(".chip-remove")) {
      button.closest(".chip").remove();
      group.querySelector(".chip-more input").focus();
    } else {
      add(group);
    }
  });

  document.addEventListener("keydown", (event) => {
    const group = event.target.closest("[data-chips]");
    if (event.key === "Enter" && group !== null && event.target.matches("input") && event.target.value.trim() !== "" && !event.isComposing) {
      event.preventDefault();
      add(group);
    }
  });
})();

// Below the errors of a form the first look belongs to their summary.
(() => {
  const errors = document.getElementById("errors");
  if (errors !== null) {
    errors.focus();
  }
})();

// At the desk of a draft J and K lead to the next and the previous item, Enter confirms the one in hand.
(() => {
  const desk = document.querySelector("[data-desk]");
  if (desk === null) {
    return;
  }
  // The lines of the item in hand stand in sight, with a few above them.
  const source = document.querySelector(".draft-source");
  const here = document.querySelector(".source-lines .here");
  if (source !== null && here !== null) {
    source.scrollTop += here.getBoundingClientRect().top - source.getBoundingClientRect().top - source.clientHeight / 4;
  }
  // On a phone documents and source stand above the item: whoever opened it sees it first.
  if (location.search.includes("item=") && matchMedia("(max-width: 56.24em)").matches) {
    desk.scrollIntoView();
  }
  document.addEventListener("keydown", (event) => {
    const free = document.activeElement === null || document.activeElement === document.body;
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, button") !== null) {
      return;
    }
    const link = { j: "a[rel=next]", k: "a[rel=prev]" }[event.key.toLowerCase()];
    const target = link !== undefined ? desk.querySelector(link) : null;
    if (target !== null) {
      target.click();
      event.preventDefault();
    } else if (event.key === "Enter" && free) {
      desk.querySelector("button[value=save]").click();
      event.preventDefault();
    }
  });
})();

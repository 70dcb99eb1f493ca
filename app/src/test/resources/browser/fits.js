// Whether the page is wider than its window, and by what.
() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) {
    return [];
  }
  const scrolls = (element) => {
    for (let box = element.parentElement; box !== null && box !== root; box = box.parentElement) {
      if (/auto|scroll|hidden|clip/.test(getComputedStyle(box).overflowX)) {
        return true;
      }
    }
    return false;
  };
  const wide = [...document.body.querySelectorAll("*")]
    .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 0.5 && !scrolls(element))
    .slice(0, 3)
    .map((element) => `${element.tagName}.${element.getAttribute("class")} to ${Math.round(element.getBoundingClientRect().right)}`);
  return [`${root.scrollWidth} px wide in ${root.clientWidth}: ${wide.join(", ")}`];
}

/* Short ways to make and find elements. */

const find = (id) => document.getElementById(id);

function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...content);
  return element;
}

function icon(button, name) {
  button.querySelector("use").setAttribute("href", `#icon-${name}`);
}

/* Mark the one of several elements that is current, and bring it into sight within its box. */
function markCurrent(elements, current, box) {
  for (const each of elements) {
    if (each === current) continue;
    each.removeAttribute("aria-current");
  }
  if (!current || current.getAttribute("aria-current")) return;
  current.setAttribute("aria-current", "true");
  bringIntoSight(current, box);
}

/* Scroll the box, never the page. */
function bringIntoSight(element, box) {
  const [inner, outer] = [element, box].map((each) => each.getBoundingClientRect());
  const isSeen = inner.top >= outer.top && inner.bottom <= outer.bottom;
  if (!isSeen) box.scrollTop += inner.top - outer.top - box.clientHeight / 3;
}

/** Small helpers to build and keep DOM. Text only ever becomes text nodes. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Makes an element. Properties that start with "on" are listeners; `class` and everything else are attributes;
 * null, undefined and false leave an attribute out, true sets it empty.
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else {
      attribute(element, name, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Sets or removes an attribute, touching the DOM only when something changes. */
export function attribute(element, name, value) {
  if (value === null || value === undefined || value === false) {
    element.removeAttribute(name);
    return;
  }
  const wanted = value === true ? "" : String(value);
  if (element.getAttribute(name) !== wanted) {
    element.setAttribute(name, wanted);
  }
}

/** Sets the text of an element, touching the DOM only when it changes. */
export function text(element, wanted) {
  if (element.textContent !== wanted) {
    element.textContent = wanted;
  }
}

/** An outline from the sprite; decoration only. */
export function icon(name, size = 18) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "ic");
  svg.setAttribute("width", size);
  svg.setAttribute("height", size);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

/** Changes which outline an icon shows. */
export function swapIcon(svg, name) {
  attribute(svg.firstChild, "href", `#i-${name}`);
}

/** Text for screen readers only. */
export const hidden = (words) => h("span", { class: "sr" }, words);

/**
 * Makes the children of a container those of a list, keeping elements whose key stays, so that focus, scroll
 * position and animations survive.
 */
export function keyed(container, items, keyOf, create, update = () => {}) {
  const there = new Map(Array.from(container.children, (child) => [child.dataset.key, child]));
  let before = container.firstElementChild;
  for (const item of items) {
    const key = String(keyOf(item));
    let element = there.get(key);
    if (element) {
      there.delete(key);
    } else {
      element = create(item);
      element.dataset.key = key;
    }
    update(element, item);
    if (element === before) {
      before = before.nextElementSibling;
    } else {
      container.insertBefore(element, before);
    }
  }
  there.forEach((element) => element.remove());
}

/* What scrolls around an element, or else in it; known to the scripts beside this one. */
(selector) => {
  const scrolls = (element) =>
    element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY);
  const inside = document.querySelector(selector);
  let box = inside;
  while (box && !scrolls(box)) box = box.parentElement;
  return box ?? [...inside.querySelectorAll("*")].find(scrolls);
};

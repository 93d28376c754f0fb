/* Scrolls what stands around an element, a step a frame, and says how long each frame took. */
async ({ of, step, frames }) => {
  const scrolls = (element) =>
    element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY);
  const inside = document.querySelector(of);
  let box = inside;
  while (box && !scrolls(box)) box = box.parentElement;
  box ??= [...inside.querySelectorAll("*")].find(scrolls);
  const nextFrame = () => new Promise(requestAnimationFrame);
  const long = [];
  const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map((entry) => entry.duration)));
  observer.observe({ type: "longtask" });
  const took = [];
  let nodes = 0;
  let last = await nextFrame();
  for (let frame = 0; frame < frames; frame++) {
    box.scrollTop += step;
    const now = await nextFrame();
    took.push(now - last);
    last = now;
    if (frame % 20 === 0) nodes = Math.max(nodes, document.getElementsByTagName("*").length);
  }
  observer.disconnect();
  return { took, nodes, longest: Math.max(0, ...long), long: long.length };
};

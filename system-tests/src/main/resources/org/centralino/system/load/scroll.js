/*
 * Scrolls what stands around an element, a step a frame, and says how long each frame took, how far it came, and in how
 * many of the looks taken meanwhile there was nothing of its kind in the middle of the screen.
 */
async ({ of, shows, step, frames }) => {
  const box = scroller(of);
  const nextFrame = () => new Promise(requestAnimationFrame);
  const long = [];
  const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map((entry) => entry.duration)));
  observer.observe({ type: "longtask" });
  const { left, top, width, height } = box.getBoundingClientRect();
  const isBlank = () => document.elementFromPoint(left + width / 2, top + height / 2)?.closest(shows) == null;
  const took = [];
  let nodes = 0;
  let blank = 0;
  let moved = 0;
  let last = await nextFrame();
  for (let frame = 0; frame < frames; frame++) {
    const before = box.scrollTop;
    box.scrollTop += step;
    moved += Math.abs(box.scrollTop - before);
    const now = await nextFrame();
    took.push(now - last);
    last = now;
    if (frame % 20 !== 0) continue;
    nodes = Math.max(nodes, document.getElementsByTagName("*").length);
    if (isBlank()) blank++;
  }
  observer.disconnect();
  return { took, nodes, moved, blank, longest: Math.max(0, ...long), long: long.length };
};

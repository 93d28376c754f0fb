/*
 * Says how far what is read in a thread moves while more is put above it or below it, in pixels, and how often there was
 * more. `above`: it goes to the beginning of what is loaded, so that older is fetched, and holds still there; otherwise
 * it holds still some lines before the end. It jumps, which no reader does, so what is drawn late before more has come does
 * not count.
 */
async ({ of, entries, above, times }) => {
  const box = scroller(of);
  const { left, top, width, height } = box.getBoundingClientRect();
  const read = () => document.elementFromPoint(left + width / 2, top + height / 2)?.closest(entries);
  const NEAR = 300;
  const STILL = 30;
  const deadline = performance.now() + 60_000;

  // Looks when the page's own observers, which are older, have put right what a frame has changed: at what is painted.
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.cssText = "position: fixed; width: 1px; height: 1px";
  let looked = () => {};
  new ResizeObserver(() => looked()).observe(probe);
  const painted = () =>
    new Promise((done) => {
      looked = done;
      requestAnimationFrame(() => (probe.style.width = probe.style.width === "1px" ? "2px" : "1px"));
    });
  // Above, the eye stays because the box goes down by what has come; and what is far below is forgotten.
  const size = () => (above ? box.scrollTop : box.scrollHeight);

  let added = 0;
  let moved = 0;
  if (!above) box.scrollTop -= height;
  while (added < times && performance.now() < deadline) {
    if (above) box.scrollTop = NEAR;
    await painted();
    const line = read();
    if (!line) continue;
    let place = line.getBoundingClientRect().top;
    let last = size();
    const before = added;
    for (let still = 0; still < STILL && added < times + before; still++) {
      await painted();
      const now = line.getBoundingClientRect().top;
      const grew = size() - last;
      const came = above ? grew > height : grew !== 0;
      last += grew;
      if (!came && added === before) place = now;
      moved = Math.max(moved, Math.abs(now - place));
      if (!came || (above && added > before)) continue;
      added++;
      still = 0;
    }
  }
  probe.remove();
  return { added, moved };
};

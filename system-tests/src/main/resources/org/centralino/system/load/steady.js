/*
 * Says how far what is read in a thread moves while more is put above it or below it, in pixels, and how often there was
 * more. `above`: it goes to the beginning of what is loaded, so that older is fetched, and holds still there; otherwise
 * it holds still some lines before the end. It jumps, which no reader does, so it begins to measure when what is there
 * has been drawn.
 */
async ({ of, entries, above, times }) => {
  const box = scroller(of);
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const { left, top, width, height } = box.getBoundingClientRect();
  const read = () => document.elementFromPoint(left + width / 2, top + height / 2)?.closest(entries);
  const NEAR = 300;
  const DRAWN = 3;
  const STILL = 30;
  const deadline = performance.now() + 60_000;
  let added = 0;
  let moved = 0;
  if (!above) box.scrollTop -= height;
  while (added < times && performance.now() < deadline) {
    if (above) box.scrollTop = NEAR;
    let line, place;
    for (let same = 0; same < DRAWN && performance.now() < deadline; ) {
      await painted();
      const now = read();
      const there = now?.getBoundingClientRect().top;
      same = now && now === line && there === place ? same + 1 : 0;
      line = now;
      place = there;
    }
    if (!line) continue;
    let last = box.scrollHeight;
    const before = added;
    for (let still = 0; still < STILL && added < times + before; still++) {
      await painted();
      moved = Math.max(moved, Math.abs(line.getBoundingClientRect().top - place));
      if (box.scrollHeight === last) continue;
      last = box.scrollHeight;
      if (above && added > before) continue;
      added++;
      still = 0;
    }
  }
  return { added, moved };
};

/*
 * Says how far what is read in a thread moves while more is put above it or below it, in pixels, and how often there was
 * more. `above`: it goes to the beginning of what is loaded, so that older is fetched, and holds still there; otherwise
 * it holds still some lines before the end. It jumps, which no reader does, so what is drawn late before more has come does
 * not count.
 */
async ({ of, entries, above, times }) => {
  const box = scroller(of);
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const { left, top, width, height } = box.getBoundingClientRect();
  const read = () => document.elementFromPoint(left + width / 2, top + height / 2)?.closest(entries);
  const NEAR = 300;
  const STILL = 30;
  const deadline = performance.now() + 60_000;
  let added = 0;
  let moved = 0;
  if (!above) box.scrollTop -= height;
  while (added < times && performance.now() < deadline) {
    if (above) box.scrollTop = NEAR;
    await painted();
    const line = read();
    if (!line) continue;
    let place = line.getBoundingClientRect().top;
    let last = box.scrollHeight;
    const before = added;
    for (let still = 0; still < STILL && added < times + before; still++) {
      await painted();
      const now = line.getBoundingClientRect().top;
      const grew = box.scrollHeight - last;
      const came = above ? grew > height : grew !== 0;
      last = box.scrollHeight;
      if (!came && added === before) place = now;
      moved = Math.max(moved, Math.abs(now - place));
      if (!came || (above && added > before)) continue;
      added++;
      still = 0;
    }
  }
  return { added, moved };
};

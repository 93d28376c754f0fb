/* Opens the conversation of a row and says how long it took until its newest messages stood there, in milliseconds. */
async ({ row }) => {
  const links = [...document.querySelectorAll('nav[aria-label="Conversations"] a[data-row]')];
  const link = links[row];
  const name = link.getAttribute("aria-label") ?? link.textContent;
  const nextFrame = () => new Promise(requestAnimationFrame);
  const shown = () =>
    [...document.querySelectorAll("main h1")].some(
      (heading) => heading.textContent.length > 1 && name.startsWith(heading.textContent),
    ) && document.querySelector("[role=log] article, [role=log] [role=article]");
  const begin = performance.now();
  link.click();
  while (!shown()) {
    if (performance.now() - begin > 20_000) throw new Error(`${name} was not opened`);
    await nextFrame();
  }
  return performance.now() - begin;
};

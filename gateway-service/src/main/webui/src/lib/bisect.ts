/** How many of the first ones are so, of a row in which those that are stand before those that are not. */
export function bisect(count: number, isSo: (index: number) => boolean): number {
  let low = 0;
  for (let high = count; low < high;) {
    const middle = (low + high) >>> 1;
    if (isSo(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

import { describe, expect, it } from "vitest";
import { correction, pictureOf, qrOf } from "./qr";

const LINK = "https://wa.me/message/4BTWXOPLDHCIE1";

/** Reads a code as a camera would: the mask from its format, then bit after bit; without mending anything. */
function read(dark: boolean[][]): string {
  const size = dark.length;
  const version = (size - 17) / 4;
  const format = [0, 1, 2, 3, 4, 5]
    .map((y) => dark[y]![8]!)
    .concat(
      [dark[7]![8]!, dark[8]![8]!, dark[8]![7]!],
      [5, 4, 3, 2, 1, 0].map((x) => dark[8]![x]!),
    )
    .reduce((bits, isSet, bit) => bits | (Number(isSet) << bit), 0);
  const mask = ((format ^ 0x5412) >>> 10) & 7;
  const isMasked = (x: number, y: number) =>
    [
      (x + y) % 2,
      y % 2,
      x % 3,
      (x + y) % 3,
      (Math.floor(y / 2) + Math.floor(x / 3)) % 2,
      ((x * y) % 2) + ((x * y) % 3),
      (((x * y) % 2) + ((x * y) % 3)) % 2,
      (((x + y) % 2) + ((x * y) % 3)) % 2,
    ][mask] === 0;
  const middle = size - 7;
  const isFrame = (x: number, y: number) =>
    (x < 9 && y < 9) ||
    (x >= size - 8 && y < 9) ||
    (x < 9 && y >= size - 8) ||
    x === 6 ||
    y === 6 ||
    (version > 1 && Math.abs(x - middle) <= 2 && Math.abs(y - middle) <= 2);
  const bits: number[] = [];
  let up = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const y = up ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (!isFrame(x, y)) bits.push(Number(dark[y]![x]! !== isMasked(x, y)));
      }
    }
    up = !up;
  }
  const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, word) =>
    bits.slice(word * 8, word * 8 + 8).reduce((value, bit) => value * 2 + bit, 0),
  );
  const [room, blocks] = [
    [16, 1],
    [28, 1],
    [44, 1],
    [64, 2],
    [86, 2],
    [108, 4],
  ][version - 1]!;
  const data = Array.from({ length: blocks! }, (_, block) =>
    words.slice(0, room).filter((_, place) => place % blocks! === block),
  ).flat();
  const stream = data.flatMap((word) => [...word.toString(2).padStart(8, "0")]).join("");
  expect(stream.slice(0, 4)).toBe("0100");
  const length = Number.parseInt(stream.slice(4, 12), 2);
  const bytes = Array.from({ length }, (_, place) =>
    Number.parseInt(stream.slice(12 + place * 8, 20 + place * 8), 2),
  );
  return new TextDecoder().decode(new Uint8Array(bytes));
}

describe("a QR code", () => {
  it.each([
    LINK,
    "https://wa.me/1",
    "x".repeat(60),
    "é".repeat(40),
    "https://wa.me/message/".padEnd(106, "A"),
  ])("says what it was made of: %s", (text) => expect(read(qrOf(text)!)).toBe(text));

  it("has its three eyes, and the format in both places", () => {
    const dark = qrOf(LINK)!;
    const size = dark.length;
    for (const [x, y] of [
      [0, 0],
      [size - 7, 0],
      [0, size - 7],
    ] as const) {
      expect(dark[y]!.slice(x, x + 7).every(Boolean)).toBe(true);
      expect(dark[y + 1]!.slice(x, x + 7)).toEqual([true, false, false, false, false, false, true]);
    }
    const first = [0, 1, 2, 3, 4, 5, 7, 8].map((y) => dark[y]![8]);
    const second = [1, 2, 3, 4, 5, 6, 7, 8].map((back) => dark[8]![size - back]);
    expect(first).toEqual(second);
    expect(dark[size - 8]![8]).toBe(true);
  });

  it("has the error codewords of the standard’s example", () => {
    const data = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17];
    expect(correction(data, 10)).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23]);
  });

  it("is a picture that stands in its own address", () => {
    expect(decodeURIComponent(pictureOf(LINK))).toContain("<svg");
    expect(pictureOf("x".repeat(107))).toBe("");
  });
});

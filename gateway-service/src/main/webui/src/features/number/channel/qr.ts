/** Data and error codewords of versions 1 to 6 at level M (ISO/IEC 18004): all, of errors in a block, blocks. */
const VERSIONS = [
  [26, 10, 1],
  [44, 16, 1],
  [70, 26, 1],
  [100, 18, 2],
  [134, 24, 2],
  [172, 16, 4],
] as const;
const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];
const QUIET = 4;

type Grid = boolean[][];

const grid = (size: number): Grid => Array.from({ length: size }, () => Array<boolean>(size).fill(false));

function product(a: number, b: number): number {
  let result = 0;
  for (let bit = 7; bit >= 0; bit--) {
    result = (result << 1) ^ ((result >>> 7) * 0x11d);
    if ((b >>> bit) & 1) result ^= a;
  }
  return result;
}

/** The error codewords of a block. */
export function correction(data: readonly number[], length: number): number[] {
  const divisor = Array<number>(length).fill(0);
  divisor[length - 1] = 1;
  let root = 1;
  for (let power = 0; power < length; power++) {
    for (let place = 0; place < length; place++) {
      divisor[place] = product(divisor[place]!, root) ^ (divisor[place + 1] ?? 0);
    }
    root = product(root, 2);
  }
  const rest = Array<number>(length).fill(0);
  for (const byte of data) {
    const factor = byte ^ rest.shift()!;
    rest.push(0);
    divisor.forEach((value, place) => (rest[place]! ^= product(value, factor)));
  }
  return rest;
}

/** All codewords in the order in which they are drawn. */
function codewords(bytes: Uint8Array, version: number): number[] {
  const [all, ofErrors, blocks] = VERSIONS[version - 1]!;
  const room = all - ofErrors * blocks;
  const bits: number[] = [];
  const write = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >>> bit) & 1);
  };
  write(4, 4);
  write(bytes.length, 8);
  bytes.forEach((byte) => write(byte, 8));
  write(0, Math.min(4, room * 8 - bits.length));
  while (bits.length % 8 > 0) bits.push(0);
  for (let filling = 0xec; bits.length < room * 8; filling ^= 0xec ^ 0x11) write(filling, 8);
  const data = Array.from({ length: room }, (_, byte) =>
    bits.slice(byte * 8, byte * 8 + 8).reduce((value, bit) => (value << 1) | bit, 0),
  );
  const size = room / blocks;
  const parts = Array.from({ length: blocks }, (_, block) => data.slice(block * size, (block + 1) * size));
  const corrections = parts.map((part) => correction(part, ofErrors));
  const across = (rows: readonly number[][]) =>
    rows[0]!.flatMap((_, place) => rows.map((row) => row[place]!));
  return [...across(parts), ...across(corrections)];
}

/** What stands in every code of this size: where nothing else may be drawn. */
function frame(version: number): { dark: Grid; taken: Grid } {
  const size = version * 4 + 17;
  const dark = grid(size);
  const taken = grid(size);
  const set = (x: number, y: number, isDark: boolean) => {
    if (x < 0 || y < 0 || x >= size || y >= size) return;
    dark[y]![x] = isDark;
    taken[y]![x] = true;
  };
  for (let place = 0; place < size; place++) {
    set(6, place, place % 2 === 0);
    set(place, 6, place % 2 === 0);
  }
  for (const [middleX, middleY] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const) {
    for (let y = -4; y <= 4; y++) {
      for (let x = -4; x <= 4; x++) {
        const ring = Math.max(Math.abs(x), Math.abs(y));
        set(middleX + x, middleY + y, ring !== 2 && ring !== 4);
      }
    }
  }
  if (version > 1) {
    const middle = size - 7;
    for (let y = -2; y <= 2; y++) {
      for (let x = -2; x <= 2; x++) {
        set(middle + x, middle + y, Math.max(Math.abs(x), Math.abs(y)) !== 1);
      }
    }
  }
  return { dark, taken };
}

function writeFormat(dark: Grid, taken: Grid, mask: number): void {
  const size = dark.length;
  let rest = mask;
  for (let step = 0; step < 10; step++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = ((mask << 10) | rest) ^ 0x5412;
  const set = (x: number, y: number, bit: number) => {
    dark[y]![x] = ((bits >>> bit) & 1) === 1;
    taken[y]![x] = true;
  };
  for (let bit = 0; bit <= 5; bit++) set(8, bit, bit);
  set(8, 7, 6);
  set(8, 8, 7);
  set(7, 8, 8);
  for (let bit = 9; bit < 15; bit++) set(14 - bit, 8, bit);
  for (let bit = 0; bit < 8; bit++) set(size - 1 - bit, 8, bit);
  for (let bit = 8; bit < 15; bit++) set(8, size - 15 + bit, bit);
  dark[size - 8]![8] = true;
  taken[size - 8]![8] = true;
}

function drawn(words: readonly number[], version: number, mask: number): Grid {
  const { dark, taken } = frame(version);
  writeFormat(dark, taken, mask);
  const size = dark.length;
  let bit = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      for (let side = 0; side < 2; side++) {
        const x = right - side;
        const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
        if (taken[y]![x]) continue;
        const isSet = bit < words.length * 8 && ((words[bit >>> 3]! >>> (7 - (bit & 7))) & 1) === 1;
        dark[y]![x] = isSet !== MASKS[mask]!(x, y);
        bit++;
      }
    }
  }
  return dark;
}

/** How hard it is for a camera: long runs, blocks of one colour, too much of one colour. */
function hardness(dark: Grid): number {
  const size = dark.length;
  let points = 0;
  const runs = (at: (line: number, place: number) => boolean) => {
    for (let line = 0; line < size; line++) {
      let run = 1;
      for (let place = 1; place <= size; place++) {
        if (place < size && at(line, place) === at(line, place - 1)) run++;
        else {
          if (run >= 5) points += run - 2;
          run = 1;
        }
      }
    }
  };
  runs((y, x) => dark[y]![x]!);
  runs((x, y) => dark[y]![x]!);
  for (let y = 1; y < size; y++) {
    for (let x = 1; x < size; x++) {
      const one = dark[y]![x];
      if (one === dark[y]![x - 1] && one === dark[y - 1]![x] && one === dark[y - 1]![x - 1]) points += 3;
    }
  }
  const share = dark.flat().filter(Boolean).length / (size * size);
  return points + Math.floor(Math.abs(share - 0.5) * 20) * 10;
}

/** The dark squares of a QR code, row by row; `null` when the text is too long (106 bytes). */
export function qrOf(text: string): boolean[][] | null {
  const bytes = new TextEncoder().encode(text);
  const version =
    VERSIONS.findIndex(([all, ofErrors, blocks]) => bytes.length + 2 <= all - ofErrors * blocks) + 1;
  if (version === 0) return null;
  const words = codewords(bytes, version);
  return MASKS.map((_, mask) => drawn(words, version, mask))
    .map((dark) => ({ dark, points: hardness(dark) }))
    .reduce((best, one) => (one.points < best.points ? one : best)).dark;
}

/** The QR code of a link as a picture that stands in its address; empty when there is none. */
export function pictureOf(link: string): string {
  const dark = qrOf(link);
  if (!dark) return "";
  const size = dark.length + 2 * QUIET;
  const path = dark
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : "")))
    .join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

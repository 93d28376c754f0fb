/*
 * Browsers record Opus in WebM, WhatsApp plays it in Ogg: the packets are taken out of the one and put into the other, and
 * nothing is encoded anew. WebM is a tree of elements, each with an id and a length (RFC 8794); an Ogg page has up to 255
 * segments and a checksum (RFC 3533); the first two packets say what the others are (RFC 7845).
 */

const ID = {
  segment: 0x18538067,
  tracks: 0x1654ae6b,
  entry: 0xae,
  codecPrivate: 0x63a2,
  cluster: 0x1f43b675,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
};
const GROUPS: readonly number[] = [ID.segment, ID.tracks, ID.entry, ID.cluster, ID.blockGroup];
/** Track, time and flags stand before the packet of a block. */
const BLOCK_HEAD = 4;
const SERIAL = 1;
/** So many packets on a page are about a second. */
const PACKETS = 50;

/** @throws when there is nothing in it that could be played */
export function oggOfWebm(webm: ArrayBuffer): Uint8Array<ArrayBuffer> {
  const { head, packets } = read(new Uint8Array(webm));
  if (!head || packets.length === 0) throw new Error("no Opus in it");
  const pages = [page([head], 0, 0, 2), page([tags()], 0, 1, 0)];
  let granule = 0;
  for (let from = 0; from < packets.length;) {
    const some = onePage(packets, from);
    from += some.length;
    granule += some.reduce((samples, packet) => samples + samplesIn(packet), 0);
    pages.push(page(some, granule, pages.length, from < packets.length ? 0 : 4));
  }
  return joined(pages);
}

/** As many packets as one page has room for: none is cut in two. */
function onePage(packets: readonly Uint8Array[], from: number): readonly Uint8Array[] {
  let segments = 0;
  let to = from;
  while (to < packets.length && to - from < PACKETS) {
    segments += Math.floor(packets[to]!.length / 255) + 1;
    if (segments > 255) break;
    to++;
  }
  return packets.slice(from, to);
}

function read(bytes: Uint8Array) {
  const found: { head: Uint8Array | null; packets: Uint8Array[] } = { head: null, packets: [] };
  walk(bytes, 0, bytes.length, found);
  return found;
}

function walk(bytes: Uint8Array, from: number, end: number, found: ReturnType<typeof read>): void {
  for (let at = from; at < end;) {
    const id = number(bytes, at, false);
    const length = number(bytes, at + id.width, true);
    const begin = at + id.width + length.width;
    // What is written while it is recorded may not say how long it is: then it goes on to the end.
    const stop = length.unknown ? end : Math.min(end, begin + length.value);
    if (GROUPS.includes(id.value)) walk(bytes, begin, stop, found);
    else if (id.value === ID.codecPrivate) found.head = bytes.slice(begin, stop);
    else if (id.value === ID.simpleBlock || id.value === ID.block)
      found.packets.push(bytes.subarray(begin + BLOCK_HEAD, stop));
    at = stop;
  }
}

/** How many bytes a number has, its first bits say. */
function number(bytes: Uint8Array, at: number, withoutMark: boolean) {
  const first = bytes[at] ?? 0;
  const width = Math.clz32(first) - 23;
  if (width > 8) throw new Error("damaged");
  let value = withoutMark ? first & (0xff >> width) : first;
  let unknown = withoutMark && value === 0xff >> width;
  for (let next = 1; next < width; next++) {
    const byte = bytes[at + next] ?? 0;
    value = value * 256 + byte;
    unknown &&= byte === 0xff;
  }
  return { value, width, unknown };
}

/** How long a packet plays, by its first bytes (RFC 6716, section 3.1). */
function samplesIn(packet: Uint8Array): number {
  const toc = packet[0] ?? 0;
  const mode = toc >> 3;
  const frame =
    mode < 12
      ? [480, 960, 1920, 2880][mode % 4]!
      : mode < 16
        ? [480, 960][mode % 2]!
        : [120, 240, 480, 960][mode % 4]!;
  const count = [1, 2, 2, (packet[1] ?? 0) & 0x3f][toc & 3]!;
  return frame * count;
}

function tags(): Uint8Array {
  const vendor = new TextEncoder().encode("Centralino");
  const packet = new Uint8Array(16 + vendor.length);
  packet.set(new TextEncoder().encode("OpusTags"));
  new DataView(packet.buffer).setUint32(8, vendor.length, true);
  packet.set(vendor, 12);
  return packet;
}

/** @param flags 2 for the first page, 4 for the last */
function page(packets: readonly Uint8Array[], granule: number, sequence: number, flags: number): Uint8Array {
  const lacing = packets.flatMap(({ length }) => [
    ...Array<number>(Math.floor(length / 255)).fill(255),
    length % 255,
  ]);
  if (lacing.length > 255) throw new Error("too much for a page");
  const head = new Uint8Array(27 + lacing.length);
  head.set(new TextEncoder().encode("OggS"));
  head[5] = flags;
  const view = new DataView(head.buffer);
  view.setBigUint64(6, BigInt(granule), true);
  view.setUint32(14, SERIAL, true);
  view.setUint32(18, sequence, true);
  head[26] = lacing.length;
  head.set(lacing, 27);
  const whole = joined([head, ...packets]);
  new DataView(whole.buffer).setUint32(22, checksum(whole), true);
  return whole;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24;
  for (let bit = 0; bit < 8; bit++) value = (value << 1) ^ (value & 0x80000000 ? 0x04c11db7 : 0);
  return value >>> 0;
});

export const checksum = (bytes: Uint8Array): number =>
  bytes.reduce((sum, byte) => ((sum << 8) ^ TABLE[(sum >>> 24) ^ byte]!) >>> 0, 0);

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

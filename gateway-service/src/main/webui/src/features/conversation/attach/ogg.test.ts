import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { checksum, oggOfWebm } from "./ogg";

/** Tests run in the folder of the web app. */
const SPOKEN = resolve("../../../../simulator/src/main/resources/META-INF/resources/samples/voice.ogg");

interface Page {
  flags: number;
  granule: number;
  sequence: number;
  packets: Uint8Array[];
  /** Whether its checksum is that of its bytes. */
  whole: boolean;
}

/** What a player reads. No packet goes over the end of a page. */
function pagesOf(ogg: Uint8Array): Page[] {
  const pages: Page[] = [];
  for (let at = 0; at < ogg.length;) {
    const view = new DataView(ogg.buffer, ogg.byteOffset + at);
    expect(String.fromCharCode(...ogg.subarray(at, at + 4))).toBe("OggS");
    const segments = ogg.subarray(at + 27, at + 27 + view.getUint8(26));
    let begin = at + 27 + segments.length;
    let end = begin;
    const packets: Uint8Array[] = [];
    for (const length of segments) {
      end += length;
      if (length === 255) continue;
      packets.push(ogg.slice(begin, end));
      begin = end;
    }
    const bytes = ogg.slice(at, end);
    bytes.fill(0, 22, 26);
    pages.push({
      flags: view.getUint8(5),
      granule: Number(view.getBigUint64(6, true)),
      sequence: view.getUint32(18, true),
      packets,
      whole: checksum(bytes) === view.getUint32(22, true),
    });
    at = end;
  }
  return pages;
}

const packetsOf = (pages: readonly Page[]) => pages.flatMap(({ packets }) => packets);

const UNKNOWN = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
const element = (id: number[], body: number[], length = [0x40 | (body.length >> 8), body.length & 0xff]) => [
  ...id,
  ...length,
  ...body,
];

/** As a browser records: how long the whole and each part of it is, was not known when it began. */
function webm(head: Uint8Array, packets: readonly Uint8Array[]): ArrayBuffer {
  const blocks = packets.flatMap((packet, at) =>
    element([0xa3], [0x81, at >> 8, at & 0xff, 0x80, ...packet]),
  );
  const tracks = element([0x16, 0x54, 0xae, 0x6b], element([0xae], element([0x63, 0xa2], [...head])));
  const cluster = [0x1f, 0x43, 0xb6, 0x75, ...UNKNOWN, ...element([0xe7], [0]), ...blocks];
  const header = element([0x1a, 0x45, 0xdf, 0xa3], [0x42, 0x86, 0x81, 1]);
  return new Uint8Array([...header, 0x18, 0x53, 0x80, 0x67, ...UNKNOWN, ...tracks, ...cluster]).buffer;
}

describe("a recording", () => {
  const sample = new Uint8Array(readFileSync(SPOKEN));
  const [head, , ...packets] = packetsOf(pagesOf(sample));

  it("has the same packets in Ogg as in WebM, and says how long they play", () => {
    const pages = pagesOf(oggOfWebm(webm(head!, packets)));

    expect(packetsOf(pages).slice(2)).toEqual(packets);
    expect(packetsOf(pages)[0]).toEqual(head);
    expect(pages.map(({ sequence }) => sequence)).toEqual(pages.map((_, at) => at));
    expect(pages.map(({ flags }) => flags)).toEqual([2, 0, ...pages.slice(3).map(() => 0), 4]);
    expect(pages.every(({ whole }) => whole)).toBe(true);
    const last = pagesOf(sample).at(-1)!.granule;
    expect(Math.abs(pages.at(-1)!.granule - last)).toBeLessThan(48_000 / 10);
  });

  it("has checksums as other programs compute them", () => {
    expect(pagesOf(sample).every(({ whole }) => whole)).toBe(true);
  });

  it("of nothing is none", () => {
    expect(() => oggOfWebm(webm(head!, []))).toThrow();
    expect(() => oggOfWebm(new ArrayBuffer(0))).toThrow();
  });
});

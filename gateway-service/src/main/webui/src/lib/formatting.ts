/** WhatsApp's own markup, as a tree. Turned into nodes by one component; never into HTML. */
export type Piece =
  | { kind: "text"; text: string }
  | { kind: "link"; text: string; href: string }
  | { kind: "mono"; text: string }
  | { kind: "bold" | "italic" | "strike"; pieces: Piece[] };

const MARKS = { "*": "bold", _: "italic", "~": "strike" } as const;
const LINK = /https?:\/\/[^\s<>"“”]+/gi;

const isEdge = (character: string | undefined): boolean =>
  character === undefined || /[\s\p{P}\p{S}]/u.test(character);

function links(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const raw = match[0].replace(/[.,;:!?)\]}'’]+$/, "");
    let href: URL;
    try {
      href = new URL(raw);
    } catch {
      continue;
    }
    if (match.index > from) pieces.push({ kind: "text", text: text.slice(from, match.index) });
    pieces.push({ kind: "link", text: raw, href: href.href });
    from = match.index + raw.length;
  }
  if (from < text.length) pieces.push({ kind: "text", text: text.slice(from) });
  return pieces;
}

export function formatted(text: string, depth = 0): Piece[] {
  const pieces: Piece[] = [];
  let plain = 0;
  const flush = (to: number) => {
    if (to > plain) pieces.push(...links(text.slice(plain, to)));
  };
  for (let at = 0; at < text.length; at++) {
    if (text.startsWith("```", at)) {
      const end = text.indexOf("```", at + 3);
      if (end > at + 3) {
        flush(at);
        pieces.push({ kind: "mono", text: text.slice(at + 3, end) });
        plain = end + 3;
        at = end + 2;
      }
      continue;
    }
    if (/^https?:\/\//i.test(text.slice(at, at + 8))) {
      // Underscores and stars in an address are part of it.
      at += (/^[^\s<>"“”]+/.exec(text.slice(at))?.[0].length ?? 1) - 1;
      continue;
    }
    const mark = text[at] as keyof typeof MARKS;
    const kind = MARKS[mark];
    if (!kind || depth > 4 || !isEdge(text[at - 1]) || /\s/.test(text[at + 1] ?? " ")) continue;
    const end = closing(text, mark, at + 1);
    if (end < 0) continue;
    flush(at);
    pieces.push({ kind, pieces: formatted(text.slice(at + 1, end), depth + 1) });
    plain = end + 1;
    at = end;
  }
  flush(text.length);
  return pieces;
}

function closing(text: string, mark: string, from: number): number {
  for (let end = text.indexOf(mark, from); end >= 0; end = text.indexOf(mark, end + 1)) {
    const line = text.slice(from, end);
    if (line.includes("\n")) return -1;
    if (end > from && !/\s/.test(text[end - 1] ?? "") && isEdge(text[end + 1])) return end;
  }
  return -1;
}

/** `Giulia Ferri` → `GF`. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letter = (word: string | undefined) => [...(word?.replace(/^[^\p{L}\p{N}]+/u, "") ?? "")][0] ?? "";
  const picked = words.length > 1 ? letter(words[0]) + letter(words.at(-1)) : letter(words[0]);
  return picked.toLocaleUpperCase() || "?";
}

export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;

const HUES = [350, 285, 55, 230, 165, 25, 320, 200, 90, 260, 140, 305];

/** One of twelve hues, always the same for the same person. */
export function hueOf(id: string): number {
  let hash = 2166136261;
  for (const character of id) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619);
  return HUES[(hash >>> 0) % HUES.length] ?? 165;
}

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { chooseLanguage, type Key, translate, withTexts } from "./translate";

type Table = Record<string, string>;

const found = (pattern: RegExp, folder = "src"): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return found(pattern, path);
    return pattern.test(entry.name) ? [path] : [];
  });
const read = (path: string) => readFileSync(path, "utf8");
const table = (path: string) => JSON.parse(read(path)) as Table;

/** The folders that have texts of their own, with both languages. */
const folders = found(/^texts\.en\.json$/).map((path) => {
  const folder = dirname(path);
  return { folder, en: table(path), it: table(join(folder, "texts.it.json")) };
});
const sources = found(/(?<!\.test)\.tsx?$/).map((path) => ({ path, code: read(path) }));

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
const stem = (key: string) => key.replace(/_(one|other)$/, "");

/** Whether a source asks for a key: by its name, or by a template such as `view.${view}` that can become it. */
const asksFor = (code: string, key: string): boolean =>
  code.includes(`"${key}"`) ||
  [...code.matchAll(/`([\w.-]+\.)\$\{[^}]+\}([\w.-]*)`/g)].some(
    ([, head, tail]) => key.startsWith(head!) && key.endsWith(tail!),
  ) ||
  isSaidByPlace(code, key);

/** Lines of a thread are said by one piece of code in the thread and in the history, which has its words itself. */
const isSaidByPlace = (code: string, key: string): boolean =>
  code.includes("`${place}.") && /^(system|history)\./.test(key);

describe.each(folders)("the texts of $folder", ({ folder, en, it: italian }) => {
  it("exist in Italian for each that exists in English, and the other way round", () => {
    expect(Object.keys(italian).sort()).toEqual(Object.keys(en).sort());
  });

  it("have the same holes to fill in both languages", () => {
    for (const [key, text] of Object.entries(en)) expect(holes(italian[key]!), key).toEqual(holes(text));
  });

  it("are not empty, and every plural has both forms", () => {
    for (const texts of [en, italian]) {
      for (const [key, text] of Object.entries(texts)) {
        expect(text.trim(), key).not.toBe("");
        if (key.endsWith("_one")) expect(texts).toHaveProperty([`${stem(key)}_other`]);
      }
    }
  });

  it("are all used, and by no other feature", () => {
    const shared = folder === join("src", "i18n");
    for (const key of new Set(Object.keys(en).map(stem))) {
      const users = sources.filter(({ code }) => asksFor(code, key));
      expect(users, key).not.toEqual([]);
      if (shared) continue;
      const strangers = users
        .filter(({ code }) => !isSaidByPlace(code, key))
        .map(({ path }) => path)
        .filter((path) => relative(folder, path).startsWith("..") && !path.startsWith(join("src", "lib")));
      expect(strangers, key).toEqual([]);
    }
  });
});

describe("texts", () => {
  it("stand in one place each", () => {
    const keys = folders.flatMap(({ en }) => Object.keys(en));
    expect(keys.length).toBe(new Set(keys).size);
  });

  it("of parts that come at once are all there, whichever comes first", async () => {
    await chooseLanguage("en");
    const lazily = (key: string, delay: number) => {
      const load = () =>
        new Promise<{ default: Record<string, string> }>((resolve) =>
          setTimeout(() => resolve({ default: { [key]: "here" } }), delay),
        );
      return { en: load, it: load };
    };
    const slow = lazily("slow.part", 20);

    await Promise.all([withTexts(slow), withTexts(lazily("quick.part", 0)), withTexts(slow)]);

    expect(["slow.part", "quick.part"].map((key) => translate(key as Key))).toEqual(["here", "here"]);
    await chooseLanguage("it");
    expect(["slow.part", "quick.part"].map((key) => translate(key as Key))).toEqual(["here", "here"]);
  });

  it("choose the plural by the language's own rules and write numbers its way", async () => {
    await chooseLanguage("it");
    expect(translate("row.unread", { count: 1 })).toBe("1 non letto");
    expect(translate("row.unread", { count: 12_000 })).toBe("12.000 non letti");
    await chooseLanguage("en");
    expect(translate("row.unread", { count: 12_000 })).toBe("12,000 unread");
  });
});

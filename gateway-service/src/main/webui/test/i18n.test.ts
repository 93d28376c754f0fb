import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import en from "../src/i18n/en.json";
import it_ from "../src/i18n/it.json";
import { chooseLanguage, translate } from "../src/i18n/translate";

const languages: Record<string, Record<string, string>> = { en, it: it_ };
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /(?<!\.test)\.tsx?$/.test(entry.name) ? [readFileSync(path, "utf8")] : [];
  });

describe("texts", () => {
  it("exist in Italian for each that exists in English, and the other way round", () => {
    expect(Object.keys(it_).sort()).toEqual(Object.keys(en).sort());
  });

  it("have the same holes to fill in both languages", () => {
    for (const [key, text] of Object.entries(en))
      expect(holes(languages["it"]![key]!), key).toEqual(holes(text));
  });

  it("are not empty, and every plural has both forms", () => {
    for (const [name, table] of Object.entries(languages)) {
      for (const [key, text] of Object.entries(table)) {
        expect(text.trim(), `${name} ${key}`).not.toBe("");
        if (key.endsWith("_one")) expect(table).toHaveProperty([key.replace(/_one$/, "_other")]);
      }
    }
  });

  it("are all used", () => {
    const code = sources("src").join("\n");
    const stems = new Set(Object.keys(en).map((key) => key.replace(/_(one|other)$/, "")));
    const families = [...code.matchAll(/`([\w.-]+\.)\$\{[^}]+\}([\w.-]*)`/g)].map(([, head, tail]) => [
      head!,
      tail!,
    ]);
    families.push(["system.", ""], ["history.", ""]);
    const unused = [...stems].filter(
      (key) =>
        !code.includes(`"${key}"`) &&
        !families.some(([head, tail]) => key.startsWith(head!) && key.endsWith(tail!)),
    );
    expect(unused).toEqual([]);
  });

  it("choose the plural by the language's own rules and write numbers its way", () => {
    chooseLanguage("it");
    expect(translate("row.unread", { count: 1 })).toBe("1 non letto");
    expect(translate("row.unread", { count: 12_000 })).toBe("12.000 non letti");
    chooseLanguage("en");
    expect(translate("row.unread", { count: 12_000 })).toBe("12,000 unread");
  });
});

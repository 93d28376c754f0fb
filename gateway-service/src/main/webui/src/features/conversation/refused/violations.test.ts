import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import type { Problem } from "../../../api/types";
import { chooseLanguage, type Language, translate } from "../../../i18n/translate";
import { withRefusalTexts } from "./texts";
import { violationsInWords } from "./violations";

type Violation = NonNullable<Problem["violations"]>[number];

const said = (violation: Partial<Violation>): string | null =>
  violationsInWords(
    { violations: [{ field: "body.nome", message: "is fishy", ...violation }] } as Problem,
    translate,
  );

type Described<Name extends string, Of> = { properties: Record<Name, Of> };
const api = JSON.parse(readFileSync("../../../openapi.json", "utf8")) as {
  components: {
    schemas: {
      Problem: Described<"violations", { items: Described<"code", { enum: Violation["code"][] }> }>;
    };
  };
};
const codes = api.components.schemas.Problem.properties.violations.items.properties.code.enum;

afterEach(() => chooseLanguage("en"));

describe("what the server says is wrong", () => {
  it.each<Language>(["en", "it"])(
    "is said by its code, whatever the server’s words (%s)",
    async (language) => {
      await chooseLanguage(language);
      await withRefusalTexts(() => Promise.resolve());
      expect(codes.length).toBeGreaterThan(15);

      // Of a rule without a name nothing is known but the server's words.
      for (const code of codes.filter((each) => each !== "invalid")) {
        const sentence = said({ code, limit: 7 });
        expect(sentence, code).not.toContain("fishy");
        expect(sentence, code).not.toContain("refused.");
        expect(sentence, code).not.toContain("{limit}");
      }
    },
  );

  it("is said in the server’s words where it names no rule that is known", async () => {
    await chooseLanguage("en");
    await withRefusalTexts(() => Promise.resolve());

    expect(said({ code: "invalid" })).toBe("In the text {{nome}}: is fishy.");
    expect(said({ code: "of-tomorrow" as Violation["code"] })).toContain("is fishy.");
    expect(said({ code: "too-long" })).toContain("is fishy.");
  });
});

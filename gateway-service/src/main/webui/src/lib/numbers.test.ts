import { describe, expect, it } from "vitest";
import { config } from "../../test/fixtures";
import { knownNumber, numberLabel } from "./numbers";

const [MILAN] = config.numbers;
const ROME = { phoneNumberId: "510000000000024", displayPhone: "+39 06 9999 0002", name: "Roma" };

describe("a number that was removed", () => {
  const one = { numbers: [MILAN!], formerNumbers: [ROME] };

  it("keeps the name by which its conversations are known, also beside one that is left", () => {
    expect(numberLabel(one, ROME.phoneNumberId)).toBe("Roma");
    expect(numberLabel(one, MILAN!.phoneNumberId)).toBe("Casa Lume");
  });

  it("can be filtered by", () => {
    expect(knownNumber(one, ROME.phoneNumberId)).toBe(ROME.phoneNumberId);
    expect(knownNumber(one, "510000000000099")).toBeNull();
  });

  it("is told from a namesake by its digits, and has its id when nothing else is known", () => {
    const namesake = { ...ROME, name: MILAN!.name };
    expect(numberLabel({ numbers: [MILAN!], formerNumbers: [namesake] }, ROME.phoneNumberId)).toBe(
      "+39 06 9999 0002",
    );
    const unknown = { phoneNumberId: ROME.phoneNumberId };
    expect(numberLabel({ numbers: [MILAN!], formerNumbers: [unknown] }, ROME.phoneNumberId)).toBe(
      ROME.phoneNumberId,
    );
  });
});

it("a number that is the only one ever needs no name", () => {
  expect(numberLabel({ numbers: [MILAN!], formerNumbers: [] }, MILAN!.phoneNumberId)).toBeNull();
});

import type { Key } from "../../../i18n";

/** What mends a failed test message, by the platform's codes (fact sheet, section 12.2); ranges include both ends. */
const ADVICE: readonly (readonly [codes: readonly (number | readonly [number, number])[], advice: Key])[] = [
  [[131047], "number.test.why.write"],
  [[131026], "number.test.why.phone"],
  [[131021], "number.test.why.itself"],
  [[131042, 134011], "number.test.why.payment"],
  [[131030], "number.test.why.list"],
  [[368, 131031], "number.test.why.locked"],
  [[131045, 133000, 133006, 133010, 133015, 141000], "number.test.why.register"],
  [[131037], "number.test.why.name"],
  [[130472, 131049, 131050], "number.test.why.person"],
  [[130497], "number.test.why.country"],
  [[130403], "number.test.why.blocked"],
  [[131048], "number.test.why.slow"],
  [[[132000, 132099]], "number.test.why.template"],
  [[1, 2, 4, 613, 80007, 130429, 131000, 131016, 131056, 131057, 133004], "number.test.why.wait"],
  [[0, 3, 10, 190, [200, 299], 131005], "number.test.why.token"],
];

/** The sentence that says how it is mended. */
export const adviceFor = (code: number | undefined): Key =>
  ADVICE.find(([codes]) =>
    codes.some((one) =>
      typeof one === "number" ? one === code : code !== undefined && code >= one[0] && code <= one[1],
    ),
  )?.[1] ?? "number.test.why.other";

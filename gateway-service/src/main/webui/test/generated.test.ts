import { expect, it } from "vitest";
import { committed, made } from "../generate.mjs";

it("the types say what the services and the events say: else `npm run generate`, and look at the difference", async () => {
  for (const [file, text] of Object.entries(await made())) expect(committed(file) === text, file).toBe(true);
});

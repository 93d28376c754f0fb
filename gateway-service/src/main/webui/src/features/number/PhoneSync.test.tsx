import { screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { World } from "../../../test/fixtures";
import { accessible, openApp } from "../../../test/screen";
import type { NumberHealth, NumberSync } from "../../api/types";
import { chooseLanguage } from "../../i18n";

const OURS = "510000000000023";
const WELL: NumberHealth = {
  phoneNumberId: OURS,
  number: "390299990001",
  displayPhone: "+39 02 9999 0001",
  name: "Casa Lume",
  ofSettings: true,
  connected: true,
  level: "ok",
  limitations: [],
};
const NONE: NumberSync = { state: "none", mayAsk: true, progress: 0, messages: 0 };
const AT = "2026-11-20T09:00:00Z";
const RUNNING: NumberSync = {
  state: "running",
  mayAsk: false,
  askedAt: AT,
  askedBy: "Dario Greco",
  heardAt: AT,
  progress: 55,
  messages: 1200,
};

/** How often the phone was asked. */
let asked = 0;

const open = async (sync: NumberSync, mayAsk = false, after: NumberSync = sync) => {
  const opened = await openApp(
    new World(),
    "carla",
    "/settings/number",
    ({ api, session }) => {
      api.numbersAnswer = (path, _, method) => {
        if (method === "POST") asked++;
        if (path === "/numbers") return { items: [WELL] };
        if (path === `/numbers/${OURS}`) return { health: WELL, facts: [] };
        if (path === `/numbers/${OURS}/sync`) return asked > 0 ? after : sync;
        return { items: [] };
      };
      if (mayAsk) session.me = { ...session.me, permissions: [...session.me.permissions, "number.sync"] };
    },
    { name: /^Main|^Principale$/ },
  );
  return { ...opened, section: await screen.findByRole("region", { name: "Casa Lume" }) };
};

beforeEach(async () => {
  asked = 0;
  await chooseLanguage("en");
});

describe("what the phone hands over", () => {
  it("is shown with how far it has come, and who asked", async () => {
    const { section } = await open(RUNNING);

    expect(await within(section).findByText(/chats of the last 180 days are coming/)).toBeTruthy();
    expect(within(section).getByRole("progressbar", { name: "How much has come" })).toHaveProperty(
      "value",
      55,
    );
    expect(within(section).getByText(/55 % has come\. 1,200 messages so far\./)).toBeTruthy();
    expect(within(section).getByText(/Chats asked for by Dario Greco/)).toBeTruthy();
    expect(within(section).queryByRole("button", { name: "Ask for the chats" })).toBeNull();
    await accessible();
  });

  it("is asked for by those who may, after a question", async () => {
    const { section, user } = await open(NONE, true, RUNNING);
    await user.click(await within(section).findByRole("button", { name: "Ask for the chats" }));
    await accessible();

    await user.click(await screen.findByRole("button", { name: "Ask" }));

    expect(await within(section).findByText(/chats of the last 180 days are coming/)).toBeTruthy();
    expect(asked).toBe(1);
  });

  it("is no matter for those who may not ask, when nothing ever came", async () => {
    const { section } = await open(NONE);
    await within(section).findByText("Everything works");

    expect(within(section).queryByText("What the phone hands over")).toBeNull();
  });

  it("says why nothing comes, and what to do", async () => {
    const { section } = await open({
      ...NONE,
      state: "declined",
      error: { code: 2593109, title: "History sync is turned off" },
    });

    expect(await within(section).findByText("The phone does not hand over its chats.")).toBeTruthy();
    expect(within(section).getByText(/allow sharing on the phone/)).toBeTruthy();
  });

  it("says WhatsApp’s own words for what has none here", async () => {
    const { section } = await open({
      ...NONE,
      state: "refused",
      error: { code: 1, title: "Something", detail: "Quite new" },
    });

    expect(await within(section).findByText("WhatsApp says: Quite new")).toBeTruthy();
  });

  it("has an end when nothing comes any more, in Italian as well", async () => {
    await chooseLanguage("it");
    const { section } = await open({ ...RUNNING, state: "silent" });

    expect(await within(section).findByText(/Da sei ore non arriva niente/)).toBeTruthy();
    expect(within(section).getByText(/È arrivato il 55 %\. 1200 messaggi finora\./)).toBeTruthy();
  });
});

import { screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { World } from "../../../test/fixtures";
import { accessible, openApp } from "../../../test/screen";
import { ApiProblem } from "../../api/client";
import type { NumberHealth, NumberToken } from "../../api/types";
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
const IN_THREE_DAYS = new Date(Date.now() + 3 * 24 * 60 * 60_000).toISOString();
const SETTINGS: NumberToken = { source: "settings", canBeReplaced: true };
const GIVEN: NumberToken = {
  source: "given",
  canBeReplaced: true,
  replacedAt: "2026-11-20T09:00:00Z",
  replacedBy: "Dario Greco",
};
const NOW = {
  verifiedName: "Casa Lume",
  status: "CONNECTED",
  quality: "YELLOW",
  throughput: "STANDARD",
  messagingLimit: "TIER_2K",
  canSend: "LIMITED",
  onPhoneApp: false,
  obstacles: [
    { entity: "WABA", code: 141010, description: "No payment method", solution: "Add one." },
    { entity: "PHONE_NUMBER", code: 0, description: "The name waits for approval." },
  ],
};

interface Platform {
  token?: NumberToken;
  /** What is answered to whoever gives a token. */
  gives?: () => NumberToken;
  now?: () => unknown;
}

const open = async ({ token = SETTINGS, gives = () => GIVEN, now = () => NOW }: Platform, may = true) => {
  const opened = await openApp(
    new World(),
    "carla",
    "/settings/number",
    ({ api, session }) => {
      api.numbersAnswer = (path, _, method) => {
        if (path === "/numbers") return { items: [WELL] };
        if (path === `/numbers/${OURS}`) return { health: WELL, facts: [] };
        if (path === `/numbers/${OURS}/connection`) return now();
        if (path === `/numbers/${OURS}/token`)
          return method === "PUT" ? gives() : method === "DELETE" ? SETTINGS : token;
        if (path === `/numbers/${OURS}/sync`)
          return { state: "none", mayAsk: false, progress: 0, messages: 0 };
        return { items: [] };
      };
      if (may) session.me = { ...session.me, permissions: [...session.me.permissions, "number.manage"] };
    },
    { name: /^Main|^Principale$/ },
  );
  return { ...opened, section: within(await screen.findByRole("region", { name: "Casa Lume" })) };
};

beforeEach(() => chooseLanguage("en"));

describe("the access token of a number", () => {
  it("is given, and who gave it is shown", async () => {
    const { section, user, api } = await open({});
    await user.click(await section.findByRole("button", { name: "Give it another token…" }));
    const dialog = within(await screen.findByRole("dialog"));
    await accessible();

    await user.type(dialog.getByLabelText("Token"), "EAAGnew");
    await user.click(dialog.getByRole("button", { name: "Use it" }));

    expect(await section.findByText(/Dario Greco gave it a token of its own/)).toBeTruthy();
    expect(api.calls).toContainEqual({ call: `PUT /numbers/${OURS}/token`, body: { token: "EAAGnew" } });
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(document.body.textContent).not.toContain("EAAGnew");
  });

  it("says until when it is good, and warns a week before it is not", async () => {
    await open({ token: { ...GIVEN, expiresAt: IN_THREE_DAYS } });
    expect((await screen.findByRole("alert")).textContent).toMatch(
      /good only until .* give the number another/,
    );
  });

  it("that lacks a permission is said to", async () => {
    const { user } = await open({
      gives: () => {
        throw new ApiProblem({ status: 422, reasonKey: "token-lacks-permissions" });
      },
    });
    await user.click(await screen.findByRole("button", { name: /Give it another token/ }));
    const dialog = await screen.findByRole("dialog");
    await user.type(within(dialog).getByLabelText(/token/i), "EAAGx{Enter}");
    expect((await within(dialog).findByRole("alert")).textContent).toContain("lacks a permission");
  });

  it("stays in the field when WhatsApp does not take it, with what to look at", async () => {
    const refuse = () => {
      throw new ApiProblem({ status: 422, reasonKey: "token-refused" });
    };
    const { section, user } = await open({ gives: refuse });
    await user.click(await section.findByRole("button", { name: "Give it another token…" }));
    const field = await screen.findByLabelText<HTMLInputElement>("Token");
    await user.type(field, "EAAGwrong{Enter}");

    expect((await screen.findByRole("alert")).textContent).toMatch(/does not take this token/);
    expect(field.value).toBe("EAAGwrong");
  });

  it.each([
    ["whatsapp-busy", /The token may be good: try again in some minutes/],
    ["unknown-to-whatsapp", /give the token’s system user access to the number’s account/],
    ["account-locked", /has locked the number’s account/],
    ["whatsapp-refused", /refused the question about this token.*It says: no/],
  ])("is not blamed for %s", async (reasonKey, words) => {
    const { section, user } = await open({
      gives: () => {
        throw new ApiProblem({ status: 422, reasonKey, detail: "It says: no" });
      },
    });
    await user.click(await section.findByRole("button", { name: "Give it another token…" }));
    await user.type(await screen.findByLabelText("Token"), "EAAGgood{Enter}");

    expect((await screen.findByRole("alert")).textContent).toMatch(words);
  });

  it("can be forgotten for that of the settings", async () => {
    const { section, user } = await open({ token: GIVEN });
    await user.click(await section.findByRole("button", { name: "Use the settings’ token again" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.click(dialog.getByRole("button", { name: "Use the settings’ token again" }));

    expect(await section.findByText(/token of the installation’s settings/)).toBeTruthy();
  });

  it("is no matter of whoever may not manage numbers", async () => {
    const { section, api } = await open({}, false);

    expect(await section.findByText("What WhatsApp says now")).toBeTruthy();
    expect(section.queryByText("Access token")).toBeNull();
    expect(api.calls.map(({ call }) => call)).not.toContain(`GET /numbers/${OURS}/token`);
  });
});

describe("what WhatsApp says of a number", () => {
  it("is shown in words, with what stands in the way", async () => {
    const { section } = await open({});

    expect(await section.findByText("So-so: some blocked or reported it")).toBeTruthy();
    expect(section.getByText("80 messages a second")).toBeTruthy();
    expect(section.getByText("2,000")).toBeTruthy();
    expect(section.getByText("WhatsApp says: No payment method (141010). Add one.")).toBeTruthy();
    expect(section.getByText("WhatsApp says: The name waits for approval.")).toBeTruthy();
    await accessible();
  });

  it.each([
    ["whatsapp-busy", /Messages are not concerned/],
    ["unknown-to-whatsapp", /knows no such number/],
    ["account-locked", /has locked the account/],
    ["whatsapp-refused", /does not answer this. It says: no/],
  ])("may be a refusal that is not the token’s: %s", async (reasonKey, words) => {
    const now = () => {
      throw new ApiProblem({ status: 422, reasonKey, detail: "It says: no" });
    };
    const { section } = await open({ now });

    expect((await section.findByRole("alert")).textContent).toMatch(words);
  });

  it("is that the token is not good any more, when it is not", async () => {
    const now = () => {
      throw new ApiProblem({ status: 422, reasonKey: "token-refused" });
    };
    const { section } = await open({ now });

    expect((await section.findByRole("alert")).textContent).toMatch(
      /does not take the access token any more/,
    );
  });
});

import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { type PEOPLE, type TestApi, World } from "../../../test/fixtures";
import { accessible, openApp } from "../../../test/screen";
import type { NumberFact, NumberHealth, NumberReport } from "../../api/types";
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
const RESTRICTED: NumberHealth = {
  ...WELL,
  level: "warning",
  limitations: [
    {
      kind: "no-business-initiated",
      until: "2026-12-04T09:00:00Z",
      word: "RESTRICTED_BIZ_INITIATED_MESSAGING",
      remedy: "Ask for a review.",
    },
  ],
};
const BANNED: NumberHealth = {
  ...WELL,
  level: "stopped",
  limitations: [{ kind: "banned", day: "2027-04-17", word: "DISABLE" }],
};
const AT = "2026-11-20T09:00:00Z";
const FACTS: NumberFact[] = [
  { ofAccount: true, at: AT, fact: { type: "limit", limit: "TIER_2K", customers: 2000 } },
  {
    ofAccount: false,
    at: AT,
    fact: { type: "name", decision: "REJECTED", name: "Casa Lume", reason: "NAME_EXISTING" },
  },
];
const REPORTS: NumberReport[] = [
  {
    id: "00000000-0000-4000-8000-000000000031",
    phoneNumberId: OURS,
    number: "390299990001",
    field: "security",
    at: AT,
    fact: { type: "security", event: "PIN_CHANGED" },
  },
  {
    id: "00000000-0000-4000-8000-000000000032",
    field: "message_template_status_update",
    at: AT,
    fact: {
      type: "template",
      aspect: "status",
      name: "consegna",
      language: "it",
      now: "REJECTED",
      reason: "INVALID_FORMAT",
      explanation: "Two variables touch each other.",
    },
  },
  {
    id: "00000000-0000-4000-8000-000000000033",
    number: "390288880001",
    field: "security",
    at: AT,
    fact: { type: "security", event: "PIN_HAS_GONE" },
  },
];
const COUNTS = [
  { field: "automatic_events", reason: "a field that is not handled yet", count: 2, newest: AT },
];

function answers(api: TestApi, health: NumberHealth) {
  api.numbersAnswer = (path) => {
    if (path === "/numbers") return { items: [health] };
    if (path === `/numbers/${OURS}`) return { health, facts: FACTS };
    if (path === `/numbers/${OURS}/sync`) return { state: "none", mayAsk: true, progress: 0, messages: 0 };
    if (path === `/numbers/${OURS}/reports`) return { items: REPORTS };
    if (path === "/numbers/unrecognised") return { items: COUNTS };
    if (path === "/numbers/unrecognised/parts")
      return {
        items: [{ id: REPORTS[0]!.id, field: "automatic_events", reason: COUNTS[0]!.reason, receivedAt: AT }],
      };
    return { raw: '{"field":"automatic_events","value":{"lead":true}}' };
  };
}

const open = (name: keyof typeof PEOPLE, health: NumberHealth, path = "/settings/number", admin = false) =>
  openApp(
    new World(),
    name,
    path,
    ({ api, session }) => {
      answers(api, health);
      if (admin) session.me = { ...session.me, permissions: [...session.me.permissions, "number.see-raw"] };
    },
    path === "/settings/number" ? { name: /^Main$/ } : undefined,
  );

beforeEach(() => chooseLanguage("en"));

describe("the page of a number", () => {
  it("says what does not work, until when, what it means and what to do", async () => {
    await open("carla", RESTRICTED);
    const section = await screen.findByRole("region", { name: "Casa Lume" });
    expect(await within(section).findByText("Some things do not work")).toBeTruthy();
    const list = within(section).getByRole("list", { name: "What does not work" });
    expect(list.textContent).toContain("You cannot write to customers first.");
    expect(list.textContent).toMatch(/Until .*4 December/);
    expect(list.textContent).toContain("WhatsApp says: Ask for a review.");
    await accessible();
  });

  it("says what holds and what was said, in words", async () => {
    await open("carla", WELL);
    const section = await screen.findByRole("region", { name: "Casa Lume" });
    expect(
      await within(section).findByText("In 24 hours you can write first to: 2,000 customers."),
    ).toBeTruthy();
    expect(
      within(section).getByText("Name that customers see, “Casa Lume”: rejected. Reason: name existing."),
    ).toBeTruthy();
    expect(await within(section).findByText("Security: the PIN was changed.")).toBeTruthy();
    expect(within(section).getByText("Template consegna (it): rejected. Reason: wrong format.")).toBeTruthy();
    expect(within(section).getByText("Two variables touch each other.")).toBeTruthy();
    expect(within(section).getByText("Security: pin has gone.")).toBeTruthy();
    expect(within(section).getByText(/about \+390288880001, which is not one of your numbers/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /what WhatsApp sent/ })).toBeNull();
    expect(screen.queryByRole("region", { name: "What was not understood" })).toBeNull();
  });

  it("shows admins what was not understood, as it came", async () => {
    const { user } = await open("carla", WELL, "/settings/number", true);
    const section = await screen.findByRole("region", { name: "What was not understood" });
    expect(await within(section).findByText(/2 times/)).toBeTruthy();

    await user.click(within(section).getByRole("button", { name: "Show them: automatic_events" }));
    await user.click(await within(section).findByRole("button", { name: /Show what WhatsApp sent/ }));

    const json = await within(section).findByText(/"lead": true/);
    expect(json.tagName).toBe("PRE");
    await accessible();
  });

  it("is for those who may see it", async () => {
    await open("anna", WELL);
    expect(await screen.findByText("You cannot see this page")).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Number" })).toBeNull();
  });

  it("says it in Italian, too", async () => {
    await chooseLanguage("it");
    await openApp(new World(), "carla", "/settings/number", ({ api }) => answers(api, BANNED), {
      name: /^Principale$/,
    });
    expect((await screen.findAllByText("WhatsApp ha bloccato questo numero.")).length).toBeGreaterThan(0);
    expect(await screen.findByText("In 24 ore puoi scrivere per primo a: 2000 clienti.")).toBeTruthy();
  });
});

describe("the banner of a number", () => {
  const banner = async (words: string) =>
    (await screen.findByText(words)).closest("[role=status]") as HTMLElement;

  it("tells an operator the effect", async () => {
    await open("anna", RESTRICTED, "/inbox/all");
    const said = await banner("You cannot write to customers first.");
    expect(said.textContent).toContain("Templates will fail");
    expect(within(said).queryByRole("link")).toBeNull();
    await accessible();
  });

  it("shows those who look after the number where to see what to do", async () => {
    const { user, router } = await open("carla", RESTRICTED, "/inbox/all");
    const said = await banner("You cannot write to customers first.");
    await user.click(within(said).getByRole("link", { name: "See what to do" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/settings/number"));
  });

  it("warns who can replace it that the access token expires, and says where", async () => {
    const expires: NumberHealth = {
      ...RESTRICTED,
      limitations: [{ kind: "token-expires", day: "2026-12-05" }],
    };
    await open("carla", expires, "/inbox/all");
    const said = await banner("The access token expires soon.");
    expect(said.textContent).toMatch(/nothing is sent by this number any more. From .*5 December/);
    expect(within(said).getByRole("link", { name: "See what to do" }).getAttribute("href")).toBe(
      "/settings/number",
    );
  });

  it("keeps from operators what they would not notice", async () => {
    const flagged: NumberHealth = {
      ...WELL,
      level: "warning",
      limitations: [{ kind: "flagged", word: "FLAGGED" }],
    };
    const { api } = await open("anna", flagged, "/inbox/all");
    await waitFor(() => expect(api.calls.map(({ call }) => call)).toContain("GET /numbers"));
    await act(async () => {});
    expect(screen.queryByText("WhatsApp has flagged this number.")).toBeNull();
  });

  it("stands before anything else when nobody can be answered", async () => {
    await openApp(new World(), "anna", "/inbox/all", ({ api, session }) => {
      answers(api, BANNED);
      session.connection.get = OUTDATED;
    });
    const said = await banner("WhatsApp has banned this number.");
    expect(said.textContent).toMatch(/Since .*17 April 2027/);
    expect(screen.queryByText("There is a new version.")).toBeNull();
  });

  it("gives way to the connection when customers can still be answered", async () => {
    const { api } = await openApp(new World(), "anna", "/inbox/all", ({ api, session }) => {
      answers(api, RESTRICTED);
      session.connection.get = OUTDATED;
    });
    await waitFor(() => expect(api.calls.map(({ call }) => call)).toContain("GET /numbers"));
    expect(await screen.findByText("There is a new version.")).toBeTruthy();
    expect(screen.queryByText("You cannot write to customers first.")).toBeNull();
  });
});

const CONNECTION = { phase: "outdated" } as const;
const OUTDATED = () => CONNECTION;

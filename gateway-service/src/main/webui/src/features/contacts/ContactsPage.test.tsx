import { screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { World } from "../../../test/fixtures";
import { accessible, openApp } from "../../../test/screen";
import type { ContactItem, ContactProfile } from "../../api/types";
import { chooseLanguage } from "../../i18n";

const NICO: ContactItem = {
  id: "00000000-0000-4000-8000-000000000011",
  name: "Nicoletta Ferri, Hotel Aurora",
  ownName: "Nicoletta Ferri, Hotel Aurora",
  profileName: "nico 2.0",
  displayPhone: "+39 333 000 1101",
  clashes: 1,
  group: false,
};
const IDA: ContactItem = {
  id: "00000000-0000-4000-8000-000000000012",
  name: "Ida Neri",
  clashes: 0,
  group: false,
};
const GROUP: ContactItem = {
  id: "00000000-0000-4000-8000-000000000014",
  name: "Trasloco via Roma",
  clashes: 0,
  group: true,
};
const PROFILE: ContactProfile = {
  ...NICO,
  phoneBookName: "Nico fornitore",
  attributes: { city: "Lucca" },
  consent: "unknown",
  consents: [],
  createdAt: "2026-11-01T10:00:00Z",
  keys: [
    {
      kind: "phone",
      value: "393330001101",
      display: "+39 333 000 1101",
      contactId: NICO.id,
      firstSeen: "2026-11-01T10:00:00Z",
      lastSeen: "2026-11-20T10:00:00Z",
    },
  ],
  conversations: [
    {
      id: "00000000-0000-4000-8000-000000000021",
      contactId: NICO.id,
      writesAs: "+39 333 000 1101",
      phoneNumberId: "510000000000023",
      status: "open",
      lastActivityAt: "2026-11-20T10:00:00Z",
      blocked: false,
    },
  ],
  clashes: [
    {
      id: "00000000-0000-4000-8000-000000000031",
      kind: "phone",
      display: "+39 333 000 0401",
      holder: { id: IDA.id, name: "Ida Neri" },
      claimant: { id: NICO.id, name: NICO.name },
      at: "2026-11-20T10:00:00Z",
    },
  ],
  merges: [
    {
      id: "00000000-0000-4000-8000-000000000041",
      contact: { id: "00000000-0000-4000-8000-000000000013", name: "Nico vecchio" },
      by: { id: "00000000-0000-4000-8000-000000000003", name: "Carla Moretti" },
      at: "2026-11-20T10:00:00Z",
    },
  ],
};

const wished = (pending: boolean, blocked: boolean, code?: number): ContactProfile => ({
  ...PROFILE,
  conversations: PROFILE.conversations.map((conversation) => ({
    ...conversation,
    blocked,
    block: {
      wanted: true,
      pending,
      by: { id: "00000000-0000-4000-8000-000000000003", name: "Carla Moretti" },
      at: "2026-11-20T10:00:00Z",
      ...(code === undefined ? {} : { error: { code } }),
    },
  })),
});

const open = (name: "anna" | "carla" | "elena", path: string, known: Partial<ContactProfile> = {}) =>
  openApp(
    new World(),
    name,
    path,
    ({ api }) => {
      let shown = { ...PROFILE, ...known };
      api.contactsAnswer = (method, asked, body, query) => {
        if (asked === "/contacts") {
          const search = ((query["search"] as string | undefined) ?? "").toLowerCase();
          return { items: [IDA, NICO, GROUP].filter((item) => item.name.toLowerCase().includes(search)) };
        }
        if (asked === "/contacts/import") {
          brought.push(query["fileName"]);
          return {
            dryRun: query["dryRun"],
            lines: [
              { number: 1, name: "Anna", outcome: "created" },
              { number: 2, name: "Nessuno", outcome: "refused", reason: "no-key" },
              { number: 3, name: "Nico", outcome: "unchanged", consent: "withdrawal-stays" },
            ],
          };
        }
        if (method === "PUT" && asked.endsWith("/consent")) {
          const { given, evidence } = body as { given: boolean; evidence: string };
          const consent = given ? "given" : "withdrawn";
          const said: ContactProfile["consents"][number] = {
            id: crypto.randomUUID(),
            consent,
            source: "operator",
            evidence,
            by: { id: "00000000-0000-4000-8000-000000000001", name: "Anna Ricci" },
            at: "2026-11-20T10:00:00Z",
          };
          shown = { ...shown, consent, consents: [said, ...shown.consents] };
          return shown;
        }
        if (method === "PUT") shown = wished(true, false);
        if (asked === `/contacts/${GROUP.id}`)
          return { ...PROFILE, ...GROUP, profileName: GROUP.name, keys: [], clashes: [], merges: [] };
        return method === "PATCH" ? { ...PROFILE, ...(body as object) } : shown;
      };
    },
    { name: /Main|Principale/ },
  );

/** The files that were imported, by their names. */
const brought: unknown[] = [];
beforeEach(() => {
  brought.length = 0;
  return chooseLanguage("en");
});

describe("the contacts", () => {
  it("are found by name, and what is looked for is in the address", async () => {
    const { user, router } = await open("anna", "/contacts");
    expect(await screen.findByRole("link", { name: /Ida Neri/ })).toBeTruthy();
    await user.type(screen.getByRole("searchbox", { name: "Name, number or username" }), "aurora");
    expect(await screen.findByRole("link", { name: /Nicoletta Ferri, Hotel Aurora/ })).toBeTruthy();
    await screen.findByText("~nico 2.0 · +39 333 000 1101");
    await expect.poll(() => screen.queryByRole("link", { name: /Ida Neri/ })).toBeNull();
    expect(router.state.location.search).toEqual({ q: "aurora" });
    await accessible();
  });

  it("stay chosen when somebody is chosen before what is looked for is in the address", async () => {
    const { user, router } = await open("anna", "/contacts");
    const search = await screen.findByRole("searchbox");
    const link = await screen.findByRole("link", { name: /Nicoletta/ });
    await user.type(search, "nico");
    await user.click(link);
    await vi.waitFor(() => expect(router.state.location.search).toEqual({ q: "nico" }));
    expect(router.state.location.pathname).toBe(`/contacts/${NICO.id}`);
  });

  it("have groups among them, which are marked, and are neither merged nor blocked", async () => {
    const { user } = await open("carla", "/contacts");
    const link = await screen.findByRole("link", { name: /Trasloco via Roma/ });
    expect(link.textContent).toContain("WhatsApp group");

    await user.click(link);

    expect(await screen.findByRole("heading", { name: "Trasloco via Roma" })).toBeTruthy();
    expect(screen.queryByRole("heading", { name: "Blocking" })).toBeNull();
    expect(screen.queryByRole("button", { name: /block|merge|same person/i })).toBeNull();
    await accessible();
  });

  it("come in from a file after it was said what it would do", async () => {
    const { user, api } = await open("carla", "/contacts");
    const file = new File(["phone,own_name"], "contacts.csv", { type: "text/csv" });
    await user.upload(await screen.findByTestId("contacts-file"), file);
    const dialog = await screen.findByRole("dialog", { name: "What this file would do" });
    await within(dialog).findByText("1 new contact · 1 as it is · 1 left out");
    within(dialog).getByText("left out: no phone number and no WhatsApp id");
    within(dialog).getByText("stays as it is, still wants no advertising");
    within(dialog).getByText(/^1 customer wants no advertising, and a file does not take that back/);
    expect(brought).toEqual(["contacts.csv"]);
    expect(api.calls.filter(({ call }) => call.startsWith("POST"))).toHaveLength(1);
    await user.click(within(dialog).getByRole("button", { name: "Import" }));
    expect(await screen.findByText("1 contact imported.")).toBeTruthy();
  });

  it("say when nobody is found", async () => {
    await open("anna", "/contacts?q=zzz");
    expect(await screen.findByRole("heading", { name: "Nobody found" })).toBeTruthy();
  });

  it("speak Italian as well", async () => {
    await open("anna", `/contacts/${NICO.id}`);
    await screen.findByRole("heading", { name: "Known by" });
    await chooseLanguage("it");
    expect(await screen.findByRole("heading", { name: "Riconosciuto da" })).toBeTruthy();
  });
});

describe("a contact", () => {
  it("agrees to advertising when it is said what shows that, and withdraws in the same way", async () => {
    const { user, api } = await open("anna", `/contacts/${NICO.id}`);
    await screen.findByText("Nobody has recorded whether this customer agreed to advertising.");
    await user.click(screen.getByRole("button", { name: "Record consent" }));
    const form = within(screen.getByRole("textbox", { name: /^How and when/ }).closest("form")!);
    await user.click(form.getByRole("button", { name: "Save" }));
    expect((await screen.findByRole("alert")).textContent).toBe("Say how and when the customer said so.");
    expect(api.calls.some(({ call }) => call.startsWith("PUT"))).toBe(false);
    await accessible();

    await user.type(
      screen.getByRole("textbox", { name: "How and when did the customer agree?" }),
      "Asked on the phone, 12 May",
    );
    await user.keyboard("{Enter}");

    expect(await screen.findByText("Agreed to advertising.")).toBeTruthy();
    expect(screen.getByText("Asked on the phone, 12 May")).toBeTruthy();
    expect(screen.getByText(/^Anna Ricci, .*Nov/)).toBeTruthy();
    expect(api.calls.find(({ call }) => call === `PUT /contacts/${NICO.id}/consent`)?.body).toEqual({
      given: true,
      evidence: "Asked on the phone, 12 May",
    });
    expect(screen.getByRole("button", { name: "Record a withdrawal" })).toBeTruthy();
  });

  it("says by which file a consent came, and who brought it", async () => {
    await open("anna", `/contacts/${NICO.id}`, {
      consent: "given",
      consents: [
        {
          id: crypto.randomUUID(),
          consent: "given",
          source: "import",
          evidence: "fiera.csv",
          by: { id: "00000000-0000-4000-8000-000000000003", name: "Carla Moretti" },
          at: "2026-11-20T10:00:00Z",
        },
      ],
    });
    expect(await screen.findByText(/^Import of fiera.csv, by Carla Moretti, .*Nov/)).toBeTruthy();
  });

  it("says what is known of advertising to who may not record it, in Italian as well", async () => {
    await open("elena", `/contacts/${NICO.id}`);
    await screen.findByText("Nobody has recorded whether this customer agreed to advertising.");
    expect(screen.queryByRole("button", { name: "Record consent" })).toBeNull();
    await chooseLanguage("it");
    expect(await screen.findByRole("heading", { name: "Pubblicità" })).toBeTruthy();
  });

  it("is written to in its language", async () => {
    const { user, api } = await open("anna", `/contacts/${NICO.id}`);
    await user.selectOptions(
      await screen.findByRole("combobox", { name: "Language for templates" }),
      "Italian",
    );
    await user.click(screen.getByRole("button", { name: "Save" }));
    await vi.waitFor(() =>
      expect(api.calls.find(({ call }) => call.startsWith("PATCH"))?.body).toMatchObject({ language: "it" }),
    );
  });

  it("is blocked after it was said what that does", async () => {
    const { user, api } = await open("carla", `/contacts/${NICO.id}`);
    await user.click(await screen.findByRole("button", { name: "Block" }));
    const dialog = await screen.findByRole("dialog", { name: `Block ${NICO.name}?` });
    within(dialog).getByText(/no longer arrives, and nothing can be sent to them/);
    expect(api.calls.some(({ call }) => call.startsWith("PUT"))).toBe(false);
    await user.click(within(dialog).getByRole("button", { name: "Block" }));
    expect(await screen.findByText("WhatsApp is being asked…")).toBeTruthy();
    expect(api.calls.some(({ call }) => call === `PUT /contacts/${NICO.id}/block`)).toBe(true);
    await accessible();
  });

  it.each([
    [wished(false, true), /^Blocked on WhatsApp by Carla Moretti/],
    [wished(false, false, 131047), /has not written for more than 24 hours/],
    [wished(false, false, 139101), /the list of blocked customers is full/],
  ])("says whether it is blocked, and why not", async (profile, expected) => {
    await openApp(
      new World(),
      "anna",
      `/contacts/${NICO.id}`,
      ({ api }) => {
        api.contactsAnswer = (_, path) => (path === "/contacts" ? { items: [] } : profile);
      },
      { name: /Main|Principale/ },
    );
    expect(await screen.findByText(expected)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /lock$/ })).toBeNull();
  });

  it("shows the team's name, the customer's own, the keys and the conversations", async () => {
    await open("anna", `/contacts/${NICO.id}`);
    const contact = await screen.findByRole("main", { name: NICO.name });
    within(contact).getByText("On WhatsApp: nico 2.0");
    within(contact).getByText("In the phone: Nico fornitore");
    within(contact).getByText(/Phone number · first seen/);
    within(contact).getByRole("link", { name: "Writes as +39 333 000 1101" });
    await accessible();
  });

  it("is named and described by who may", async () => {
    const { user, api } = await open("anna", `/contacts/${NICO.id}`);
    const name = await screen.findByRole("textbox", { name: "Your name for this customer" });
    await user.clear(name);
    await user.type(name, "Signora Ferri");
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText("Saved.")).toBeTruthy();
    expect(api.calls.find(({ call }) => call.startsWith("PATCH"))?.body).toEqual({
      ownName: "Signora Ferri",
      language: "",
      attributes: { city: "Lucca" },
    });
  });

  it("is parted again, merged, and decided about by who may", async () => {
    const { user, api } = await open("carla", `/contacts/${NICO.id}`);
    await user.click(await screen.findByRole("button", { name: "Undo the merge with Nico vecchio" }));
    await user.click(screen.getByRole("button", { name: "It is Ida Neri’s" }));
    await user.click(screen.getByRole("button", { name: "Merge with another contact" }));
    await user.type(
      within(await screen.findByRole("dialog")).getByRole("searchbox", { name: "Name, number or username" }),
      "ida",
    );
    await user.click(await screen.findByRole("button", { name: "Merge with Ida Neri" }));
    await screen.findByText("The contacts are one now.");
    const posts = api.calls.filter(({ call }) => call.startsWith("POST"));
    expect(posts).toEqual([
      { call: `POST /contacts/merges/${PROFILE.merges[0]!.id}/undo`, body: undefined },
      { call: `POST /contacts/clashes/${PROFILE.clashes[0]!.id}/decision`, body: { decision: "stays" } },
      { call: `POST /contacts/${IDA.id}/merges`, body: { into: NICO.id } },
    ]);
  });

  it("offers no merge to who may not", async () => {
    await open("anna", `/contacts/${NICO.id}`);
    await screen.findByRole("main", { name: NICO.name });
    expect(screen.queryByRole("button", { name: "Merge with another contact" })).toBeNull();
  });
});

import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { World } from "../../../test/fixtures";
import { accessible, openApp } from "../../../test/screen";
import { queriesOf } from "../../api/queries";
import type { Template, TemplateList, TemplateView } from "../../api/types";
import { chooseLanguage } from "../../i18n";

const OURS = "510000000000023";
const AT = "2026-11-29T09:00:00Z";
const LATE: Template = {
  id: "770001",
  accountId: "290000000000017",
  phoneNumberIds: [OURS],
  name: "spedizione_in_ritardo",
  language: "it",
  status: "approved",
  category: "utility",
  header: { format: "text", text: "Ordine {{ordine}}" },
  body: "Ciao {{nome}}, il pacco {{ordine}} arriva domani.",
  footer: "Casa Lume",
  buttons: [{ kind: "url", text: "Segui il pacco", value: "https://example.org/{{1}}" }],
  cards: [],
  parameters: [
    { place: "header", name: "ordine", kind: "text", example: "A-17" },
    { place: "body", name: "nome", kind: "text", example: "Ada" },
    { place: "body", name: "ordine", kind: "text", example: "A-17" },
    { place: "button", button: 0, name: "1", kind: "text", example: "A-17" },
  ],
  quality: "GREEN",
};
const SALE: Template = {
  ...LATE,
  id: "770002",
  name: "saldi",
  status: "rejected",
  category: "marketing",
  reason: "PROMOTIONAL",
  quality: "RED",
};
const view = (template: Template): TemplateView => ({ template, changedAt: AT });
const USED: TemplateView["use"] = {
  lastWeek: { sent: 3, delivered: 3, read: 2, answered: 1, failed: 0 },
  lastMonth: { sent: 12, delivered: 11, read: 8, answered: 4, failed: 1 },
  total: { sent: 1200, delivered: 1100, read: 800, answered: 400, failed: 100 },
  lastUsedAt: AT,
};

/** Both, and how fresh the list is. */
const listed = (sync: Partial<TemplateList["sync"]> = {}): TemplateList => ({
  items: [{ ...view(LATE), use: USED }, view(SALE)],
  sync: { accountKnown: true, syncedAt: AT, ...sync },
});

const open = async (
  path: string,
  { name = "carla", list = listed() }: { name?: "anna" | "carla"; list?: TemplateList } = {},
) => {
  const asked: { method: string; path: string; query: Record<string, unknown> }[] = [];
  const opened = await openApp(
    new World(),
    name,
    path,
    ({ api }) => {
      api.numbersAnswer = (at, query, method) => {
        const [, , , , id] = at.split("/");
        if (at.includes("/templates")) asked.push({ method, path: at, query });
        if (at.endsWith("/examples")) return { handle: "4::h" };
        if (method === "POST" || method === "PATCH")
          return view({ ...LATE, id: "770003", status: "pending" });
        if (method === "DELETE") return undefined;
        if (id === "770002") return { ...view(SALE), explanation: "Write less loudly." };
        if (id !== undefined)
          return id === "770003" ? view({ ...LATE, id, status: "pending" }) : { ...view(LATE), use: USED };
        return at.endsWith("/templates") ? list : { items: [] };
      };
    },
    { name: /^Main|^Principale$/ },
  );
  return { ...opened, asked };
};

beforeEach(async () => {
  await chooseLanguage("en");
});

describe("templates", () => {
  it("are listed with how they stand, and narrowed by what is in the address", async () => {
    const { user, asked, router } = await open("/templates");
    const list = await screen.findByRole("list", { name: "Templates" });
    expect(within(list).getAllByRole("link")).toHaveLength(2);
    expect(within(list).getByText("Approved")).toBeTruthy();
    expect(within(list).getByText("Quality: poor")).toBeTruthy();
    await accessible();

    await user.selectOptions(screen.getByRole("combobox", { name: "Status" }), "rejected");
    await user.type(screen.getByRole("searchbox", { name: "Search name and text" }), "saldi");

    await waitFor(() => expect(router.state.location.search).toEqual({ status: "rejected", q: "saldi" }));
    await waitFor(() => expect(asked.at(-1)?.query).toEqual({ status: "rejected", q: "saldi" }));
  });

  it("say why the list may be old, and what to do when no account is known", async () => {
    const { user, asked } = await open("/templates", {
      list: listed({ error: { code: 190, title: "Token expired" } }),
    });
    expect(await screen.findByText(/this may be old: Token expired/)).toBeTruthy();

    await user.click(screen.getByRole("button", { name: "Read from WhatsApp now" }));

    await waitFor(() => expect(asked.some(({ path }) => path.endsWith("/sync"))).toBe(true));
  });

  it("show on the phone what the customer sees, with the examples", async () => {
    await open("/templates/770001");

    const phone = await screen.findByRole("figure");
    expect(within(phone).getByText("Ordine A-17")).toBeTruthy();
    expect(within(phone).getByText("Ciao Ada, il pacco A-17 arriva domani.")).toBeTruthy();
    expect(within(phone).getByText("Segui il pacco")).toBeTruthy();
  });

  it("say how often they were sent, and with what result", async () => {
    const { api } = await open("/templates/770001");
    api.usesAnswer = { items: [{ conversationId: "c-1", name: "Giulia Rossi", at: AT }] };
    void queriesOf(api).invalidateQueries();

    expect(await screen.findByText("Sent 12 times in 30 days · 4 answered")).toBeTruthy();
    const table = await screen.findByRole("table");
    expect(within(table).getByRole("row", { name: "In total 1,200 1,100 800 400 100" })).toBeTruthy();
    const link = await screen.findByRole("link", { name: "Giulia Rossi" });
    expect(link.getAttribute("href")).toContain("c=c-1");
    await accessible();
  });

  it("say why WhatsApp rejected one, in our words and in its own", async () => {
    await open("/templates/770002", { name: "anna" });

    expect(await screen.findByText("It advertises in a way that WhatsApp does not allow.")).toBeTruthy();
    expect(screen.getByText("WhatsApp says: Write less loudly.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Change" })).toBeNull();
    expect(screen.queryByRole("link", { name: "New template" })).toBeNull();
  });

  it("are written with the rules checked while one types, and handed in when they hold", async () => {
    const { user, asked, api, router } = await open("/templates/new");
    const form = await screen.findByRole("form", { name: "Template" });
    const text = within(form).getByRole("textbox", { name: "Text" });
    await user.type(within(form).getByRole("textbox", { name: "Name" }), "Pro memoria");
    await user.type(text, "Ciao {{{{nome}}");
    expect(
      await within(form).findByText("A place to fill in may stand neither first nor last."),
    ).toBeTruthy();
    await user.click(within(form).getByRole("button", { name: "Hand in" }));
    expect(await within(form).findByRole("alert")).toBeTruthy();
    expect(asked.some(({ method }) => method === "POST")).toBe(false);
    await accessible();

    await user.type(text, ", ci vediamo presto!");
    await user.type(within(form).getByRole("textbox", { name: "Example for nome" }), "Ada");
    await user.click(within(form).getByRole("button", { name: "+ Quick reply" }));
    await user.type(within(form).getByRole("textbox", { name: "Text on it" }), "Va bene");
    expect(within(screen.getByRole("figure")).getByText("Ciao Ada, ci vediamo presto!")).toBeTruthy();
    await user.click(within(form).getByRole("button", { name: "Hand in" }));

    await waitFor(() => expect(router.state.location.pathname).toBe("/templates/770003"));
    expect(
      api.calls.find(({ call }) => call.startsWith("POST") && call.endsWith("/templates"))?.body,
    ).toEqual({
      name: "pro_memoria",
      language: "en",
      category: "utility",
      body: "Ciao {{nome}}, ci vediamo presto!",
      buttons: [{ kind: "quick-reply", text: "Va bene" }],
      examples: [{ name: "nome", value: "Ada" }],
      cards: [],
    });
    expect(await screen.findByText(/WhatsApp looks at it/)).toBeTruthy();
  });

  it("are written with cards, each with an example of its picture", async () => {
    const { user, api } = await open("/templates/new");
    const form = await screen.findByRole("form", { name: "Template" });
    await user.type(within(form).getByRole("textbox", { name: "Name" }), "lampade");
    await user.type(within(form).getByRole("textbox", { name: "Text" }), "Ecco le lampade.");
    await user.click(within(form).getByRole("button", { name: "+ Cards to scroll through" }));
    expect(within(form).queryByRole("combobox", { name: "Header" })).toBeNull();
    for (const [index, card] of within(form)
      .getAllByRole("group", { name: /^Card \d/ })
      .entries()) {
      await user.type(within(card).getByRole("textbox", { name: "Text of the card" }), `Lampada ${index}`);
      await user.type(within(card).getByRole("textbox", { name: "Text on it" }), "Questa");
    }
    await user.click(within(form).getByRole("button", { name: "Hand in" }));
    expect(within(form).getAllByText("WhatsApp wants an example of the file.")).toHaveLength(2);
    await accessible();

    for (const input of within(form).getAllByTestId("template-example")) {
      const picture = new File(["a picture"], "lampada.png", { type: "image/png" });
      Object.defineProperty(input, "files", { value: [picture], configurable: true });
      fireEvent.change(input);
    }
    expect(await within(form).findAllByText("WhatsApp has it.")).toHaveLength(2);
    expect(within(screen.getByRole("figure")).getByText("Lampada 1")).toBeTruthy();
    await user.click(within(form).getByRole("button", { name: "Hand in" }));

    await waitFor(() =>
      expect(
        api.calls.find(({ call }) => call.startsWith("POST") && call.endsWith("/templates"))?.body,
      ).toMatchObject({
        cards: [
          { format: "image", handle: "4::h", body: "Lampada 0" },
          { format: "image", handle: "4::h", body: "Lampada 1" },
        ],
      }),
    );
  });

  it("say in WhatsApp’s words why it did not take one", async () => {
    const { user, api } = await open("/templates/770001");
    api.instead.set("PATCH", [
      { status: 409, reasonKey: "template-refused", detail: "It can be edited once in 24 hours." },
    ]);
    await user.click(await screen.findByRole("button", { name: "Change" }));
    const form = await screen.findByRole("form", { name: "Template" });
    expect(within(form).getByRole("textbox", { name: "Name" })).toHaveProperty("disabled", true);

    await user.click(within(form).getByRole("button", { name: "Hand in" }));

    expect(await within(form).findByText("WhatsApp says: It can be edited once in 24 hours.")).toBeTruthy();
  });

  it("say in the reader’s language what to do when a limit is reached", async () => {
    await chooseLanguage("it");
    const { user, api } = await open("/templates/770001");
    api.instead.set("PATCH", [
      {
        ...{
          status: 409,
          reasonKey: "template-refused",
          detail: "Edited too often. Try again.",
          why: "changed-lately",
        },
        error: { code: 100, title: "Troppe modifiche", detail: "Una volta in 24 ore." },
      },
    ]);
    await user.click(await screen.findByRole("button", { name: "Modifica" }));
    const form = await screen.findByRole("form", { name: "Modello" });

    await user.click(within(form).getByRole("button", { name: "Consegna" }));

    expect(
      await within(form).findByText(/^WhatsApp dice: Una volta in 24 ore\. Un modello approvato/),
    ).toBeTruthy();
  });

  it("say in the reader’s language, at its field, what the server found", async () => {
    await chooseLanguage("it");
    const { user, api } = await open("/templates/770001");
    api.instead.set("PATCH", [
      {
        ...{ status: 400, reasonKey: "template-not-valid", detail: "The body is too long." },
        flaws: [
          { path: "body", rule: "too-long", limit: 900, detail: "At most 900." },
          { path: "footer", rule: "of-tomorrow", detail: "No such footer." },
        ],
      },
      { status: 409, reasonKey: "template-fixed", why: "category-fixed", detail: "The category stays." },
    ]);
    await user.click(await screen.findByRole("button", { name: "Modifica" }));
    const form = await screen.findByRole("form", { name: "Modello" });

    await user.click(within(form).getByRole("button", { name: "Consegna" }));

    expect(await within(form).findByText("Al massimo 900 caratteri.")).toBeTruthy();
    expect(within(form).getByText("WhatsApp non lo accetta.")).toBeTruthy();
    expect(within(form).getByText(/Così WhatsApp lo rifiuterebbe/)).toBeTruthy();
    expect(form.textContent).not.toContain("too long");
    await user.type(within(form).getByRole("textbox", { name: "Testo" }), "Ciao");
    expect(within(form).queryByText("Al massimo 900 caratteri.")).toBeNull();
    await user.click(within(form).getByRole("button", { name: "Consegna" }));
    expect(await within(form).findByText("La categoria di un modello approvato resta.")).toBeTruthy();
  });

  it("say that WhatsApp gave no answer without the words of the line", async () => {
    await open("/templates", { list: listed({ reason: "HttpTimeoutException" }) });

    expect((await screen.findByText(/this may be old/)).textContent).not.toContain("Exception");
  });

  it("can be in every language of WhatsApp, and are looked for in each and in every standing that occurs", async () => {
    const list = listed();
    list.items.push(view({ ...LATE, id: "770004", language: "xx_YY", status: "archived" }));
    const { user } = await open("/templates", { list });
    await screen.findByRole("list", { name: "Templates" });

    const language = within(screen.getByRole("combobox", { name: "Language" }));
    expect(language.getByRole("option", { name: "Japanese" })).toHaveProperty("value", "ja");
    expect(language.getByRole("option", { name: /xx/ })).toHaveProperty("value", "xx_YY");
    const status = within(screen.getByRole("combobox", { name: "Status" }));
    expect(status.getByRole("option", { name: "Archived" })).toBeTruthy();
    expect(status.queryByRole("option", { name: "In appeal" })).toBeNull();
    await user.click(screen.getByRole("link", { name: "New template" }));
    const form = within(await screen.findByRole("form", { name: "Template" }));
    expect(
      within(form.getByRole("combobox", { name: "Language" })).getByRole("option", { name: "Zulu" }),
    ).toBeTruthy();
  });

  it("are deleted after a question, and copied to another language", async () => {
    const { user, asked, router } = await open("/templates/770002");
    await user.click(await screen.findByRole("button", { name: "Copy to another language" }));
    const copy = within(await screen.findByRole("form", { name: "Template" }));
    expect(copy.getByRole("combobox", { name: "Language" })).toHaveProperty("value", "");
    await user.click(screen.getByRole("button", { name: "Cancel" }));

    await user.click(screen.getByRole("button", { name: "Delete" }));
    const question = await screen.findByRole("dialog");
    await user.click(within(question).getByRole("button", { name: "Delete" }));

    await waitFor(() => expect(router.state.location.pathname).toBe("/templates"));
    expect(asked.find(({ method }) => method === "DELETE")?.path).toMatch(/\/templates\/770002$/);
  });

  it("are shown in Italian as well", async () => {
    await chooseLanguage("it");
    await open("/templates");

    expect(await screen.findByText("Approvato")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Nuovo modello" })).toBeTruthy();
  });
});

import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { config, giuliaIn, PEOPLE, World } from "../../../../test/fixtures";
import { accessible, openApp } from "../../../../test/screen";
import type { TemplateOffer } from "../../../api/types";
import { chooseLanguage } from "../../../i18n";

const CATALOGUE = "770000000000041";
const PRODUCTS = [
  { productId: "LUME-01", name: "Lampada Aurora", price: "89,00 €", available: true },
  { productId: "LUME-02", name: "Lampada Brera", price: "129,00 €", available: true },
];
const offer = (name: string, button: TemplateOffer["buttons"][number]): TemplateOffer => ({
  id: name,
  name,
  language: "it",
  category: "utility",
  body: "Ciao, dai un’occhiata.",
  buttons: [button],
  cards: [],
  parameters: [],
  suggested: false,
});
const OFFERS = [
  offer("come_e_andata", { kind: "flow", text: "Rispondi", value: "640000000000002" }),
  offer("scelte_per_te", { kind: "products", text: "Vedi articoli" }),
  offer("tutto_il_catalogo", { kind: "catalogue", text: "Vedi il catalogo" }),
  offer("parliamone", { kind: "voice-call", text: "Chiama" }),
  { ...offer("lampada_del_mese", { kind: "product", text: "Vedi" }), header: { format: "product" as const } },
  {
    ...offer("due_lampade", { kind: "product", text: "Vedi" }),
    buttons: [],
    cards: [1, 2].map(() => ({
      header: { format: "product" as const },
      buttons: [{ kind: "product" as const, text: "Vedi" }],
    })),
  },
  {
    ...offer("saldi_lampo", { kind: "url", text: "Vai ai saldi", value: "https://casalume.example/saldi" }),
    offer: { text: "Saldi lampo", ends: true },
  },
];

async function choosing(template: string, catalogId?: string) {
  const world = new World();
  const giulia = giuliaIn(world);
  world.assign(giulia, PEOPLE.anna);
  const [number] = config.numbers;
  const context = await openApp(world, "anna", `/inbox/all?c=${giulia.id}`, ({ api }) => {
    const sender = { ...number!, ...(catalogId ? { catalogId } : {}) };
    api.configAnswer = { ...config, numbers: [sender] };
    api.templatesAnswer = () => ({ items: OFFERS, more: false });
    api.numbersAnswer = (path) =>
      path.endsWith("/products")
        ? { catalogId: CATALOGUE, items: PRODUCTS }
        : { items: [{ ...sender, connected: true, level: "ok", limitations: [] }] };
  });
  await context.user.click(await screen.findByRole("button", { name: "Choose a template" }));
  const picker = await screen.findByRole("dialog", { name: "Choose a template" });
  await context.user.click(await within(picker).findByRole("radio", { name: new RegExp(template) }));
  const send = within(picker).getByRole<HTMLButtonElement>("button", { name: /^Send template/ });
  const sent = () => context.api.calls.find(({ call }) => call.endsWith("/replies"))?.body;
  return { ...context, picker, send, sent, giulia };
}

describe("a template whose button opens something", () => {
  beforeEach(() => chooseLanguage("en"));

  it.each(["come_e_andata", "parliamone"])(
    "of which nothing is chosen is sent as it is: %s",
    async (name) => {
      const { user, send, sent } = await choosing(name);

      await user.click(send);

      await waitFor(() => expect(sent()).toMatchObject({ content: { type: "template", name } }));
    },
  );

  it("takes products of the number’s catalogue, in sections, and shows them as they will open", async () => {
    const { user, picker, send, sent, giulia } = await choosing("scelte_per_te", CATALOGUE);
    expect(send.disabled).toBe(true);
    await user.click(await within(picker).findByRole("button", { name: /Lampada Aurora/ }));
    await user.type(within(picker).getByRole("textbox", { name: /Title above the products/ }), "Da tavolo");
    await accessible();
    const preview = within(picker).getByRole("region", { name: "As the customer sees it" });
    expect(preview.textContent).toContain("Da tavoloLampada Aurora 89,00 €");

    await user.click(send);

    await waitFor(() => expect(giulia.items.at(-1)?.content.type).toBe("template"));
    const [lamp] = PRODUCTS;
    expect(sent()).toMatchObject({
      content: {
        name: "scelte_per_te",
        products: {
          catalogId: CATALOGUE,
          sections: [{ title: "Da tavolo", products: [{ productId: lamp!.productId, price: lamp!.price }] }],
        },
      },
    });
  });

  it("opens the whole catalogue below the picture of a product that may be chosen", async () => {
    const { user, picker, send, sent } = await choosing("tutto_il_catalogo", CATALOGUE);
    expect(send.disabled).toBe(false);
    await user.click(await within(picker).findByRole("button", { name: /Lampada Brera/ }));

    await user.click(send);

    await waitFor(() => expect(sent()).toBeTruthy());
    const { content } = sent() as { content: { products: object } };
    expect(content.products).toEqual({
      catalogId: CATALOGUE,
      thumbnail: { productId: "LUME-02", name: "Lampada Brera", price: "129,00 €" },
    });
  });

  it("shows a product above the words, which takes the place of another that was chosen", async () => {
    const { user, picker, send, sent } = await choosing("lampada_del_mese", CATALOGUE);
    expect(send.disabled).toBe(true);
    await user.click(await within(picker).findByRole("button", { name: /Lampada Aurora/ }));
    await user.click(within(picker).getByRole("button", { name: /Lampada Brera/ }));

    await user.click(send);

    await waitFor(() =>
      expect(sent()).toMatchObject({
        content: { products: { sections: [{ products: [{ productId: "LUME-02" }] }] } },
      }),
    );
  });

  it("wants a product for each card, and no files", async () => {
    const { user, picker, send, sent } = await choosing("due_lampade", CATALOGUE);
    await user.click(await within(picker).findByRole("button", { name: /Lampada Brera/ }));
    expect(send.disabled).toBe(true);
    await user.click(within(picker).getByRole("button", { name: /Lampada Aurora/ }));
    await accessible();

    await user.click(send);

    await waitFor(() => expect(sent()).toBeTruthy());
    const { content } = sent() as { content: { products: { sections: { products: object[] }[] } } };
    expect(content).not.toHaveProperty("cards");
    expect(content.products.sections[0]!.products).toMatchObject([
      { productId: "LUME-02" },
      { productId: "LUME-01" },
    ]);
  });

  it("says when its offer ends, which is not over yet", async () => {
    const { user, picker, send, sent } = await choosing("saldi_lampo");
    const end = within(picker).getByLabelText("The offer ends");
    expect(send.disabled).toBe(true);
    fireEvent.change(end, { target: { value: "2020-01-01T10:00" } });
    expect(within(picker).getByText(/That is over already/)).toBeTruthy();
    expect(send.disabled).toBe(true);
    fireEvent.change(end, { target: { value: "2099-01-01T10:00" } });

    await user.click(send);

    await waitFor(() =>
      expect(sent()).toMatchObject({
        content: { offerEndsAt: new Date("2099-01-01T10:00").toISOString() },
      }),
    );
  });

  it("says that the number has no catalogue, and is not sent then", async () => {
    const { picker, send } = await choosing("scelte_per_te");

    expect(within(picker).getByText(/This number shows no catalogue/)).toBeTruthy();
    expect(send.disabled).toBe(true);
  });
});

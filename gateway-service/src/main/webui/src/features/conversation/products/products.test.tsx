import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { config, giuliaIn, PEOPLE, World } from "../../../../test/fixtures";
import { accessible, openApp, openGiulia } from "../../../../test/screen";
import { ApiProblem } from "../../../api/client";
import { chooseLanguage } from "../../../i18n";
import { askedAgainIn } from "../../../live/askedAgain";

type Giulia = ReturnType<typeof giuliaIn>;
const mine = (world: World, giulia: Giulia) => void world.assign(giulia, PEOPLE.anna);
const [number] = config.numbers;
const CATALOGUE = "770000000000041";
const PRODUCTS = [
  { productId: "LUME-01", name: "Lampada Aurora", price: "89,00 €", available: true },
  { productId: "LUME-05", name: "Sospensione Bolla", price: "159,00 €", available: false },
];

beforeEach(() => chooseLanguage("en"));

async function open(answer: (q: string) => unknown = () => ({ catalogId: CATALOGUE, items: PRODUCTS })) {
  const world = new World();
  const giulia = giuliaIn(world);
  mine(world, giulia);
  const context = await openApp(world, "anna", `/inbox/all?c=${giulia.id}`, ({ api }) => {
    api.configAnswer = { ...config, numbers: [{ ...number!, catalogId: CATALOGUE }] };
    api.numbersAnswer = (path, query) =>
      path.endsWith("/products")
        ? answer(query.q as string)
        : { items: [{ ...number, catalogId: CATALOGUE, connected: true, level: "ok", limitations: [] }] };
  });
  const choose = async (kind: string) => {
    await context.user.click(await screen.findByRole("button", { name: "Send something else" }));
    await context.user.click(await screen.findByRole("menuitem", { name: kind }));
    return screen.findByRole("dialog", { name: kind });
  };
  return { ...context, giulia, choose };
}

describe("products of the number’s catalogue", () => {
  it("are shown one by one, as the customer will see them", async () => {
    const { user, giulia, choose } = await open();
    const dialog = await choose("Product");

    const unavailable = await within(dialog).findByRole("button", { name: /Sospensione Bolla/ });
    expect(unavailable.hasAttribute("disabled")).toBe(true);
    expect(unavailable.textContent).toContain("Not available");
    await user.click(within(dialog).getByRole("button", { name: /Lampada Aurora/ }));
    await user.type(within(dialog).getByRole("textbox", { name: "Message (optional)" }), "È tornata");
    expect(within(dialog).getByRole("region", { name: "As the customer sees it" }).textContent).toContain(
      "89,00 €",
    );
    await accessible();
    await user.click(within(dialog).getByRole("button", { name: "Send" }));

    await waitFor(() =>
      expect(giulia.items[1]?.content).toMatchObject({ type: "product", catalogId: CATALOGUE }),
    );
    expect(await screen.findByText("Product of the catalogue")).toBeTruthy();
  });

  it("are looked for by their names", async () => {
    const asked: string[] = [];
    const { user, choose } = await open((q) => {
      asked.push(q);
      return { catalogId: CATALOGUE, items: q === "bolla" ? [] : PRODUCTS };
    });
    const dialog = await choose("Several products");
    await user.type(within(dialog).getByRole("searchbox", { name: "Search the catalogue" }), "bolla");
    expect(await within(dialog).findByText("No product is called so.")).toBeTruthy();
    expect(asked.at(-1)).toBe("bolla");
  });

  it("say why they cannot be had", async () => {
    const { choose } = await open(() => {
      throw new ApiProblem({ status: 422, reasonKey: "catalogue-unknown" });
    });
    const dialog = await choose("Whole catalogue");
    expect(await within(dialog).findByText(/does not show this number’s catalogue/)).toBeTruthy();
  });

  it("are offered where a catalogue is chosen while the page is open", async () => {
    const { user, api } = await openGiulia("anna", mine);
    api.configAnswer = { ...config, numbers: [{ ...number!, catalogId: CATALOGUE }] };
    api.numbersAnswer = () => ({
      items: [{ ...number, catalogId: CATALOGUE, connected: true, level: "ok", limitations: [] }],
    });
    askedAgainIn(api).after("channel.changed.v1");
    await waitFor(() => expect(api.calls.map(({ call }) => call)).toContain("GET /config"));

    await user.click(await screen.findByRole("button", { name: "Send something else" }));
    expect(await screen.findByRole("menuitem", { name: "Product" })).toBeTruthy();
  });

  it("are not offered where the number has no catalogue", async () => {
    const { user } = await openGiulia("anna", mine);
    await user.click(await screen.findByRole("button", { name: "Send something else" }));
    expect(await screen.findByRole("menuitem", { name: "Location" })).toBeTruthy();
    expect(screen.queryByRole("menuitem", { name: "Product" })).toBeNull();
  });
});

describe("the field of a conversation whose number was removed", () => {
  it("says so beforehand, and lets notes be written", async () => {
    const world = new World();
    const giulia = giuliaIn(world);
    mine(world, giulia);
    const { user } = await openApp(world, "anna", `/inbox/all?c=${giulia.id}`, ({ api }) => {
      api.configAnswer = { ...config, numbers: [], removedNumbers: [number!.phoneNumberId] };
      api.numbersAnswer = () => ({ items: [] });
    });

    expect(await screen.findByText("This number is not connected any more")).toBeTruthy();
    expect(screen.queryByRole("textbox", { name: /Reply to/ })).toBeNull();
    await user.click(screen.getByRole("button", { name: /Write a note/ }));
    expect(await screen.findByRole("textbox", { name: /note/i })).toBeTruthy();
  });

  it("says so in Italian, too", async () => {
    await chooseLanguage("it");
    const world = new World();
    const giulia = giuliaIn(world);
    mine(world, giulia);
    await openApp(world, "anna", `/inbox/all?c=${giulia.id}`, ({ api }) => {
      api.configAnswer = { ...config, numbers: [], removedNumbers: [number!.phoneNumberId] };
      api.numbersAnswer = () => ({ items: [] });
    });

    expect(await screen.findByText("Questo numero non è più collegato")).toBeTruthy();
  });
});

import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { giuliaIn, PEOPLE, World } from "../../../test/fixtures";
import { accessible, openApp } from "../../../test/screen";
import { chooseLanguage } from "../../i18n";
import { singleKeys } from "../../lib/shortcuts";

beforeEach(async () => {
  await chooseLanguage("en");
  singleKeys.turn(true);
});

describe("the list", () => {
  it("names each conversation with what one must know", async () => {
    const world = new World();
    giuliaIn(world);
    await openApp(world, "anna", "/inbox/unassigned");
    expect(
      await screen.findByRole("link", {
        name: /^Giulia Ferri, 1 unread, \d\d:\d\d, Buongiorno, è arrivato il mio ordine\? 😊$/,
      }),
    ).toBeTruthy();
    await accessible();
  });

  it("shows who wrote while one looks, and takes away what a colleague took", async () => {
    const world = new World();
    const { tell } = await openApp(world, "bruno", "/inbox/unassigned");
    await screen.findByText("Everybody is looked after");
    const giulia = giuliaIn(world);
    tell();
    expect(await screen.findByRole("link", { name: /Giulia Ferri, 1 unread/ })).toBeTruthy();
    world.assign(giulia, PEOPLE.anna);
    tell();
    await waitFor(() => expect(screen.queryByRole("link", { name: /Giulia Ferri/ })).toBeNull());
  });

  it("of failed messages holds a conversation until a later message went through", async () => {
    const world = new World();
    const giulia = giuliaIn(world);
    world.assign(giulia, PEOPLE.anna);
    const reply = (id: string) =>
      world.reply(giulia, PEOPLE.anna, {
        id,
        content: { type: "text", text: "Subito" },
        epoch: 1,
        anyway: true,
      });
    const { tell } = await openApp(world, "anna", "/inbox/failed");
    await screen.findByText("Everything arrived");

    world.status(giulia, reply("one"), "failed");
    tell();
    expect(await screen.findByRole("link", { name: /Giulia Ferri/ })).toBeTruthy();

    world.status(giulia, reply("two"), "accepted");
    tell();
    await waitFor(() => expect(screen.queryByRole("link", { name: /Giulia Ferri/ })).toBeNull());
    await accessible();
  });

  it("walks by keyboard", async () => {
    const world = new World();
    giuliaIn(world);
    world.customerWrites(world.open("Marco De Santis", undefined), "Ciao");
    const { user } = await openApp(world, "anna", "/inbox/all");
    await screen.findByRole("link", { name: /Marco/ });
    await user.keyboard("j");
    expect(await screen.findByRole("main", { name: "Conversation with Marco De Santis" })).toBeTruthy();
    await user.keyboard("j");
    expect(await screen.findByRole("main", { name: "Conversation with Giulia Ferri" })).toBeTruthy();
    await user.keyboard("k");
    expect(await screen.findByRole("main", { name: "Conversation with Marco De Santis" })).toBeTruthy();
    await user.keyboard("gu");
    expect(await screen.findByRole("heading", { name: "Unassigned", level: 1 })).toBeTruthy();
  });

  it("says what failed and tries again", async () => {
    const world = new World();
    giuliaIn(world);
    const { user } = await openApp(world, "anna", "/inbox/all", ({ api }) =>
      api.instead.set("GET /conversations", ["no answer"]),
    );
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("The list did not load");
    await user.click(within(alert).getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("link", { name: /Giulia/ })).toBeTruthy();
  });
});

describe("a list that was left", () => {
  it("is found again where it was", async () => {
    const world = new World();
    for (let n = 0; n < 120; n++) {
      const at = Date.now() - n * 60_000;
      world.customerWrites(world.open(`Customer ${n}`, undefined, undefined, at), "Hello", at);
    }
    const { user, store } = await openApp(world, "anna", "/inbox/all");
    const rows = () => document.querySelector<HTMLElement>("#conversations [aria-busy]")!;
    await screen.findByRole("link", { name: /Customer 0,/ });
    fireEvent.scroll(rows(), { target: { scrollTop: 84 * 40 + 17 } });
    await screen.findByRole("link", { name: /Customer 40,/ });
    await waitFor(() => expect(store.view("all").ids.length).toBeGreaterThan(50));
    expect(document.querySelectorAll("#conversations li").length).toBeLessThan(60);

    await user.keyboard("gu");
    await screen.findByRole("heading", { name: "Unassigned", level: 1 });
    expect(rows().scrollTop).toBe(0);
    await user.click(screen.getAllByRole("link", { name: /^All open/ })[0]!);

    await screen.findByRole("heading", { name: "All open", level: 1 });
    expect(await screen.findByRole("link", { name: /Customer 40,/ })).toBeTruthy();
    expect(rows().scrollTop).toBe(84 * 40 + 17);
  });
});

const MILAN = {
  phoneNumberId: "510000000000023",
  number: "390299990001",
  displayPhone: "+39 02 9999 0001",
  name: "Casa Lume Milano",
  connected: true,
};
const ROME = {
  phoneNumberId: "510000000000024",
  number: "390699990002",
  displayPhone: "+39 06 9999 0002",
  name: "Casa Lume Roma",
  connected: true,
};

describe("with several numbers", () => {
  const opened = async (...numbers: (typeof MILAN)[]) => {
    const world = new World();
    const giulia = giuliaIn(world);
    const context = await openApp(world, "anna", `/inbox/all?c=${giulia.id}`, ({ session, api }) => {
      session.config = api.configAnswer = { ...session.config, numbers };
    });
    await screen.findByRole("main", { name: "Conversation with Giulia Ferri" });
    return context;
  };

  it("a conversation says in the list and in its head to which one the customer writes", async () => {
    await opened(ROME, MILAN);
    const row = await screen.findByRole("link", { name: /^Giulia Ferri.*, to Casa Lume Milano$/ });
    expect(row.textContent).toContain("Casa Lume Milano");
    expect(within(screen.getByRole("main")).getByText(/Casa Lume Milano/)).toBeTruthy();
    expect(within(screen.getByRole("navigation", { name: "Views" })).getByText("2 numbers")).toBeTruthy();
    await accessible();
  });

  it("of one name, they are told apart by the number itself", async () => {
    await opened({ ...ROME, name: MILAN.name }, MILAN);
    expect(await screen.findByRole("link", { name: /, to \+39 02 9999 0001$/ })).toBeTruthy();
  });

  it("the list can be that of one of them, which the address and the other views remember", async () => {
    const world = new World();
    const giulia = giuliaIn(world);
    const marco = world.open("Marco De Santis", undefined);
    marco.phoneNumberId = ROME.phoneNumberId;
    world.customerWrites(marco, "Ciao");
    const { user } = await openApp(world, "anna", "/inbox/all", ({ session, api }) => {
      session.config = api.configAnswer = { ...session.config, numbers: [MILAN, ROME] };
    });
    const list = () => within(screen.getByRole("navigation", { name: "Conversations" }));
    const names = () =>
      list()
        .queryAllByRole("link", { name: /Giulia|Marco/ })
        .map(({ dataset }) => dataset["row"]);
    await waitFor(() => expect(names()).toEqual([marco.id, giulia.id]));

    await user.click(list().getByRole("button", { name: "Business number: All numbers" }));
    await user.click(await screen.findByRole("menuitemradio", { name: "Casa Lume Roma" }));
    await waitFor(() => expect(names()).toEqual([marco.id]));
    expect(list().getByRole("button", { name: "Business number: Casa Lume Roma" })).toBeTruthy();
    await accessible();

    await user.keyboard("gu");
    await screen.findByRole("heading", { name: "Unassigned", level: 1 });
    await waitFor(() => expect(names()).toEqual([marco.id]));
    await user.click(list().getByRole("button", { name: "Business number: Casa Lume Roma" }));
    await user.click(await screen.findByRole("menuitemradio", { name: "All numbers" }));
    await waitFor(() => expect(names()).toEqual([marco.id, giulia.id]));
  });

  it("and only with several", async () => {
    await opened(MILAN);
    expect((await screen.findByRole("link", { name: /^Giulia/ })).textContent).not.toContain("Casa Lume");
  });
});

import { act, screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { HistoryItem, HistoryKind } from "../../../api/types";
import { chooseLanguage } from "../../../i18n";
import { PEOPLE } from "../../../../test/fixtures";
import { openGiulia } from "../../../../test/screen";

const happened = (kind: HistoryKind, more: Partial<HistoryItem> = {}): HistoryItem => ({
  id: kind,
  at: new Date().toISOString(),
  kind,
  actor: { kind: "operator", id: PEOPLE.anna.id, name: PEOPLE.anna.name },
  ...more,
});

async function linesOf(...items: HistoryItem[]) {
  const { user } = await openGiulia("anna", (_, giulia) => {
    giulia.history.splice(0, giulia.history.length, ...items);
  });
  await user.keyboard("d");
  const details = await screen.findByRole("complementary", { name: "Customer" });
  await user.click(within(details).getByRole("tab", { name: "History" }));
  const said = () =>
    within(details)
      .getAllByRole("listitem")
      .map((line) => line.querySelector("span + span")?.textContent);
  return said;
}

beforeEach(() => chooseLanguage("en"));

describe("the history", () => {
  it.each([
    [
      happened("answer-settled-arrived", { messageId: "m" }),
      "Anna marked a reply as arrived",
      "Anna ha segnato una risposta come arrivata",
    ],
    [
      happened("answer-sent-again", { messageId: "m" }),
      "Anna sent a reply again",
      "Anna ha inviato di nuovo una risposta",
    ],
    [
      happened("key-moved"),
      "A number of this customer now belongs to another contact",
      "Un numero di questo cliente ora è di un altro contatto",
    ],
  ])("says in both languages what $kind means", async (item, english, italian) => {
    const said = await linesOf(item);
    expect(said()).toEqual([english]);

    await act(() => chooseLanguage("it"));
    expect(said()).toEqual([italian]);
  });
});

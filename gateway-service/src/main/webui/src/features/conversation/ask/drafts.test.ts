import { describe, expect, it } from "vitest";
import { EMPTY, EMPTY_PERSON, outlined, pointIn, shownOf, wanted } from "./drafts";

describe("what is made up in the dialog", () => {
  it("finds degrees in what people paste", () => {
    const duomo = { latitude: 45.4642, longitude: 9.19 };
    expect(pointIn("45.4642, 9.19")).toEqual(duomo);
    expect(pointIn("45.4642 9.19")).toEqual(duomo);
    expect(pointIn("https://maps.example/@45.4642,9.19,17z")).toEqual(duomo);
    expect(pointIn("https://www.openstreetmap.org/?mlat=45.4642&mlon=9.19#map=17/45.4642/9.19")).toEqual(
      duomo,
    );
    expect(pointIn("https://www.openstreetmap.org/#map=17/45.4642/9.19")).toEqual(duomo);
    expect(pointIn("Piazza Duomo")).toBeNull();
    expect(pointIn("95.1, 9.19")).toBeNull();
  });

  it("is ready when WhatsApp would take it, and not before", () => {
    expect(wanted("buttons", EMPTY)).toBeNull();
    expect(wanted("buttons", { ...EMPTY, text: "Va bene?", buttons: ["Sì", " Sì"] })).toBeNull();
    expect(wanted("buttons", { ...EMPTY, text: "Va bene?", buttons: ["x".repeat(21)] })).toBeNull();
    expect(wanted("buttons", { ...EMPTY, text: "Va bene? ", buttons: ["Sì", ""] })).toEqual({
      ...{ type: "buttons", text: "Va bene?", buttons: ["Sì"] },
    });
    expect(wanted("link", { ...EMPTY, text: "Ecco", opens: "Apri", url: "javascript:alert(1)" })).toBeNull();
    expect(wanted("location-request", { ...EMPTY, text: "x".repeat(1025) })).toBeNull();
    const bruno = { ...EMPTY_PERSON, name: "Bruno", phones: ["+3902", " ", "+39347"] };
    expect(wanted("contacts", { ...EMPTY, people: [bruno] })).toMatchObject({
      cards: [{ name: "Bruno", phones: [{ value: "+3902" }, { value: "+39347" }], emails: [] }],
    });
  });

  it("leaves out the card on which nothing was written, and needs a name on every other", () => {
    const [bruno, nameless] = [
      { ...EMPTY_PERSON, name: "Bruno" },
      { ...EMPTY_PERSON, phones: ["+3902"] },
    ];
    expect(wanted("contacts", EMPTY)).toBeNull();
    expect(wanted("contacts", { ...EMPTY, people: [bruno, EMPTY_PERSON] })).toMatchObject({
      cards: [{ name: "Bruno" }],
    });
    expect(wanted("contacts", { ...EMPTY, people: [bruno, nameless] })).toBeNull();
    expect(outlined("contacts", { ...EMPTY, people: [bruno, nameless] })).toMatchObject({ text: "Bruno" });
  });

  it("needs titles when a list has several sections", () => {
    const rows = [{ title: "9-11", description: "" }];
    const list = { ...EMPTY, text: "Quando?", opens: "Orari" };
    expect(wanted("options", { ...list, sections: [{ title: "", rows }] })).not.toBeNull();
    expect(
      wanted("options", {
        ...list,
        sections: [
          { title: "", rows },
          { title: "Sera", rows },
        ],
      }),
    ).toBeNull();
  });

  it("is shown as the server will name it", () => {
    const content = wanted("buttons", { ...EMPTY, text: "Va bene?", buttons: ["Sì", "No"] });
    expect(shownOf(content!)).toMatchObject({ buttons: [{ id: "1", text: "Sì" }, { id: "2" }] });
    expect(outlined("location", EMPTY)).toBeUndefined();
    expect(outlined("buttons", EMPTY)).toMatchObject({ type: "buttons" });
  });
});

import { render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PartMissing } from "./Boundary";
import { part } from "./part";

beforeEach(() => vi.spyOn(console, "error").mockImplementation(() => {}));
afterEach(() => vi.restoreAllMocks());

describe("a part of the page", () => {
  it("comes when it is shown", async () => {
    const Greeting = part<{ name: string }>(() => Promise.resolve(({ name }) => <p>Hello {name}</p>));
    render(<Greeting name="Anna" />);
    expect(await screen.findByText("Hello Anna")).toBeTruthy();
  });

  it("that does not come is told to who is around, and takes nothing with it", async () => {
    const missing = vi.fn();
    const Lost = part(() => Promise.reject(new Error("404")));
    render(
      <PartMissing value={missing}>
        <p>The rest</p>
        <Lost />
      </PartMissing>,
    );
    await vi.waitFor(() => expect(missing).toHaveBeenCalledOnce());
    expect(screen.getByText("The rest")).toBeTruthy();
  });

  it("has something in its place until it is there, and when it does not come", async () => {
    const Lost = part<{ name: string }>(
      () => Promise.reject(new Error("404")),
      ({ name }) => <p>In place of {name}</p>,
    );
    const missing = vi.fn();
    render(
      <PartMissing value={missing}>
        <Lost name="Anna" />
      </PartMissing>,
    );
    expect(screen.getByText("In place of Anna")).toBeTruthy();
    await vi.waitFor(() => expect(missing).toHaveBeenCalledOnce());
    expect(screen.getByText("In place of Anna")).toBeTruthy();
  });

  it("that does not come when asked for ahead is no matter yet", async () => {
    const load = vi.fn(() => Promise.reject(new Error("404")));
    part(load).preload();
    await Promise.resolve();
    expect(load).toHaveBeenCalledOnce();
  });
});

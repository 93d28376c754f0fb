import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from "@tanstack/react-router";
import { render, screen as page } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FailedScreen, screen } from "./Screen";

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

describe("a screen that does not come", () => {
  it("says so beside the rest and offers to load the page again", async () => {
    const root = createRootRoute({
      component: () => (
        <>
          <p>The rail</p>
          <Outlet />
        </>
      ),
    });
    const lost = createRoute({
      getParentRoute: () => root,
      path: "/",
      component: screen(() => Promise.reject(new Error("404"))),
      errorComponent: FailedScreen,
    });
    const router = createRouter({
      routeTree: root.addChildren([lost]),
      history: createMemoryHistory({ initialEntries: ["/"] }),
    });
    const reload = vi.spyOn(location, "reload").mockImplementation(() => {});

    render(<RouterProvider router={router as never} />);

    expect((await page.findByRole("alert")).textContent).toContain("stopped working");
    expect(page.getByText("The rail")).toBeTruthy();
    expect(reload).not.toHaveBeenCalled();
    await userEvent.click(page.getByRole("button", { name: "Reload" }));
    expect(reload).toHaveBeenCalledOnce();
  });
});

import locales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const gateway = `http://127.0.0.1:${process.env["CENTRALINO_GATEWAY_PORT"] ?? "8080"}`;

export default defineConfig({
  plugins: [
    react(),
    // The primitives' own words come in thirty languages; the page speaks two.
    { ...locales.vite({ locales: ["en-US", "it-IT"] }), enforce: "pre" },
  ],
  build: {
    target: "es2023",
    // Everything is a file of our own: the page's security policy allows no inline script and no inline style.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    manifest: true,
    rolldownOptions: {
      output: {
        // Else they are cut into pieces by who else uses which of them, and all pieces are loaded first all the same.
        codeSplitting: {
          groups: [
            { name: "router", test: /@tanstack\/(react-)?router|@tanstack\/(history|store|react-store)/ },
            { name: "query", test: /@tanstack\/query-core\/.*\/(query|mutation)(Cache|Client)?\.js/ },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: { "/api": { target: gateway, ws: true } },
  },
  test: {
    environment: "happy-dom",
    include: ["{src,test}/**/*.test.{ts,tsx}"],
    setupFiles: ["test/setup.ts"],
    testTimeout: 60_000,
    // By default one core is left to whoever types; of two that is half.
    maxWorkers: "100%",
    css: { modules: { classNameStrategy: "non-scoped" } },
  },
});
